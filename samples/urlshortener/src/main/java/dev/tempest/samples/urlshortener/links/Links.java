package dev.tempest.samples.urlshortener.links;

import dev.tempest.BeginsWith;
import dev.tempest.ItemSet;
import dev.tempest.Offset;
import dev.tempest.OutcomeUnknownException;
import dev.tempest.samples.urlshortener.model.Clicks;
import dev.tempest.samples.urlshortener.model.Link;
import dev.tempest.samples.urlshortener.model.LinkDb;
import dev.tempest.samples.urlshortener.model.LinkPartition;
import dev.tempest.samples.urlshortener.model.LinkTable;
import dev.tempest.sdk2.QueryConfig;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Makes, follows, lists, changes and deletes short links. Safe for use by several threads. */
public final class Links {
    /** How many links a page of the list has. */
    public static final int PAGE_SIZE = 10;

    private static final int TRIES = 5;

    // One more than is shown tells whether there is another page. DynamoDB itself would say only that there may be one.
    private static final QueryConfig NEWEST_FIRST =
            QueryConfig.builder().asc(false).pageSize(PAGE_SIZE + 1).build();

    private final LinkDb db;
    private final LinkTable table;
    private final InstantSource clock;

    public Links(LinkDb db, InstantSource clock) {
        this.db = db;
        this.table = db.links();
        this.clock = clock;
    }

