package dev.tempest.sdk2.internal;

/** What an inline view is made of, whatever client does its requests. */
record ViewModel<K, I>(ReadModel<K, I> reads, ItemOperations<K, I> items) {}
