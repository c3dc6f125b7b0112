package dev.tempest.samples.urlshortener.model;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.KeyTemplate;
import dev.tempest.Version;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A short link.
 *
 * @param alias the path of the short address
 * @param owner_token who made the link
 * @param target where it leads
 * @param created_at when it was made. The index is sorted by it, and a template stores it in a fixed width: as the SDK stores
 *     times, DynamoDB sorts {@code 12:00:00Z} after {@code 12:00:00.5Z}
 * @param expires_at from when on it leads nowhere, in seconds since 1970; null for never
 * @param link_version a random text, not a number: numbers begin anew where a link was deleted and its alias taken by
 *     somebody else, and an old page of the first owner might then fit the second owner's link
 */
@KeyTemplate(attribute = "created_at", value = "{created_at}", keyOnly = "created_at")
public record Link(
        @Attribute(name = "partition_key", prefix = "LINK_") String alias,
        String owner_token,
        URI target,
        Instant created_at,
        Instant changed_at,
        @Nullable Long expires_at,
        @Version @Nullable String link_version) {

    /** There is one such item in a partition, so its sort key is the prefix alone. */
    @Attribute(prefix = "INFO_")
    public String sort_key() {
        return "";
    }

    /** This link, leading elsewhere. */
    public Link withTarget(URI newTarget, Instant now) {
        return new Link(alias, owner_token, newTarget, created_at, now, expires_at, link_version);
    }

    /** This link, as an editor has it who saw that version. */
    public Link withVersion(String seen) {
        return new Link(alias, owner_token, target, created_at, changed_at, expires_at, seen);
    }

    /** Whether the link's time is over. DynamoDB deletes such rows when it comes to it, which may take days. */
    public boolean isExpired(Instant now) {
        return expires_at != null && expires_at <= now.getEpochSecond();
    }

    public Key key() {
        return new Key(alias);
    }

    /** Where this link's clicks are counted. */
    public Clicks.Key clicksKey() {
        return new Clicks.Key(alias, Long.toString(created_at.toEpochMilli()));
    }

    public record Key(String alias) {
        public String sort_key() {
            return "";
        }
    }

    /** A place in the index of links by owner. The index's own keys come first, then those of the table. */
    @ForIndex(name = "owner_index")
    public record OwnerIndexOffset(
            String owner_token,
            @Nullable Instant created_at,
            @Nullable String alias) {
        /** All links of the owner. */
        public OwnerIndexOffset(String owner_token) {
            this(owner_token, null, null);
        }

        public String sort_key() {
            return "";
        }
    }
}
