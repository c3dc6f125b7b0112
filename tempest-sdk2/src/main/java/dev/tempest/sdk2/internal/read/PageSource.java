package dev.tempest.sdk2.internal.read;

import dev.tempest.Offset;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.internal.request.Exchange;
import org.jspecify.annotations.Nullable;

/** The pages of one query or scan, each found by where the one before it ended. */
@FunctionalInterface
public interface PageSource<K, I> {
    Exchange<?, ?, Page<K, I>> page(@Nullable Offset<K> offset);
}
