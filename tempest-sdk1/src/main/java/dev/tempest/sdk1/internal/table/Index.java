package dev.tempest.sdk1.internal.table;

import dev.tempest.sdk1.SecondaryIndex;
import dev.tempest.sdk1.internal.read.ReadModel;
import dev.tempest.sdk1.internal.read.Reads;

/** A secondary index. */
record Index<K, I>(ReadModel<K, I> model) implements SecondaryIndex<K, I>, Reads<K, I> {
    @Override
    public String toString() {
        return describe("SecondaryIndex");
    }
}
