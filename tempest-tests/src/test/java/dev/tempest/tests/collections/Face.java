package dev.tempest.tests.collections;

import dev.tempest.ItemSet;
import dev.tempest.KeyCondition;
import dev.tempest.sdk2.AsyncItemCollection;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.tests.collections.Music.AsyncMusicDb;
import dev.tempest.tests.collections.Music.AsyncMusicTable;
import dev.tempest.tests.collections.Music.DeclaredMusicDb;
import dev.tempest.tests.collections.Music.MusicDb;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The synchronous table, the asynchronous one, and one without a raw item type, called alike: they must answer the same. */
enum Face {
    SYNC {
        @Override
        <K, A> ItemCollection<K, A> collection(DynamoDbConnection db, Class<K> keyType, Class<A> type) {
            return db.logicalDb(MusicDb.class).music().itemCollection(keyType, type);
        }

        @Override
        ItemCollection<Music.Album.Key, Music.Album> albums(DynamoDbConnection db) {
            return db.logicalDb(MusicDb.class).music().albums();
        }

        @Override
        ItemSet partition(DynamoDbConnection db, Object key, QueryConfig config, Class<?>... itemTypes) {
            Music.MusicTable table = db.logicalDb(MusicDb.class).music();
            if (key instanceof KeyCondition<?> condition) {
                return config == null
                        ? table.loadPartition(condition, itemTypes)
                        : table.loadPartition(condition, config, itemTypes);
            }
            return config == null ? table.loadPartition(key, itemTypes) : table.loadPartition(key, config, itemTypes);
        }
    },
    /** As {@link #SYNC}, of a table without a raw item type. */
    DECLARED {
        @Override
        <K, A> ItemCollection<K, A> collection(DynamoDbConnection db, Class<K> keyType, Class<A> type) {
            return db.logicalDb(DeclaredMusicDb.class).music().itemCollection(keyType, type);
        }

        @Override
        ItemCollection<Music.Album.Key, Music.Album> albums(DynamoDbConnection db) {
            return db.logicalDb(DeclaredMusicDb.class).music().albums();
        }

        @Override
        ItemSet partition(DynamoDbConnection db, Object key, QueryConfig config, Class<?>... itemTypes) {
            Music.DeclaredMusicTable table = db.logicalDb(DeclaredMusicDb.class).music();
            if (key instanceof KeyCondition<?> condition) {
                return config == null
                        ? table.loadPartition(condition, itemTypes)
                        : table.loadPartition(condition, config, itemTypes);
            }
            return config == null ? table.loadPartition(key, itemTypes) : table.loadPartition(key, config, itemTypes);
        }
    },
    ASYNC {
        @Override
        <K, A> ItemCollection<K, A> collection(DynamoDbConnection db, Class<K> keyType, Class<A> type) {
            return new Joined<>(db.asyncLogicalDb(AsyncMusicDb.class).music().itemCollection(keyType, type));
        }

        @Override
        ItemCollection<Music.Album.Key, Music.Album> albums(DynamoDbConnection db) {
            return new Joined<>(db.asyncLogicalDb(AsyncMusicDb.class).music().albums());
        }

        @Override
        ItemSet partition(DynamoDbConnection db, Object key, QueryConfig config, Class<?>... itemTypes) {
            AsyncMusicTable table = db.asyncLogicalDb(AsyncMusicDb.class).music();
            if (key instanceof KeyCondition<?> condition) {
                return join(
                        config == null
                                ? table.loadPartitionAsync(condition, itemTypes)
                                : table.loadPartitionAsync(condition, config, itemTypes));
            }
            return join(
                    config == null
                            ? table.loadPartitionAsync(key, itemTypes)
                            : table.loadPartitionAsync(key, config, itemTypes));
        }
    };

    abstract <K, A> ItemCollection<K, A> collection(DynamoDbConnection db, Class<K> keyType, Class<A> type);

    /** The collection that the table's interface declares. */
    abstract ItemCollection<Music.Album.Key, Music.Album> albums(DynamoDbConnection db);

    abstract ItemSet partition(DynamoDbConnection db, Object key, QueryConfig config, Class<?>... itemTypes);

    private record Joined<K, A>(AsyncItemCollection<K, A> collection) implements ItemCollection<K, A> {
        @Override
        public A load(K key) {
            return join(collection.loadAsync(key));
        }

        @Override
        public A load(K key, boolean consistentReads) {
            return join(collection.loadAsync(key, consistentReads));
        }

        @Override
        public A load(K key, QueryConfig config) {
            return join(collection.loadAsync(key, config));
        }

        @Override
        public A load(KeyCondition<?> condition) {
            return join(collection.loadAsync(condition));
        }

        @Override
        public A load(KeyCondition<?> condition, boolean consistentReads) {
            return join(collection.loadAsync(condition, consistentReads));
        }

        @Override
        public A load(KeyCondition<?> condition, QueryConfig config) {
            return join(collection.loadAsync(condition, config));
        }
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }
}
