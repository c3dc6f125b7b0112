package dev.tempest.sdk2.internal;

import dev.tempest.sdk2.SecondaryIndex;

/** A secondary index, by a client that blocks. */
record SyncIndex<K, I>(SyncRequests requests, ReadModel<K, I> model) implements SecondaryIndex<K, I>, SyncReads<K, I> {
    @Override
    public String toString() {
        return model.describe("SecondaryIndex");
    }
}
