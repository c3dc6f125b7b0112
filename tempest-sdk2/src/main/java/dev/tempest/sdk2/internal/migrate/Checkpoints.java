package dev.tempest.sdk2.internal.migrate;

import dev.tempest.sdk2.migration.MigrationCounts;
import dev.tempest.sdk2.migration.QuarantinedItem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How far the segments of a migration have come. Safe for use by several threads. */
interface Checkpoints {
    /** A segment that the caller may work on; null if all others are done or taken. */
    @Nullable Claim claim();

    /** Whether each segment is done, whoever did it. */
    boolean isDone();

    /** What was done up to the last checkpoints. */
    MigrationCounts counts();

    /** Remembers an item that is left as it is. */
    void quarantine(String key, String reason);

    /** The items that were left as they are, the first of them. */
    List<QuarantinedItem> quarantined();

    /** A segment that its holder works on. */
    interface Claim {
        int segment();

        int segments();

        /** Where the next page begins; null for the beginning. */
        @Nullable Map<String, AttributeValue> start();

        /**
         * A page is done.
         *
         * @param next where the next page begins; null after the last one
         * @param page what was done
         * @return whether the segment still is the holder's
         */
        boolean advance(@Nullable Map<String, AttributeValue> next, MigrationCounts page);

        /**
         * Keeps the segment for longer, if the holder would have to give it up soon.
         *
         * @return whether the segment still is the holder's
         */
        boolean keep();

        /** Lets others have the segment, which is not done. */
        void release();
    }
}
