package dev.tempest.local.internal.stream;

import dev.tempest.local.internal.json.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The stream of a table: one shard, whose records are kept for a day. Instances are thread-safe. */
public final class TableStream {
    public static final Duration KEPT = Duration.ofHours(24);

    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final String tableName;
    private final KeyNames keys;
    private final String label;
    private final String arn;
    private final String shardId;
    private final StreamView view;
    private final Instant created;
    private final long firstSequence;
    private final List<StreamRecord> records = new ArrayList<>();
    private @Nullable Instant disabled;
    private long lastSequence;

    public TableStream(
            String tableName, String tableArn, KeyNames keys, StreamView view, Instant created, long firstSequence) {
        this.tableName = tableName;
        this.keys = keys;
        this.label = LABEL.format(created);
        this.arn = tableArn + "/stream/" + label;
        this.view = view;
        this.created = created;
        this.firstSequence = firstSequence;
        this.lastSequence = firstSequence;
        this.shardId = String.format(Locale.ROOT, "shardId-%020d-%08x", created.toEpochMilli(), arn.hashCode());
    }

    /** The names of the key attributes of the table. */
    public record KeyNames(List<String> hash, List<String> range) {}

    static String sequenceNumber(long sequence) {
        return String.format(Locale.ROOT, "%021d", sequence);
    }

    public String tableName() {
        return tableName;
    }

    public KeyNames keys() {
        return keys;
    }

    public String label() {
        return label;
    }

    public String arn() {
        return arn;
    }

    public String shardId() {
        return shardId;
    }

    public StreamView view() {
        return view;
    }

    public Instant created() {
        return created;
    }

    public synchronized void add(StreamRecord record) {
        trim(record.at());
        records.add(record);
        lastSequence = record.sequence();
    }

    /** No record comes any more. */
    public synchronized void disable(Instant now) {
        if (disabled == null) {
            disabled = now;
        }
    }

    public synchronized boolean isEnabled() {
        return disabled == null;
    }

    /** Whether the stream was disabled so long ago that nothing of it is kept. */
    public synchronized boolean isGone(Instant now) {
        return disabled != null && disabled.plus(KEPT).isBefore(now);
    }

    public String startingSequenceNumber() {
        return sequenceNumber(firstSequence);
    }

    /** The end of the shard; null while records may come. */
    public synchronized @Nullable String endingSequenceNumber() {
        return disabled == null ? null : sequenceNumber(lastSequence);
    }

    /** The sequence from which the oldest record that is kept can be read. */
    public synchronized long oldest(Instant now) {
        trim(now);
        return records.isEmpty() ? lastSequence + 1 : records.get(0).sequence();
    }

    /** The sequence from which the next record will be read. */
    public synchronized long next() {
        return lastSequence + 1;
    }

    /** Writes a record of this stream. */
    public void write(JsonWriter out, StreamRecord record, String region) {
        record.write(out, region, view);
    }

    /** Up to {@code limit} records from this sequence on. */
    public synchronized List<StreamRecord> from(long sequence, int limit, Instant now) {
        trim(now);
        return records.stream()
                .filter(record -> record.sequence() >= sequence)
                .limit(limit)
                .toList();
    }

    private void trim(Instant now) {
        Instant oldest = now.minus(KEPT);
        int trimmed = 0;
        while (trimmed < records.size() && records.get(trimmed).at().isBefore(oldest)) {
            trimmed++;
        }
        records.subList(0, trimmed).clear();
    }
}
