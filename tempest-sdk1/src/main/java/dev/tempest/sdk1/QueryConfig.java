package dev.tempest.sdk1;

import com.amazonaws.services.dynamodbv2.model.ReturnConsumedCapacity;
import dev.tempest.Condition;
import dev.tempest.UnreadableItemException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a query runs. Immutable. */
public final class QueryConfig {
    static final QueryConfig DEFAULT = builder().build();

    private final boolean asc;
    private final int pageSize;
    private final boolean consistentRead;
    private final @Nullable FilterExpression filterExpression;
    private final @Nullable Condition<?> filter;
    private final @Nullable ReturnConsumedCapacity returnConsumedCapacity;
    private final @Nullable Consumer<UnreadableItemException> onUnreadableItem;

    private QueryConfig(Builder builder) {
        asc = builder.asc;
        pageSize = builder.pageSize;
        consistentRead = builder.consistentRead;
        filterExpression = builder.filterExpression;
        filter = builder.filter;
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
        builder.asc = asc;
        builder.pageSize = pageSize;
        builder.consistentRead = consistentRead;
        builder.filterExpression = filterExpression;
        builder.filter = filter;
        builder.returnConsumedCapacity = returnConsumedCapacity;
        builder.onUnreadableItem = onUnreadableItem;
        return builder;
    }

    /** Whether items are returned in ascending order of their sort keys. True by default. */
    public boolean asc() {
        return asc;
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
     * Items that do not meet it cost the same. A query's filter cannot name the key attributes by which it queries.
     */
    public @Nullable Condition<?> filter() {
        return filter;
    }

    /** Whether pages report their consumed capacity; null, the default, if they do not. */
    public @Nullable ReturnConsumedCapacity returnConsumedCapacity() {
        return returnConsumedCapacity;
    }

    /**
     * Receives an exception for each item that has the type's prefix but cannot be read as the type. The query then continues
     * without the item. If it is null, the default, the query fails. Types with the same prefix may read each other's items
     * in an index.
     */
    public @Nullable Consumer<UnreadableItemException> onUnreadableItem() {
        return onUnreadableItem;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QueryConfig config && values().equals(config.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(
                asc, pageSize, consistentRead, filterExpression, filter, returnConsumedCapacity, onUnreadableItem);
    }

    /** The values, but of a filter only its text. */
    @Override
    public String toString() {
        return "QueryConfig[asc=" + asc
                + ", pageSize=" + pageSize
                + ", consistentRead=" + consistentRead
                + ", filterExpression=" + (filterExpression == null ? null : filterExpression.expression())
                + ", filter=" + filter
                + ", returnConsumedCapacity=" + returnConsumedCapacity
                + ", onUnreadableItem=" + onUnreadableItem + "]";
    }

    /** Builds a {@link QueryConfig}. Not safe for use by several threads. */
    public static final class Builder {
        private boolean asc = true;
        private int pageSize = 100;
        private boolean consistentRead;
        private @Nullable FilterExpression filterExpression;
        private @Nullable Condition<?> filter;
        private @Nullable ReturnConsumedCapacity returnConsumedCapacity;
        private @Nullable Consumer<UnreadableItemException> onUnreadableItem;

        /** Sets {@link QueryConfig#asc()}. */
        public Builder asc(boolean asc) {
            this.asc = asc;
            return this;
        }

        /** Sets {@link QueryConfig#pageSize()}. */
        public Builder pageSize(int pageSize) {
            this.pageSize = pageSize;
            return this;
        }

        /** Sets {@link QueryConfig#consistentRead()}. */
        public Builder consistentRead(boolean consistentRead) {
            this.consistentRead = consistentRead;
            return this;
        }

        /** Sets {@link QueryConfig#filterExpression()}. */
        public Builder filterExpression(@Nullable FilterExpression filterExpression) {
            this.filterExpression = filterExpression;
            return this;
        }

        /** Sets {@link QueryConfig#filter()}. */
        public Builder filter(@Nullable Condition<?> filter) {
            this.filter = filter;
            return this;
        }

        /** Sets {@link QueryConfig#returnConsumedCapacity()}. */
        public Builder returnConsumedCapacity(@Nullable ReturnConsumedCapacity returnConsumedCapacity) {
            this.returnConsumedCapacity = returnConsumedCapacity;
            return this;
        }

        /** Sets {@link QueryConfig#onUnreadableItem()}. */
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
        public QueryConfig build() {
            return new QueryConfig(this);
        }
    }
}
