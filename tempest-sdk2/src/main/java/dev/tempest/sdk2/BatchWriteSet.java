package dev.tempest.sdk2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Items to write and keys to delete in a batch, of any types and tables. A batch is not a transaction: each item is written
 * on its own, whatever is stored there. Where one item is written or deleted twice, the last one counts.
 *
 * <p>Immutable.
 */
public final class BatchWriteSet {
    private final List<Operation> operations;
    private final boolean ignoreVersions;

    /** One write of a batch. */
    public sealed interface Operation {}

    /**
     * Writes an item, whatever is stored under its key.
     *
     * @param item the item, {@link dev.tempest.Scoped} where several tables have its type
     */
    public record Clobber(Object item) implements Operation {}

    /**
     * Deletes an item, whatever is stored under its key.
     *
     * @param key the key, {@link dev.tempest.Scoped} where several tables have its type
     */
    public record Delete(Object key) implements Operation {}

    private BatchWriteSet(List<Operation> operations, boolean ignoreVersions) {
        this.operations = List.copyOf(operations);
        this.ignoreVersions = ignoreVersions;
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with the operations of this set. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.operations.addAll(operations);
        builder.ignoreVersions = ignoreVersions;
        return builder;
    }

    /** The operations, in the order in which they were added. */
    public List<Operation> operations() {
        return operations;
    }

    /** Whether items with a version may be written; see {@link Builder#ignoreVersions()}. */
    public boolean ignoreVersions() {
        return ignoreVersions;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BatchWriteSet that
                && operations.equals(that.operations)
                && ignoreVersions == that.ignoreVersions;
    }

    @Override
    public int hashCode() {
        return Objects.hash(operations, ignoreVersions);
    }

    /** The number of operations. It contains no item, as it may be logged. */
    @Override
    public String toString() {
        return "BatchWriteSet[" + operations.size() + " operations" + (ignoreVersions ? ", ignoreVersions" : "") + "]";
    }

    /** Builds a {@link BatchWriteSet}. Not safe for use by several threads. */
    public static final class Builder {
        private final List<Operation> operations = new ArrayList<>();
        private boolean ignoreVersions;

        /** Adds items to write, whatever is stored under their keys. */
        public Builder clobber(Object... items) {
            return clobber(Arrays.asList(items));
        }

        /** Adds items to write, whatever is stored under their keys. */
        public Builder clobber(Iterable<?> items) {
            for (Object item : items) {
                operations.add(new Clobber(item));
            }
            return this;
        }

        /** Adds keys whose items to delete. */
        public Builder delete(Object... keys) {
            return delete(Arrays.asList(keys));
        }

        /** Adds keys whose items to delete. */
        public Builder delete(Iterable<?> keys) {
            for (Object key : keys) {
                operations.add(new Delete(key));
            }
            return this;
        }

        /**
         * Lets the batch write items that have a version, without checking it or moving it on: what others wrote in the
         * meantime is then lost. DynamoDB has no conditions in batches, so without this such items are rejected.
         */
        public Builder ignoreVersions() {
            this.ignoreVersions = true;
            return this;
        }

        public BatchWriteSet build() {
            return new BatchWriteSet(operations, ignoreVersions);
        }
    }
}
