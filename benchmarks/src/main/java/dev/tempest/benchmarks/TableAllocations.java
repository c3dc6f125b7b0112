package dev.tempest.benchmarks;

import dev.tempest.benchmarks.Allocations.Repeated;
import dev.tempest.benchmarks.Work.Operation;
import dev.tempest.benchmarks.models.AlbumRecord;
import dev.tempest.benchmarks.models.ReleaseRecord;
import dev.tempest.benchmarks.models.TrackRecord;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How many bytes it takes to encode and decode a record, in a table with a raw item type and in one without. */
public final class TableAllocations {
    static final String WITH = "with a raw item type";
    static final String WITHOUT = "without a raw item type";

    private TableAllocations() {}

    /** Prints the bytes of each work, one in a line. For a JVM that compiles nothing ({@code -Xint}). */
    public static void main(String[] args) {
        TrackRecord track = TrackRecord.sample("1001");
        print(
                "record of 4",
                track,
                db -> db.trackRecords().tracks().save(track),
                db -> db.tracks().tracks().save(track));
        AlbumRecord album = AlbumRecord.sample("1001");
        print(
                "record of 12",
                album,
                db -> db.albumRecords().albums().save(album),
                db -> db.albums().albums().save(album));
        ReleaseRecord release = ReleaseRecord.sample("1001");
        print(
                "record of 40",
                release,
                db -> db.releaseRecords().releases().save(release),
                db -> db.releases().releases().save(release));
    }

    private static <I> void print(String kind, I item, Consumer<MusicDb> write, Consumer<OwnMusicDb> writeOwn) {
        print(kind + " " + WITH, item, Schemas.<MusicDb, I>seenBy(MusicDb.class, write));
        print(kind + " " + WITHOUT, item, Schemas.<OwnMusicDb, I>seenBy(OwnMusicDb.class, writeOwn));
    }

    private static <I> void print(String kind, I item, TableSchema<I> schema) {
        Map<String, AttributeValue> row = schema.itemToMap(item, true);
        print("encode " + kind, () -> schema.itemToMap(item, true));
        print("decode " + kind, () -> schema.mapToItem(row));
    }

    private static void print(String work, Operation operation) {
        Repeated repeated = new Repeated(operation, 20);
        repeated.bytesForOne(); // what is only done once
        System.out.println(work + "," + repeated.bytesForOne());
    }
}
