package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Attribute;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.items.BulkPutReport;
import dev.tempest.items.NotWrittenItem;
import dev.tempest.items.TypedItem;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.items.BulkPut;
import dev.tempest.sdk2.items.BulkPutProgress;
import dev.tempest.sdk2.items.ItemReader;
import dev.tempest.sdk2.items.ItemWriter;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The code of the documentation about bulk puts. */
class BulkPutDocTest {
    @RegisterExtension
    final TestDb testDb = TestDb.of(TestTable.create("albums", AlbumTable.class));

    @TempDir
    Path directory;

    public record Album(
            @Attribute(name = "pk") String id,
            String title,
            @Version Long version) {
        public record Key(String id) {}

        Album titled(String other) {
            return new Album(id, other, version);
        }
    }

    @Table(partitionKey = "pk")
    public interface AlbumTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Album.Key, Album> albums();
    }

    public interface AlbumDb extends LogicalDb {
        @TableName("albums")
        AlbumTable albums();
    }

    @Test
    void writesChangedItems() throws IOException {
        InlineView<Album.Key, Album> albums =
                testDb.logicalDb(AlbumDb.class).albums().albums();
        albums.create(new Album("a", "Harbour Lights", null));

        List<Album> read = albums.scanAllContents().stream().toList();
        List<Album> changed = read.stream().map(album -> album.titled("Lights")).toList();

        List<Path> files = ItemWriter.of(AlbumTable.class).onlyIfUnchanged().write(changed, directory, "albums");

        assertThat(files).hasSize(1);
    }

    /** The SDK that this is compiled with has no such operation, so the program of {@code .ci/sdk-versions} follows one. */
    private static SdkPojo describe(String arn) {
        throw new UnsupportedOperationException(arn);
    }

    static BulkPutProgress follow(String arn) throws InterruptedException {
        BulkPut bulkPut = BulkPut.following(operation -> describe(operation)).onProgress(System.out::println);

        BulkPutProgress end = bulkPut.await(arn);
        return end;
    }

    @Test
    void readsTheReport() throws IOException {
        Path report = Files.writeString(
                directory.resolve("a.json"),
                "{\"Item\":{\"pk\":{\"S\":\"a\"},\"version\":{\"N\":\"2\"}},"
                        + "\"ExistingItem\":{\"pk\":{\"S\":\"a\"},\"version\":{\"N\":\"3\"}}}");
        List<Album> again = new ArrayList<>();

        try (Stream<NotWrittenItem> items = BulkPutReport.of(report).items(ItemReader.of(AlbumTable.class))) {
            items.forEach(notWritten -> {
                if (notWritten.existing().orElse(null) instanceof TypedItem<?> stored) {
                    again.add(((Album) stored.item()).titled("Lights"));
                } else {
                    System.err.println(notWritten + ": " + notWritten.details());
                }
            });
        }

        assertThat(again).containsExactly(new Album("a", "Lights", 3L));
    }
}
