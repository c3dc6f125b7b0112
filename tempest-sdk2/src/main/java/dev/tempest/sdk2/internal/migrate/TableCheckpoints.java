package dev.tempest.sdk2.internal.migrate;

import dev.tempest.BeginsWith;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.migration.MigrationConfig;
import dev.tempest.sdk2.migration.MigrationCounts;
import dev.tempest.sdk2.migration.MigrationSegment;
import dev.tempest.sdk2.migration.MigrationTable;
import dev.tempest.sdk2.migration.QuarantinedItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Checkpoints in a table, an item for each segment. Whoever works on a segment has a lease of it, and saves it on the version that it
 * read: one whose lease another took learns it at its next checkpoint. Until then it may migrate items that the other migrates, too,
 * which does no harm, because each item is written on what was read.
 */
final class TableCheckpoints implements Checkpoints {
    private static final QueryConfig CONSISTENT =
            QueryConfig.builder().consistentRead(true).build();

    private final MigrationTable table;
    private final String migration;
    private final Duration lease;
    private final Clock clock;

    private TableCheckpoints(MigrationTable table, String migration, Duration lease, Clock clock) {
        this.table = table;
        this.migration = migration;
        this.lease = lease;
        this.clock = clock;
    }

    /** Goes on where earlier runs of the migration were, or begins. */
    static TableCheckpoints open(MigrationTable table, String migration, MigrationConfig config, Clock clock) {
        TableCheckpoints checkpoints = new TableCheckpoints(table, migration, config.lease(), clock);
        if (config.startOver()) {
            checkpoints.deleteAll();
        }
        checkpoints.createAll(config.segments());
        return checkpoints;
    }

    private void deleteAll() {
        for (MigrationSegment segment : all()) {
            table.segments().deleteKey(new MigrationSegment.Key(migration, segment.segment()));
        }
        table.quarantined()
                .queryAllContents(new BeginsWith<>(new QuarantinedItem.Key(migration, "")), CONSISTENT)
                .forEach(item -> table.quarantined().deleteKey(new QuarantinedItem.Key(migration, item.key())));
    }

    /** The first segment says how many there are; a process that was killed may have created some of the others only. */
    private void createAll(int wanted) {
        Map<Integer, MigrationSegment> known = new TreeMap<>();
        all().forEach(segment -> known.put(segment.segment(), segment));
        MigrationSegment first = known.get(0);
        int segments = first == null ? create(0, wanted).segments() : first.segments();
        for (int i = 1; i < segments; i++) {
            if (!known.containsKey(i)) {
                create(i, segments);
            }
        }
    }

    private MigrationSegment create(int segment, int segments) {
        MigrationSegment created = new MigrationSegment(
                migration, segment, segments, Map.of(), false, null, null, MigrationCounts.NONE, null);
        try {
            return table.segments().create(created);
        } catch (ConditionalCheckFailedException e) {
            return table.segments().itemIn(e).orElse(created);
        }
    }

    private List<MigrationSegment> all() {
        List<MigrationSegment> all = new ArrayList<>();
        table.segments()
                .queryAllContents(new BeginsWith<>(new MigrationSegment.Key(migration, null)), CONSISTENT)
                .forEach(all::add);
        all.sort(Comparator.comparingInt(MigrationSegment::segment));
        return all;
    }

    @Override
    public synchronized @Nullable Claim claim() {
        Instant now = clock.instant();
        for (MigrationSegment segment : all()) {
            Instant leasedUntil = segment.leasedUntil();
            boolean isFree = segment.owner() == null || leasedUntil == null || !leasedUntil.isAfter(now);
            if (!segment.done() && isFree) {
                MigrationSegment taken = save(
                        with(segment, segment.start(), false, Nonces.RANDOM.next(), leaseEnd(), MigrationCounts.NONE));
                if (taken != null) {
                    return new Held(taken);
                }
            }
        }
        return null;
    }

    private Instant leaseEnd() {
        return clock.instant().plus(lease).truncatedTo(ChronoUnit.MILLIS);
    }

    private static MigrationSegment with(
            MigrationSegment segment,
            Map<String, String> start,
            boolean done,
            @Nullable String owner,
            @Nullable Instant leasedUntil,
            MigrationCounts page) {
        return new MigrationSegment(
                segment.migration(),
                segment.segment(),
                segment.segments(),
                start,
                done,
                owner,
                leasedUntil,
                segment.counts().plus(page),
                segment.version());
    }

    /** The segment as it is stored; null if another has it. */
    private @Nullable MigrationSegment save(MigrationSegment segment) {
        try {
            return table.segments().save(segment);
        } catch (ConditionalCheckFailedException e) {
            MigrationSegment found = table.segments().itemIn(e).orElse(null);
            return found != null && isSame(found, segment) ? found : null;
        }
    }

    /** Whether a segment was stored by an earlier attempt of the same request. */
    private static boolean isSame(MigrationSegment found, MigrationSegment saved) {
        return saved.owner() != null
                && saved.owner().equals(found.owner())
                && Objects.equals(saved.leasedUntil(), found.leasedUntil())
                && saved.start().equals(found.start());
    }

    @Override
    public boolean isDone() {
        return all().stream().allMatch(MigrationSegment::done);
    }

    @Override
    public MigrationCounts counts() {
        return all().stream().map(MigrationSegment::counts).reduce(MigrationCounts.NONE, MigrationCounts::plus);
    }

    @Override
    public void quarantine(String key, String reason) {
        table.quarantined().save(new QuarantinedItem(migration, key, reason));
    }

    @Override
    public List<QuarantinedItem> quarantined() {
        List<QuarantinedItem> items = new ArrayList<>();
        for (QuarantinedItem item :
                table.quarantined().queryAllContents(new BeginsWith<>(new QuarantinedItem.Key(migration, "")))) {
            if (items.size() == MemoryCheckpoints.MOST_QUARANTINED) {
                break;
            }
            items.add(item);
        }
        return items;
    }

    private final class Held implements Claim {
        private MigrationSegment segment;

        Held(MigrationSegment segment) {
            this.segment = segment;
        }

        @Override
        public int segment() {
            return segment.segment();
        }

        @Override
        public int segments() {
            return segment.segments();
        }

        @Override
        public @Nullable Map<String, AttributeValue> start() {
            return segment.start().isEmpty() ? null : KeyText.key(segment.start());
        }

        @Override
        public boolean advance(@Nullable Map<String, AttributeValue> next, MigrationCounts page) {
            // The owner stays, by whom a save is recognised whose response was lost.
            Map<String, String> start = next == null ? Map.of() : KeyText.of(next);
            return stored(with(segment, start, next == null, segment.owner(), leaseEnd(), page));
        }

        @Override
        public boolean keep() {
            Instant leasedUntil = segment.leasedUntil();
            boolean hasTime = leasedUntil != null
                    && clock.instant().plus(lease.dividedBy(2)).isBefore(leasedUntil);
            return hasTime
                    || stored(with(segment, segment.start(), false, segment.owner(), leaseEnd(), MigrationCounts.NONE));
        }

        private boolean stored(MigrationSegment changed) {
            MigrationSegment saved = save(changed);
            if (saved != null) {
                segment = saved;
            }
            return saved != null;
        }

        @Override
        public void release() {
            try {
                save(with(segment, segment.start(), segment.done(), null, null, MigrationCounts.NONE));
            } catch (RuntimeException e) {
                // The run failed already, and the lease ends anyway.
            }
        }
    }
}