    /**
     * Makes a link.
     *
     * @param alias as {@link Aliases#parse} gives it; null for a random one
     * @param lifetime for how long it leads anywhere; null for ever
     * @throws AliasTakenException if there is such a link already
     */
    public Link make(String owner, URI target, @Nullable String alias, @Nullable Duration lifetime) {
        if (alias != null) {
            return claim(alias, owner, target, lifetime);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return claim(Aliases.random(), owner, target, lifetime);
            } catch (AliasTakenException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private Link claim(String alias, String owner, URI target, @Nullable Duration lifetime) {
        Instant now = now();
        Long expires = lifetime == null ? null : now.plus(lifetime).getEpochSecond();
        try {
            return table.links().create(new Link(alias, owner, target, now, now, expires, null));
        } catch (ConditionalCheckFailedException e) {
            boolean own = table.links()
                    .itemIn(e)
                    .filter(link -> link.owner_token().equals(owner))
                    .isPresent();
            throw new AliasTakenException(alias, own, e);
        }
    }

    /**
     * Where a link leads.
     *
     * @throws NoSuchLinkException if there is no such link
     * @throws LinkExpiredException if its time is over, whether DynamoDB has deleted it yet or not
     */
    public URI target(String alias) {
        return live(alias).target();
    }

    /**
     * Where a link leads, for somebody who goes there: counts the click.
     *
     * @throws NoSuchLinkException if there is no such link
     * @throws LinkExpiredException if its time is over, whether DynamoDB has deleted it yet or not
     */
    public URI follow(String alias) {
        Link link = live(alias);
        table.clicks().patch(link.clicksKey(), Clicks.oneMore(link));
        return link.target();
    }

    private Link live(String alias) {
        Link.Key key = new Link.Key(alias);
        Link link = table.links().load(key);
        if (link == null) {
            // The cheap read may miss a link that was made a moment ago.
            link = table.links().load(key, true);
        }
        if (link == null) {
            throw new NoSuchLinkException(alias);
        }
        if (link.isExpired(now())) {
            throw new LinkExpiredException(alias);
        }
        return link;
    }

    /**
     * A page of the owner's links, newest first.
     *
     * @param pageToken what {@link LinkPage#next} of the page before says; null for the first page
     * @throws IllegalArgumentException if the token was changed or made up, or is another owner's
     */
    public LinkPage page(String owner, @Nullable String pageToken) {
        List<Link> found = table.linksByOwner()
                .query(
                        new BeginsWith<>(new Link.OwnerIndexOffset(owner)),
                        NEWEST_FIRST,
                        pageToken == null ? null : offset(owner, pageToken))
                .contents();
        boolean more = found.size() > PAGE_SIZE;
        List<Link> links = more ? found.subList(0, PAGE_SIZE) : found;

        ItemSet counters = db.batchLoad(links.stream().map(Link::clicksKey).toList());
        List<CountedLink> counted = links.stream()
                .map(link -> new CountedLink(link, clicks(counters.get(link.clicksKey(), Clicks.class))))
                .toList();
        return new LinkPage(counted, more ? tokenAfter(links.get(PAGE_SIZE - 1)) : null);
    }

    /** A link that nobody has followed yet has no counter. */
    private static long clicks(@Nullable Clicks counter) {
        return counter == null ? 0 : counter.click_count();
    }

    private String tokenAfter(Link link) {
        return table.linksByOwner()
                .offsetToString(
                        new Offset<>(new Link.OwnerIndexOffset(link.owner_token(), link.created_at(), link.alias())));
    }

    private Offset<Link.OwnerIndexOffset> offset(String owner, String pageToken) {
        Offset<Link.OwnerIndexOffset> offset = table.linksByOwner().offsetFromString(pageToken);
        Link.OwnerIndexOffset key = offset.key();
        if (key == null || !key.owner_token().equals(owner)) {
            throw new IllegalArgumentException("The page is in the list of another owner.");
        }
        return offset;
    }

    /**
     * A link and its clicks.
     *
     * @throws NoSuchLinkException if the owner has no such link
     */
    public CountedLink find(String owner, String alias) {
        LinkPartition partition = table.partitions().load(new LinkPartition.Key(alias), true);
        Link link = partition == null ? null : partition.link();
        if (partition == null || link == null || !link.owner_token().equals(owner)) {
            throw new NoSuchLinkException(alias);
        }
        return new CountedLink(link, partition.clicks(link));
    }

    /**
     * Lets a link lead elsewhere, unless it was changed since its editor saw it.
     *
     * @param seenVersion the version that the editor saw
     * @throws NoSuchLinkException if the owner has no such link, or no longer
     * @throws StaleLinkException if the link was changed since; it tells what is stored now
     */
    public Link retarget(String owner, String alias, String seenVersion, URI target) {
        Link stored = ownedBy(owner, alias);
        if (stored.target().equals(target)) {
            return stored;
        }
        try {
            return table.links().save(stored.withVersion(seenVersion).withTarget(target, now()));
        } catch (ConditionalCheckFailedException e) {
            throw stale(owner, alias, table.links().itemIn(e), e);
        } catch (OutcomeUnknownException e) {
            throw stale(owner, alias, e.storedItem().map(Link.class::cast), e);
        }
    }

    /**
     * Deletes a link, unless it was changed since its editor saw it. A link that is gone already is deleted, too.
     *
     * @param seenVersion the version that the editor saw
     * @throws NoSuchLinkException if the owner has no such link
     * @throws StaleLinkException if the link was changed since; it tells what is stored now
     */
    public void delete(String owner, String alias, String seenVersion) {
        Link stored = ownedBy(owner, alias);
        try {
            table.links().delete(stored.withVersion(seenVersion));
        } catch (ConditionalCheckFailedException e) {
            if (table.links().itemIn(e).isPresent()) {
                throw stale(owner, alias, table.links().itemIn(e), e);
            }
        } catch (OutcomeUnknownException e) {
            if (e.storedItem().isPresent()) {
                throw stale(owner, alias, e.storedItem().map(Link.class::cast), e);
            }
        }
        // Not in one transaction with the link: a link that is just being followed would make it fail, and a counter
        // that
        // stays behind is never read again.
        table.clicks().deleteKey(stored.clicksKey());
    }

    private Link ownedBy(String owner, String alias) {
        Link link = table.links().load(new Link.Key(alias), true);
        if (link == null || !link.owner_token().equals(owner)) {
            throw new NoSuchLinkException(alias);
        }
        return link;
    }

    /** The alias may have gone to somebody else in the meantime, whose link is none of the editor's business. */
    private static RuntimeException stale(String owner, String alias, Optional<Link> stored, RuntimeException cause) {
        return stored.filter(link -> link.owner_token().equals(owner))
                .<RuntimeException>map(link -> new StaleLinkException(link, cause))
                .orElseGet(() -> new NoSuchLinkException(alias));
    }

    /** The time, as exact as it is stored. */
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
