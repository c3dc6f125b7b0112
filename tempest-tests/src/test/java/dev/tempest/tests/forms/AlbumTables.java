package dev.tempest.tests.forms;

import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table of albums, and its items as DynamoDB has them. */
final class AlbumTables {
    static final Album.Key KEY = new Album.Key("A", "");

    private AlbumTables() {}

    interface Music extends LogicalDb {
        @TableName("albums")
        AlbumTable albums();
    }

    interface AlbumTable extends LogicalTable<RawAlbum> {
        InlineView<Album.Key, Album> album();
    }

    interface OwnMusic extends LogicalDb {
        @TableName("albums")
        OwnTable albums();
    }

    @Table(partitionKey = "partition_key", sortKey = "sort_key")
    interface OwnTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Album.Key, Album> album();
    }

    static TestDb create() {
        return TestDb.of(TestTable.create("albums", KeyRow.class));
    }

    static Music music(TestDb db) {
        return db.logicalDb(Music.class);
    }

    static InlineView<Album.Key, Album> albums(TestDb db) {
        return music(db).albums().album();
    }

    static Map<String, AttributeValue> stored(TestDb db) {
        return db.client().getItem(get -> get.tableName("albums").key(key())).item();
    }

    /** Stores an album that another program has written. */
    static void store(TestDb db, String attribute, AttributeValue value) {
        Map<String, AttributeValue> row = new HashMap<>(key());
        row.put(attribute, value);
        db.client().putItem(put -> put.tableName("albums").item(row));
    }

    private static Map<String, AttributeValue> key() {
        return Map.of("partition_key", AttributeValue.fromS("A"), "sort_key", AttributeValue.fromS("INFO_"));
    }
}
