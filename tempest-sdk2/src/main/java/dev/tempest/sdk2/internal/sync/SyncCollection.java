package dev.tempest.sdk2.internal.sync;

import dev.tempest.KeyCondition;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.internal.table.CollectionModel;
import org.jspecify.annotations.Nullable;

/** An item collection, by a client that blocks. */
record SyncCollection<K, A>(SyncRequests requests, CollectionModel<K, A> model) implements ItemCollection<K, A> {
    @Override
    public @Nullable A load(K key, QueryConfig config) {
        return requests.call(model.operation(), call -> model.load(call, key, config));
    }

    @Override
    public @Nullable A load(KeyCondition<?> condition, QueryConfig config) {
        return requests.call(model.operation(), call -> model.load(call, condition, config));
    }

    @Override
    public String toString() {
        return model.describe("ItemCollection");
    }
}
