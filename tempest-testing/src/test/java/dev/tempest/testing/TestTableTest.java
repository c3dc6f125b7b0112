package dev.tempest.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbVersionAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

class TestTableTest {
    private final TestTable table = TestTable.create("music_items", MusicItem.class);

    @Test
    void hasTheKeysAndIndexesThatTheClassDeclares() {
        TableDescription created = create(table);

        assertThat(keys(created.keySchema())).containsExactly("HASH partitionKey", "RANGE sortKey");
        assertThat(created.localSecondaryIndexes()).singleElement().satisfies(index -> {
            assertThat(index.indexName()).isEqualTo("by_title");
            assertThat(keys(index.keySchema())).containsExactly("HASH partitionKey", "RANGE title");
            assertThat(index.projection().projectionType()).isEqualTo(ProjectionType.ALL);
        });
        assertThat(created.globalSecondaryIndexes())
                .allSatisfy(
                        index -> assertThat(index.projection().projectionType()).isEqualTo(ProjectionType.ALL))
                .extracting(index -> index.indexName() + keys(index.keySchema()))
                .containsExactlyInAnyOrder("by_artist_and_year[HASH artist, RANGE year]", "by_artist[HASH artist]");
        assertThat(created.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
    }

    @Test
    void canBeChangedBeforeItIsCreated() {
        TestTable withStream = TestTable.create(
                "music_items",
                MusicItem.class,
                request -> request.streamSpecification(
                        stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)));

        assertThat(create(withStream).streamSpecification().streamViewType()).isEqualTo(StreamViewType.NEW_IMAGE);
    }

    @DynamoDbBean
    public static class VersionedItem extends MusicItem {
        private Long version;

        @DynamoDbVersionAttribute
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
                        .attributeDefinitions())
                .extracting(AttributeDefinition::attributeName)
                .containsExactlyInAnyOrder("partitionKey", "sortKey", "title", "artist", "year");
    }

    @Test
    void saysWhichClassItCannotRead() {
        assertThatThrownBy(() -> TestTable.create("music_items", String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("String");
    }

    @Test
    void tellsItsNameAndItsClass() {
        assertThat(table.name()).isEqualTo("music_items");
        assertThat(table.rawItemClass()).isEqualTo(MusicItem.class);
        assertThat(table).hasToString("TestTable[music_items of MusicItem]");
    }

    private static TableDescription create(TestTable table) {
        try (DynamoDbConnection db = DynamoDbConnection.embedded()) {
            db.createTable(table);
            return db.client()
                    .describeTable(request -> request.tableName(table.name()))
                    .table();
        }
    }

    private static List<String> keys(List<KeySchemaElement> schema) {
        return schema.stream()
                .map(key -> key.keyType() + " " + key.attributeName())
                .toList();
    }
}
