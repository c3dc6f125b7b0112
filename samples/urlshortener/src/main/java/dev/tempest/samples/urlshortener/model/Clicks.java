package dev.tempest.samples.urlshortener.model;

import dev.tempest.Attribute;
import dev.tempest.Version;
import dev.tempest.sdk2.Increment;
import org.jspecify.annotations.Nullable;

/**
 * How often a link was followed. This is an item of its own, and not a property of {@link Link}, because clicks come at any
 * time: each would move the link's version on, and tell its editor that somebody else had changed it.
 *
 * @param made_at when the link was made, in milliseconds since 1970. A link that gets the alias later counts from zero
 * @param expires_at when the link expires, so that DynamoDB deletes the counter, too; null for never
 * @param click_version a number that each click moves on in the same request. Without it, the table's write token would be the
 *     mark of a change, and a click would have to read the counter first
 */
public record Clicks(
        @Attribute(name = "partition_key", prefix = "LINK_") String alias,
        @Attribute(name = "sort_key", prefix = "CLICKS_") String made_at,
        long click_count,
        @Nullable Long expires_at,
        @Version long click_version) {

    /**
     * One more click. The first one makes the counter. It then takes over the time at which the link expires: adding zero
     * changes no time that is there, and sets the one to start at where there is none.
     */
    public static Increment oneMore(Link link) {
        Increment one = Increment.of("click_count", 1).orCreate();
        Long expires = link.expires_at();
        return expires == null ? one : one.and("expires_at", 0).startingAt("expires_at", expires);
    }

    public Key key() {
        return new Key(alias, made_at);
    }

    public record Key(String alias, String made_at) {}
}
