package dev.tempest.sdk2.internal.sync;

import dev.tempest.sdk2.Loaded;
import dev.tempest.sdk2.ProjectedView;
import dev.tempest.sdk2.internal.read.GetItemOperation;
import dev.tempest.sdk2.internal.table.ReadModel;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Some properties of a view's items, by a client that blocks. */
record SyncProjected<K, P>(SyncRequests requests, ReadModel<K, P> model, GetItemOperation<K, P> get)
        implements ProjectedView<K, P>, SyncReads<K, P> {
    SyncProjected(SyncRequests requests, ReadModel<K, P> model) {
        this(requests, model, new GetItemOperation<>(model.mapper(), model.key()::encode));
    }

    @Override
    public Loaded<P> load(K key, boolean consistentReads, ReturnConsumedCapacity returnConsumedCapacity) {
        return requests.run(get.load(key, consistentReads, returnConsumedCapacity, loaded -> loaded));
    }

    @Override
    public String toString() {
        return model.describe("ProjectedView");
    }
}
