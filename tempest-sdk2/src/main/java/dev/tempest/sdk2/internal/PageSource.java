package dev.tempest.sdk2.internal;

import dev.tempest.Offset;
import dev.tempest.sdk2.Page;
import org.jspecify.annotations.Nullable;

/** The pages of one query or scan, each found by where the one before it ended. */
@FunctionalInterface
interface PageSource<K, I> {
    Exchange<?, ?, Page<K, I>> page(@Nullable Offset<K> offset);
}
