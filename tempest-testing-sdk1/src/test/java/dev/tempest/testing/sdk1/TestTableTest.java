package dev.tempest.testing.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBVersionAttribute;
import com.amazonaws.services.dynamodbv2.model.AttributeDefinition;
import com.amazonaws.services.dynamodbv2.model.KeySchemaElement;
import com.amazonaws.services.dynamodbv2.model.StreamSpecification;
import com.amazonaws.services.dynamodbv2.model.StreamViewType;
import com.amazonaws.services.dynamodbv2.model.TableDescription;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestTableTest {
    @Test
    void hasTheKeysAndIndexesThatTheClassDeclares() {
        TableDescription created = create(TestTable.create("albums", MusicItem.class));

        assertThat(created.getTableName()).isEqualTo("albums");
        assertThat(keys(created.getKeySchema())).containsExactly("HASH partitionKey", "RANGE sortKey");
        assertThat(created.getLocalSecondaryIndexes()).singleElement().satisfies(index -> {
            assertThat(index.getIndexName()).isEqualTo("by_title");
            assertThat(keys(index.getKeySchema())).containsExactly("HASH partitionKey", "RANGE title");
            assertThat(index.getProjection().getProjectionType()).isEqualTo("ALL");
        });
        assertThat(created.getGlobalSecondaryIndexes())
                .allSatisfy(index ->
                        assertThat(index.getProjection().getProjectionType()).isEqualTo("ALL"))
                .extracting(index -> index.getIndexName() + keys(index.getKeySchema()))
                .containsExactlyInAnyOrder("by_artist_and_year[HASH artist, RANGE year]", "by_artist[HASH artist]");
        assertThat(created.getBillingModeSummary().getBillingMode()).isEqualTo("PAY_PER_REQUEST");
    }

    @Test
    void hasTheNameThatTheClassSaysUnlessThereIsAnother() {
        assertThat(TestTable.create(MusicItem.class).name()).isEqualTo("music_items");
        assertThat(TestTable.create("albums", MusicItem.class).name()).isEqualTo("albums");
    }

    @Test
    void canBeChangedBeforeItIsCreated() {
        TestTable withStream = TestTable.create(
                "music_items",
                MusicItem.class,
                request -> request.withStreamSpecification(new StreamSpecification()
                        .withStreamEnabled(true)
                        .withStreamViewType(StreamViewType.NEW_IMAGE)));

        assertThat(create(withStream).getStreamSpecification().getStreamViewType())
                .isEqualTo("NEW_IMAGE");
    }

    @Test
    void staysAsItIsWhateverHappensToACopyOfItsRequest() {
        TestTable table = TestTable.create(MusicItem.class);

        table.request().setTableName("other");

        assertThat(table.request().getTableName()).isEqualTo("music_items");
    }

    public static class VersionedItem extends MusicItem {
        private Long version;

        @DynamoDBVersionAttribute
        public Long getVersion() {
            return version;
        }

        public void setVersion(Long version) {
            this.version = version;
        }
    }

    @Test
    void definesNoVersionAttribute() {
        assertThat(TestTable.create("music_items", VersionedItem.class)
                        .request()
                        .getAttributeDefinitions())
                .extracting(AttributeDefinition::getAttributeName)
                .containsExactlyInAnyOrder("partitionKey", "sortKey", "title", "artist", "year");
    }

    @Test
    void saysWhichClassItCannotRead() {
        assertThatThrownBy(() -> TestTable.create("music_items", String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String");
    }

    @Test
    void tellsItsNameAndItsClass() {
        TestTable table = TestTable.create(MusicItem.class);

        assertThat(table.rawItemClass()).isEqualTo(MusicItem.class);
        assertThat(table).hasToString("TestTable[music_items of MusicItem]");
    }

    private static TableDescription create(TestTable table) {
        try (DynamoDbConnection db = DynamoDbConnection.embedded()) {
            db.createTable(table);
            return db.client().describeTable(table.name()).getTable();
        }
    }

    private static List<String> keys(List<KeySchemaElement> schema) {
        return schema.stream()
                .map(key -> key.getKeyType() + " " + key.getAttributeName())
                .toList();
    }
}
