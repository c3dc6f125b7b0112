package dev.tempest.sdk2.internal.migrate;

import dev.tempest.sdk2.migration.MigrationCounts;
import dev.tempest.sdk2.migration.QuarantinedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Checkpoints that end with the process: the next run reads the whole table again. */
final class MemoryCheckpoints implements Checkpoints {
    static final int MOST_QUARANTINED = 1_000;

    private final String migration;
    private final int segments;
    private final List<QuarantinedItem> quarantined = new ArrayList<>();
    private int claimed;
    private int done;
    private MigrationCounts counts = MigrationCounts.NONE;

    MemoryCheckpoints(String migration, int segments) {
        this.migration = migration;
        this.segments = segments;
    }

    @Override
    public synchronized @Nullable Claim claim() {
        return claimed == segments ? null : new Held(claimed++);
    }

    @Override
    public synchronized boolean isDone() {
        return done == segments;
    }

    @Override
    public synchronized MigrationCounts counts() {
        return counts;
    }

    @Override
    public synchronized void quarantine(String key, String reason) {
        if (quarantined.size() < MOST_QUARANTINED) {
            quarantined.add(new QuarantinedItem(migration, key, reason));
        }
    }

    @Override
    public synchronized List<QuarantinedItem> quarantined() {
        return List.copyOf(quarantined);
    }

    private synchronized void add(MigrationCounts page, boolean isLast) {
        counts = counts.plus(page);
        done += isLast ? 1 : 0;
    }

    private final class Held implements Claim {
        private final int segment;

        Held(int segment) {
            this.segment = segment;
        }

        @Override
        public int segment() {
            return segment;
        }

        @Override
        public int segments() {
            return segments;
        }

        @Override
        public @Nullable Map<String, AttributeValue> start() {
            return null;
        }

        @Override
        public boolean advance(@Nullable Map<String, AttributeValue> next, MigrationCounts page) {
            add(page, next == null);
            return true;
        }

        @Override
        public boolean keep() {
            return true;
        }

        @Override
        public void release() {
            // The run fails with it.
        }
    }
}
