package dev.tempest.samples.urlshortener.model;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.number;

import dev.tempest.Attribute;
import dev.tempest.Change;
import dev.tempest.Version;
import org.jspecify.annotations.Nullable;

/**
 * How often a link was followed. This is an item of its own, and not a property of {@link Link}, because clicks come at any
 * time: each would move the link's version on, and tell its editor that somebody else had changed it.
 *
 * @param made_at when the link was made, in milliseconds since 1970. A link that gets the alias later counts from zero
 * @param expires_at when the link expires, so that DynamoDB deletes the counter, too; null for never
 * @param click_version a number that each click counts up in the same request. With the write token alone, a click would have to
 *     read the counter first
 */
public record Clicks(
        @Attribute(name = "partition_key", prefix = "LINK_") String alias,
        @Attribute(name = "sort_key", prefix = "CLICKS_") String made_at,
        long click_count,
        @Nullable Long expires_at,
        @Version long click_version) {

    /**
     * One more click. The first one creates the counter, which then takes over the time at which the link expires.
     */
    public static Change<Clicks> oneMore(Link link) {
        Change<Clicks> one = number(Clicks::click_count).add(1L);
        Long expires = link.expires_at();
        return (expires == null ? one : changes(one, attr(Clicks::expires_at).setIfAbsent(expires))).orCreate();
    }

    public Key key() {
        return new Key(alias, made_at);
    }

    public record Key(String alias, String made_at) {}
}
