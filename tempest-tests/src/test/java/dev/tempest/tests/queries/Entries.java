package dev.tempest.tests.queries;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.tests.faces.Face;
import dev.tempest.tests.faces.Items;
import dev.tempest.tests.faces.Pages;
import dev.tempest.tests.faces.Sdk1Client;
import dev.tempest.tests.faces.Sdk1Items;
import dev.tempest.tests.faces.Sdk1Pages;
import dev.tempest.tests.faces.SyncItems;
import dev.tempest.tests.faces.SyncPages;

/** A table of entries by either SDK, with views of whatever item types a test has. */
interface Entries {
    String TABLE = "entries";

    <K, I> Items<K, I> items(Class<K> keyType, Class<I> itemType);

    <K, I> Pages<K, I> pages(Class<K> keyType, Class<I> itemType);

    <K, I> Pages<K, I> index(Class<K> offsetType, Class<I> itemType);

    void close();

    static Entries open(Face.Kind kind, DynamoDbConnection connection, String tableName) {
        return switch (kind) {
            case SYNC -> new Sdk2(connection.logicalDb(LogicalDb.class).logicalTable(tableName, Sdk2.EntryTable.class));
            case SDK1 -> {
                AmazonDynamoDB client = Sdk1Client.of(connection);
                var db = dev.tempest.sdk1.LogicalDb.builder(dev.tempest.sdk1.LogicalDb.class)
                        .client(client)
                        .build();
                yield new Sdk1(db.logicalTable(tableName, Sdk1.OldEntryTable.class), client);
            }
            case ASYNC, SYNC_ITEMS, ASYNC_ITEMS, SDK1_ITEMS -> throw new UnsupportedOperationException();
        };
    }

    record Sdk2(EntryTable table) implements Entries {
        interface EntryTable extends LogicalTable<Entry> {}

        @Override
        public <K, I> Items<K, I> items(Class<K> keyType, Class<I> itemType) {
            return new SyncItems<>(table.inlineView(keyType, itemType));
        }

        @Override
        public <K, I> Pages<K, I> pages(Class<K> keyType, Class<I> itemType) {
            var view = table.inlineView(keyType, itemType);
            return new SyncPages<>(view, view);
        }

        @Override
        public <K, I> Pages<K, I> index(Class<K> offsetType, Class<I> itemType) {
            var index = table.secondaryIndex(offsetType, itemType);
            return new SyncPages<>(index, index);
        }

        @Override
        public void close() {
            // The client is the connection's.
        }
    }

    record Sdk1(OldEntryTable table, AmazonDynamoDB client) implements Entries {
        interface OldEntryTable extends dev.tempest.sdk1.LogicalTable<Entry> {}

        @Override
        public <K, I> Items<K, I> items(Class<K> keyType, Class<I> itemType) {
            return new Sdk1Items<>(table.inlineView(keyType, itemType));
        }

        @Override
        public <K, I> Pages<K, I> pages(Class<K> keyType, Class<I> itemType) {
            var view = table.inlineView(keyType, itemType);
            return new Sdk1Pages<>(view, view);
        }

        @Override
        public <K, I> Pages<K, I> index(Class<K> offsetType, Class<I> itemType) {
            var index = table.secondaryIndex(offsetType, itemType);
            return new Sdk1Pages<>(index, index);
        }

        @Override
        public void close() {
            client.shutdown();
        }
    }
}
