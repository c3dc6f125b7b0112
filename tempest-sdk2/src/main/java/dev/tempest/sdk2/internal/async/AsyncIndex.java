package dev.tempest.sdk2.internal.async;

import dev.tempest.sdk2.AsyncSecondaryIndex;
import dev.tempest.sdk2.internal.table.ReadModel;

/** A secondary index, without blocking. */
record AsyncIndex<K, I>(AsyncRequests.Source requests, ReadModel<K, I> model)
        implements AsyncSecondaryIndex<K, I>, AsyncReads<K, I> {
    @Override
    public <P> AsyncSecondaryIndex<K, P> projecting(Class<P> type) {
        return new AsyncIndex<>(requests, model.projections().of(type));
    }

    @Override
    public String toString() {
        return model.describe("AsyncSecondaryIndex");
    }
}
