package dev.tempest.sdk2.internal;

import dev.tempest.KeyCondition;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.QueryConfig;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An item collection, by a client that blocks. */
record SyncCollection<K, A>(DynamoDbClient client, CollectionModel<K, A> model) implements ItemCollection<K, A> {
    @Override
    public @Nullable A load(K key, QueryConfig config) {
        return SyncRequests.await(model.load(new SyncRequests(client), key, config));
    }

    @Override
    public @Nullable A load(KeyCondition<?> condition, QueryConfig config) {
        return SyncRequests.await(model.load(new SyncRequests(client), condition, config));
    }

    @Override
    public String toString() {
        return model.describe("ItemCollection");
    }
}
