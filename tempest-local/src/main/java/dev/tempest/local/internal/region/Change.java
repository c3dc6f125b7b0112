package dev.tempest.local.internal.region;

import dev.tempest.local.internal.table.Key;
import dev.tempest.local.internal.value.Item;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A write on its way from one Region to another: the whole item, null if it was deleted. */
record Change(
        EventualReplica to, String from, Key key, @Nullable Item item, Stamp stamp, Instant sent) {
    void arrive() {
        to.receive(key, item, stamp);
    }
}
