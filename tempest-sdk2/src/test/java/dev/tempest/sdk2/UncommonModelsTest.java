package dev.tempest.sdk2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import java.util.AbstractMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** Models that few people write, and what is said of them. */
class UncommonModelsTest {
    @DynamoDbBean
    public static class Row {
        private String id;
        private String kind;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        @DynamoDbSortKey
        public String getKind() {
            return kind;
        }

        public void setKind(String kind) {
            this.kind = kind;
        }
    }

    interface Rows extends LogicalTable<Row> {}

    record Key(String id, String kind) {}

    private final LogicalDb db = Unconnected.db();
    private final Rows rows = db.logicalTable("rows", Rows.class);

    @Test
    void anItemTypeOfAModuleThatIsNotOpenIsRefused() {
        assertThatThrownBy(() -> rows.inlineView(Key.class, AbstractMap.SimpleEntry.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("AbstractMap.SimpleEntry is not open to this library (")
                .hasMessageEndingWith("). Add to its module-info: opens java.util.");
    }

    record Draft(String id, @Attribute(prefix = "DRAFT_") String kind) {}

    record Note(String id, @Attribute(prefix = "NOTE_") String kind) {}

    @Test
    void aKeyTypeOfTwoItemTypesHasNoCodecIfTheyStoreItDifferently() {
        rows.inlineView(Key.class, Draft.class);
        assertThat(rows.codec(Key.class).toDb(new Key("1", "a")).getKind()).isEqualTo("DRAFT_a");
        rows.inlineView(Key.class, Note.class);

        assertThatThrownBy(() -> rows.codec(Key.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("UncommonModelsTest.Key is a key type of UncommonModelsTest.Draft and of"
                        + " UncommonModelsTest.Note, which store it differently. Ask for the codec of one of these.");
        assertThat(rows.codec(Note.class).toDb(new Note("1", "a")).getKind()).isEqualTo("NOTE_a");
    }

    @Test
    void aKeyTypeOfTwoItemTypesIsNoKeyOfABatch() {
        rows.inlineView(Key.class, Draft.class);
        rows.inlineView(Key.class, Note.class);

        assertThatThrownBy(() -> db.batchLoad(new Key("1", "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A UncommonModelsTest.Key is the key of several item types, [UncommonModelsTest.Draft,"
                        + " UncommonModelsTest.Note]. Give each a key type of its own.");
    }
}
