package dev.tempest.items;

import org.jspecify.annotations.Nullable;

/** A record of a stream, or a line of an incremental export, that was read: a change, or what could not be read. */
public sealed interface ReadRecord permits ItemChange, UnreadableRecord {
    /** The record's number in its shard; null if the source has none. */
    @Nullable String sequenceNumber();
}
