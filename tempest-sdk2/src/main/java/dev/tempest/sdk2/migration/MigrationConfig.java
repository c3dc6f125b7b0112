package dev.tempest.sdk2.migration;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a migration runs over a table. Immutable. */
public final class MigrationConfig {
    private static final int MOST_SEGMENTS = 1_000_000;
    private static final int MOST_ITEMS = 1_000;

    private final @Nullable String tableName;
    private final int segments;
    private final int pageSize;
    private final @Nullable Double readUnitsPerSecond;
    private final @Nullable Double writeUnitsPerSecond;
    private final @Nullable MigrationTable checkpoints;
    private final String name;
    private final Duration lease;
    private final boolean startOver;
    private final Consumer<MigrationProgress> onProgress;

    private MigrationConfig(Builder builder) {
        tableName = builder.tableName;
        segments = builder.segments;
        pageSize = builder.pageSize;
        readUnitsPerSecond = builder.readUnitsPerSecond;
        writeUnitsPerSecond = builder.writeUnitsPerSecond;
        checkpoints = builder.checkpoints;
        name = builder.name;
        lease = builder.lease;
        startOver = builder.startOver;
        onProgress = builder.onProgress;
        require("segments", segments, MOST_SEGMENTS);
        require("pageSize", pageSize, MOST_ITEMS);
        require("readUnitsPerSecond", readUnitsPerSecond);
        require("writeUnitsPerSecond", writeUnitsPerSecond);
        if (lease.compareTo(Duration.ofSeconds(1)) < 0 || lease.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("lease must be from a second to an hour, not " + lease + ".");
        }
    }

    private static void require(String property, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(property + " must be from 1 to " + most + ", not " + value + ".");
        }
    }

    private static void require(String property, @Nullable Double units) {
        if (units != null && !(units > 0 && units < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(property + " must be more than 0, not " + units + ".");
        }
    }

    /** The defaults. */
    public static MigrationConfig defaults() {
        return builder().build();
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with the values of this configuration. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.tableName = tableName;
        builder.segments = segments;
        builder.pageSize = pageSize;
        builder.readUnitsPerSecond = readUnitsPerSecond;
        builder.writeUnitsPerSecond = writeUnitsPerSecond;
        builder.checkpoints = checkpoints;
        builder.name = name;
        builder.lease = lease;
        builder.startOver = startOver;
        builder.onProgress = onProgress;
        return builder;
    }

    /** The table, where several tables of the database have the item type; null if there is one. */
    public @Nullable String tableName() {
        return tableName;
    }

    /**
     * Into how many segments the table is divided; 4 by default. As many are migrated at a time as the database may send
     * requests at a time. With checkpoints, the segments of the first run count.
     */
    public int segments() {
        return segments;
    }

    /** How many items a page has at most, after each of which there is a checkpoint; 100 by default, from 1 to 1,000. */
    public int pageSize() {
        return pageSize;
    }

    /** How many read units the process consumes in a second; null, the default, for no limit. */
    public @Nullable Double readUnitsPerSecond() {
        return readUnitsPerSecond;
    }

    /** How many write units the process consumes in a second, those of indexes included; null, the default, for no limit. */
    public @Nullable Double writeUnitsPerSecond() {
        return writeUnitsPerSecond;
    }

    /** Where the progress is kept; null, the default, if each run reads the whole table. */
    public @Nullable MigrationTable checkpoints() {
        return checkpoints;
    }

    /** Distinguishes the checkpoints of one migration from those of others, together with the table and the target version. */
    public String name() {
        return name;
    }

    /** How long a process has a segment to itself after it was heard of last; 30 seconds by default. */
    public Duration lease() {
        return lease;
    }

    /** Whether earlier checkpoints are deleted first. False by default. */
    public boolean startOver() {
        return startOver;
    }

    /** Receives the progress after each page. By default, nobody does. */
    public Consumer<MigrationProgress> onProgress() {
        return onProgress;
    }

    /** Builds a {@link MigrationConfig}. Not safe for use by several threads. */
    public static final class Builder {
        private @Nullable String tableName;
        private int segments = 4;
        private int pageSize = 100;
        private @Nullable Double readUnitsPerSecond;
        private @Nullable Double writeUnitsPerSecond;
        private @Nullable MigrationTable checkpoints;
        private String name = "";
        private Duration lease = Duration.ofSeconds(30);
        private boolean startOver;
        private Consumer<MigrationProgress> onProgress = progress -> {};

        private Builder() {}

        /** Sets {@link MigrationConfig#tableName()}. */
        public Builder tableName(String tableName) {
            this.tableName = Objects.requireNonNull(tableName, "tableName");
            return this;
        }

        /** Sets {@link MigrationConfig#segments()}. */
        public Builder segments(int segments) {
            this.segments = segments;
            return this;
        }

        /** Sets {@link MigrationConfig#pageSize()}. */
        public Builder pageSize(int pageSize) {
            this.pageSize = pageSize;
            return this;
        }

        /** Sets {@link MigrationConfig#readUnitsPerSecond()}. */
        public Builder readUnitsPerSecond(double units) {
            this.readUnitsPerSecond = units;
            return this;
        }

        /** Sets {@link MigrationConfig#writeUnitsPerSecond()}. */
        public Builder writeUnitsPerSecond(double units) {
            this.writeUnitsPerSecond = units;
            return this;
        }

        /** Sets {@link MigrationConfig#checkpoints()}. */
        public Builder checkpoints(MigrationTable checkpoints) {
            this.checkpoints = Objects.requireNonNull(checkpoints, "checkpoints");
            return this;
        }

        /** Sets {@link MigrationConfig#name()}. */
        public Builder name(String name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /** Sets {@link MigrationConfig#lease()}. */
        public Builder lease(Duration lease) {
            this.lease = Objects.requireNonNull(lease, "lease");
            return this;
        }

        /** Sets {@link MigrationConfig#startOver()}. */
        public Builder startOver(boolean startOver) {
            this.startOver = startOver;
            return this;
        }

        /** Sets {@link MigrationConfig#onProgress()}. */
        public Builder onProgress(Consumer<MigrationProgress> onProgress) {
            this.onProgress = Objects.requireNonNull(onProgress, "onProgress");
            return this;
        }

        /**
         * Builds the configuration.
         *
         * @throws IllegalArgumentException if a value is out of its range
         */
        public MigrationConfig build() {
            return new MigrationConfig(this);
        }
    }
}
