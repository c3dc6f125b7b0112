package dev.tempest.sdk2.migration;

import dev.tempest.KeyTemplate;
import dev.tempest.Version;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far one segment of a migration has come.
 *
 * @param migration the migration, as its checkpoints name it
 * @param segment the number of the segment
 * @param segments how many there are
 * @param start where the next page begins, with the type and the text of each value; empty for the beginning
 * @param done whether there are no more pages
 * @param owner who works on the segment; null for nobody
 * @param leasedUntil when another may take it over
 * @param counts what was done
 */
@KeyTemplate(attribute = "entry", value = "segment#{segment:7}")
public record MigrationSegment(
        String migration,
        int segment,
        int segments,
        Map<String, String> start,
        boolean done,
        @Nullable String owner,
        @Nullable Instant leasedUntil,
        MigrationCounts counts,
        @Version @Nullable Long version) {
    /** The key of a segment. */
    public record Key(String migration, @Nullable Integer segment) {}
}
