package dev.tempest.local.internal.table;

import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.Values;
import java.util.List;

/**
 * A place in the order of a table or index: partitions by their hash, items by their sort key. A key with fewer parts
 * stands before or after all keys that begin with them, and so bounds a range.
 */
public final class Key implements Comparable<Key> {
    private static final int BEFORE = -1;
    private static final int EXACT = 0;
    private static final int AFTER = 1;

    private final int hash;
    private final List<AttributeValue> parts;
    private final int edge;

    private Key(int hash, List<AttributeValue> parts, int edge) {
        this.hash = hash;
        this.parts = parts;
        this.edge = edge;
    }

    /** The key with these parts, the first of which are those of the partition. */
    public static Key of(List<AttributeValue> parts, int partitionParts) {
        return new Key(hash(parts, partitionParts), parts, EXACT);
    }

    public static Key before(List<AttributeValue> parts, int partitionParts) {
        return new Key(hash(parts, partitionParts), parts, BEFORE);
    }

    public static Key after(List<AttributeValue> parts, int partitionParts) {
        return new Key(hash(parts, partitionParts), parts, AFTER);
    }

    /** The place where a segment of a parallel scan begins; the one of as many segments as there are is the end. */
    public static Key segment(long segment, long segments) {
        // The first hash of a segment: hashes are spread over all ints, as unsigned ones divided by the segments.
        long first = ((segment << 32) + segments - 1) / segments;
        boolean end = first > 0xFFFF_FFFFL;
        return new Key(end ? Integer.MAX_VALUE : (int) (first + Integer.MIN_VALUE), List.of(), end ? AFTER : BEFORE);
    }

    private static int hash(List<AttributeValue> parts, int partitionParts) {
        int hash = 1;
        for (int i = 0; i < partitionParts; i++) {
            hash = 31 * hash + parts.get(i).hashCode();
        }
        // Spreads keys that differ in little over the whole range (the finalizer of MurmurHash3).
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        hash *= 0xc2b2ae35;
        return hash ^ hash >>> 16;
    }

    @Override
    public int compareTo(Key other) {
        if (hash != other.hash) {
            return Integer.compare(hash, other.hash);
        }
        int common = Math.min(parts.size(), other.parts.size());
        for (int i = 0; i < common; i++) {
            int order = Values.compare(parts.get(i), other.parts.get(i));
            if (order != 0) {
                return order;
            }
        }
        if (parts.size() == other.parts.size()) {
            return Integer.compare(edge, other.edge);
        }
        return parts.size() < other.parts.size() ? edge : -other.edge;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
