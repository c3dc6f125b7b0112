package dev.tempest.sdk2.internal.sync;

import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.sdk2.internal.table.ReadModel;

/** A secondary index, by a client that blocks. */
record SyncIndex<K, I>(SyncRequests requests, ReadModel<K, I> model) implements SecondaryIndex<K, I>, SyncReads<K, I> {
    @Override
    public <P> SecondaryIndex<K, P> projecting(Class<P> type) {
        return new SyncIndex<>(requests, model.projections().of(type));
    }

    @Override
    public String toString() {
        return model.describe("SecondaryIndex");
    }
}
