package dev.tempest.tests.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.items.ItemChange;
import dev.tempest.items.TypedItem;
import dev.tempest.items.UnreadableRecord;
import dev.tempest.sdk2.items.ItemReader;
import dev.tempest.sdk2.items.ItemWriter;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.migrations.Shows.Db;
import dev.tempest.tests.migrations.Shows.Show;
import dev.tempest.tests.migrations.Shows.ShowTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Items of an older model in streams and exports. */
class OlderItemsElsewhereTest {
    private static final Show OLD = new Show("a", "", "Title a", 700, "jazz", null, null, null, 3L);

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("shows", ShowTable.class));

    private final ItemReader reader = ItemReader.of(ShowTable.class).migrateOnRead(Shows.migration(Show.class));

    @Test
    void aReaderReturnsThemAsItemsOfTheCurrentModel() {
        assertThat(reader.read(Shows.oldRow("a", "jazz", 3L))).isEqualTo(new TypedItem<>(Show.class, OLD));
        assertThat(ItemReader.of(ShowTable.class).read(Shows.oldRow("a", "jazz", 3L)))
                .isInstanceOf(UnreadableRecord.class);
    }

    @Test
    void soAreBothImagesOfAChange() {
        Map<String, AttributeValue> after = new HashMap<>(Shows.oldRow("a", "folk", 4L));
        Record record = Record.builder()
                .eventName(OperationType.MODIFY)
                .eventID("e")
                .dynamodb(change -> change.sequenceNumber("1")
                        .keys(Shows.key("a"))
                        .oldImage(Shows.oldRow("a", "jazz", 3L))
                        .newImage(after))
                .build();

        ItemChange<?> change = (ItemChange<?>) reader.records(List.of(record)).get(0);

        assertThat(change.before()).isEqualTo(Optional.of(OLD));
        assertThat(change.after().map(item -> ((Show) item).genre())).hasValue("folk");
    }

    @Test
    void aStepThatFailsMakesAnUnreadableRecord() {
        Map<String, AttributeValue> row = new HashMap<>(Shows.oldRow("a", null, null));
        row.remove("price");

        assertThat(reader.read(row))
                .isInstanceOfSatisfying(
                        UnreadableRecord.class,
                        unreadable -> assertThat(unreadable.reason())
                                .contains(
                                        "cannot be migrated: the step to version 2 threw java.lang.NullPointerException"));
    }

    @Test
    void aWriterSaysThatItsItemsAreOfTheCurrentModel() {
        Show show = new Show("b", "New", 5, null);
        ItemWriter writer = ItemWriter.of(ShowTable.class).migrateOnRead(Shows.migration(Show.class));

        assertThat(writer.line(show)).contains("\"model\":{\"N\":\"2\"}");
        assertThat(writer.withMaxFileSize(1_000).line(show)).contains("\"model\"");
        assertThat(ItemWriter.of(ShowTable.class).line(show)).doesNotContain("model");
    }

    @Test
    void rawItemsAreAsTheyAreStored() {
        Db shows = Shows.open(db.connection().enhancedClient());
        Map<String, AttributeValue> row = Shows.oldRow("a", "jazz", 3L);
        db.connection().client().putItem(put -> put.tableName("shows").item(row));

        assertThat(shows.shows().load(Shows.key("a"))).isEqualTo(row);
    }
}
