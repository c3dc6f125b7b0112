package dev.tempest.sdk2.internal.async;

import dev.tempest.KeyCondition;
import dev.tempest.sdk2.AsyncItemCollection;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.internal.table.CollectionModel;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An item collection, without blocking. */
record AsyncCollection<K, A>(AsyncRequests.Source requests, CollectionModel<K, A> model)
        implements AsyncItemCollection<K, A> {
    @Override
    public CompletableFuture<@Nullable A> loadAsync(K key, QueryConfig config) {
        return requests.call(model.operation(), call -> model.load(call, key, config));
    }

    @Override
    public CompletableFuture<@Nullable A> loadAsync(KeyCondition<?> condition, QueryConfig config) {
        return requests.call(model.operation(), call -> model.load(call, condition, config));
    }

    @Override
    public String toString() {
        return model.describe("AsyncItemCollection");
    }
}
