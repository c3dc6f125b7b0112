package dev.tempest.soak.history;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of an item. Two states of an item's history are equal only if the second restores the first: each change
 * adds a number of its own.
 */
public final class State {
    /** The digest of an item that is not there. */
    public static final String ABSENT = "-";

    private final int[] operations;
    private final long total;
    private final long second;

    /**
     * @param operations the numbers of the operations that wrote the item one after another
     * @param total the sum of the numbers of those that were added
     * @param second the sum of the numbers of those that were added to both
     */
    public State(int[] operations, long total, long second) {
        this.operations = operations.clone();
        this.total = total;
        this.second = second;
    }

    /** A short text that tells the state from all others of the same item. */
    public String digest() {
        return digest(operations.length, last(), total, second);
    }

    /** The digest of a state. */
    public static String digest(int size, int last, long total, long second) {
        return size + "/" + last + "/" + total + "/" + second;
    }

    /** The digest of what is stored. */
    public static String digestOf(@Nullable State state) {
        return state == null ? ABSENT : state.digest();
    }

    public long total() {
        return total;
    }

    public long second() {
        return second;
    }

    int size() {
        return operations.length;
    }

    /** The last operation that appended its number; 0 if there is none. */
    public int last() {
        return operations.length == 0 ? 0 : operations[operations.length - 1];
    }

    public int first() {
        return operations.length == 0 ? 0 : operations[0];
    }

    boolean contains(int operation) {
        return Arrays.stream(operations).anyMatch(one -> one == operation);
    }

    public boolean hasOperationsOf(State other) {
        return Arrays.equals(operations, other.operations);
    }

    /** What was read by whoever appended the last number. */
    public State beforeLast() {
        return new State(Arrays.copyOf(operations, operations.length - 1), total, second);
    }

    public int[] withoutThoseOf(State other) {
        return Arrays.stream(operations).filter(one -> !other.contains(one)).toArray();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof State state
                && total == state.total
                && second == state.second
                && Arrays.equals(operations, state.operations);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(operations) + Long.hashCode(total);
    }

    @Override
    public String toString() {
        return Arrays.toString(operations) + (total == 0 ? "" : " +" + total) + (second == 0 ? "" : " +" + second);
    }
}
