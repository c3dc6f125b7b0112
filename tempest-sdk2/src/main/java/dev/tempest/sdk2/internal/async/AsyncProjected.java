package dev.tempest.sdk2.internal.async;

import dev.tempest.sdk2.AsyncProjectedView;
import dev.tempest.sdk2.Loaded;
import dev.tempest.sdk2.internal.read.GetItemOperation;
import dev.tempest.sdk2.internal.table.ReadModel;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Some properties of a view's items, without blocking. */
record AsyncProjected<K, P>(AsyncRequests.Source requests, ReadModel<K, P> model, GetItemOperation<K, P> get)
        implements AsyncProjectedView<K, P>, AsyncReads<K, P> {
    AsyncProjected(AsyncRequests.Source requests, ReadModel<K, P> model) {
        this(requests, model, new GetItemOperation<>(model.mapper(), model.key()::encode));
    }

    @Override
    public CompletableFuture<@Nullable P> loadAsync(K key, boolean consistentReads) {
        return requests.send(() -> get.load(key, consistentReads, null, Loaded::item));
    }

    @Override
    public CompletableFuture<Loaded<P>> loadAsync(
            K key, boolean consistentReads, ReturnConsumedCapacity returnConsumedCapacity) {
        return requests.send(() -> get.load(key, consistentReads, returnConsumedCapacity, loaded -> loaded));
    }

    @Override
    public String toString() {
        return model.describe("AsyncProjectedView");
    }
}
