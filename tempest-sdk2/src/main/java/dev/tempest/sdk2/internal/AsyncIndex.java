package dev.tempest.sdk2.internal;

import dev.tempest.sdk2.AsyncSecondaryIndex;

/** A secondary index, without blocking. */
record AsyncIndex<K, I>(AsyncRequests.Source requests, ReadModel<K, I> model)
        implements AsyncSecondaryIndex<K, I>, AsyncReads<K, I> {
    @Override
    public String toString() {
        return model.describe("AsyncSecondaryIndex");
    }
}
