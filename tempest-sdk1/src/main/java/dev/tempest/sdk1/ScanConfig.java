package dev.tempest.sdk1;

import com.amazonaws.services.dynamodbv2.model.ReturnConsumedCapacity;
import dev.tempest.Condition;
import dev.tempest.UnreadableItemException;
import dev.tempest.WorkerId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a scan runs. Immutable. */
public final class ScanConfig {
    static final ScanConfig DEFAULT = builder().build();

    private final int pageSize;
    private final boolean consistentRead;
    private final @Nullable FilterExpression filterExpression;
    private final @Nullable Condition<?> filter;
    private final @Nullable WorkerId workerId;
    private final @Nullable ReturnConsumedCapacity returnConsumedCapacity;
    private final @Nullable Consumer<UnreadableItemException> onUnreadableItem;

    private ScanConfig(Builder builder) {
        pageSize = builder.pageSize;
        consistentRead = builder.consistentRead;
        filterExpression = builder.filterExpression;
        filter = builder.filter;
        workerId = builder.workerId;
        returnConsumedCapacity = builder.returnConsumedCapacity;
        onUnreadableItem = builder.onUnreadableItem;
        if (pageSize < 1) {
            throw new IllegalArgumentException("pageSize must be 1 or more, not " + pageSize + ".");
        }
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with the values of this configuration. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.pageSize = pageSize;
        builder.consistentRead = consistentRead;
        builder.filterExpression = filterExpression;
        builder.filter = filter;
        builder.workerId = workerId;
        builder.returnConsumedCapacity = returnConsumedCapacity;
        builder.onUnreadableItem = onUnreadableItem;
        return builder;
    }

    /**
     * The maximum number of items that DynamoDB evaluates for one page, from 1; 100 by default. With {@link
     * Integer#MAX_VALUE}, only DynamoDB's limit of 1 MB ends a page.
     */
    public int pageSize() {
        return pageSize;
    }

    /**
     * Whether reads are strongly consistent, at twice the cost. False by default. A global secondary index has no consistent
     * reads.
     */
    public boolean consistentRead() {
        return consistentRead;
    }

    /**
     * A condition on the returned items; null, the default, for none. DynamoDB evaluates it after it has read an item, so items
     * that do not meet it cost the same.
     */
    public @Nullable FilterExpression filterExpression() {
        return filterExpression;
    }

    /**
     * A condition on the returned items by their attributes, besides {@link #filterExpression()}; null, the default, for none.
     * Items that do not meet it cost the same.
     */
    public @Nullable Condition<?> filter() {
        return filter;
    }

    /** The segment to scan; null, the default, for the whole table or index. */
    public @Nullable WorkerId workerId() {
        return workerId;
    }

    /** Whether pages report their consumed capacity; null, the default, if they do not. */
    public @Nullable ReturnConsumedCapacity returnConsumedCapacity() {
        return returnConsumedCapacity;
    }

    /**
     * Receives an exception for each item that has the type's prefix but cannot be read as the type. The scan then continues
     * without the item. If it is null, the default, the scan fails. Types with the same prefix read each other's items in
     * a scan.
     */
    public @Nullable Consumer<UnreadableItemException> onUnreadableItem() {
        return onUnreadableItem;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScanConfig config && values().equals(config.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(
                pageSize, consistentRead, filterExpression, filter, workerId, returnConsumedCapacity, onUnreadableItem);
    }

    /** The values, but of a filter only its text. */
    @Override
    public String toString() {
        return "ScanConfig[pageSize=" + pageSize
                + ", consistentRead=" + consistentRead
                + ", filterExpression=" + (filterExpression == null ? null : filterExpression.expression())
                + ", filter=" + filter
                + ", workerId=" + workerId
                + ", returnConsumedCapacity=" + returnConsumedCapacity
                + ", onUnreadableItem=" + onUnreadableItem + "]";
    }

    /** Builds a {@link ScanConfig}. Not safe for use by several threads. */
    public static final class Builder {
        private int pageSize = 100;
        private boolean consistentRead;
        private @Nullable FilterExpression filterExpression;
        private @Nullable Condition<?> filter;
        private @Nullable WorkerId workerId;
        private @Nullable ReturnConsumedCapacity returnConsumedCapacity;
        private @Nullable Consumer<UnreadableItemException> onUnreadableItem;

        /** Sets {@link ScanConfig#pageSize()}. */
        public Builder pageSize(int pageSize) {
            this.pageSize = pageSize;
            return this;
        }

        /** Sets {@link ScanConfig#consistentRead()}. */
        public Builder consistentRead(boolean consistentRead) {
            this.consistentRead = consistentRead;
            return this;
        }

        /** Sets {@link ScanConfig#filterExpression()}. */
        public Builder filterExpression(@Nullable FilterExpression filterExpression) {
            this.filterExpression = filterExpression;
            return this;
        }

        /** Sets {@link ScanConfig#filter()}. */
        public Builder filter(@Nullable Condition<?> filter) {
            this.filter = filter;
            return this;
        }

        /** Sets {@link ScanConfig#workerId()}. */
        public Builder workerId(@Nullable WorkerId workerId) {
            this.workerId = workerId;
            return this;
        }

        /** Sets {@link ScanConfig#returnConsumedCapacity()}. */
        public Builder returnConsumedCapacity(@Nullable ReturnConsumedCapacity returnConsumedCapacity) {
            this.returnConsumedCapacity = returnConsumedCapacity;
            return this;
        }

        /** Sets {@link ScanConfig#onUnreadableItem()}. */
        public Builder onUnreadableItem(@Nullable Consumer<UnreadableItemException> onUnreadableItem) {
            this.onUnreadableItem = onUnreadableItem;
            return this;
        }

        /** Continues without items that have the type's prefix but cannot be read as the type. */
        public Builder skipUnreadableItems() {
            return onUnreadableItem(item -> {});
        }

        /**
         * Builds the configuration.
         *
         * @throws IllegalArgumentException if pageSize is less than 1
         */
        public ScanConfig build() {
            return new ScanConfig(this);
        }
    }
}
