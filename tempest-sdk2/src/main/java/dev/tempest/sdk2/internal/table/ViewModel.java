package dev.tempest.sdk2.internal.table;

import dev.tempest.sdk2.internal.write.ItemOperations;

/** What an inline view is made of, whatever client does its requests. */
public record ViewModel<K, I>(ReadModel<K, I> reads, ItemOperations<K, I> items) {}
