package dev.tempest.sdk2;

import dev.tempest.Condition;
import dev.tempest.UnreadableItemException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** How a query runs. Immutable. */
public final class QueryConfig {
    static final QueryConfig DEFAULT = builder().build();
    private static final QueryConfig WHOLE =
            builder().pageSize(Integer.MAX_VALUE).build();
    private static final QueryConfig WHOLE_CONSISTENT =
            builder().pageSize(Integer.MAX_VALUE).consistentRead(true).build();

    private final boolean asc;
    private final int pageSize;
    private final @Nullable Integer limit;
    private final boolean consistentRead;
    private final @Nullable Expression filterExpression;
    private final @Nullable Condition<?> filter;
    private final @Nullable ReturnConsumedCapacity returnConsumedCapacity;
    private final @Nullable Consumer<UnreadableItemException> onUnreadableItem;
    private final boolean readAhead;

    private QueryConfig(Builder builder) {
        asc = builder.asc;
        pageSize = builder.pageSize;
        limit = builder.limit;
        consistentRead = builder.consistentRead;
        filterExpression = builder.filterExpression;
        filter = builder.filter;
        returnConsumedCapacity = builder.returnConsumedCapacity;
        onUnreadableItem = builder.onUnreadableItem;
        readAhead = builder.readAhead;
        if (pageSize < 1) {
            throw new IllegalArgumentException("pageSize must be 1 or more, not " + pageSize + ".");
        }
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more, not " + limit + ".");
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
        builder.limit = limit;
        builder.consistentRead = consistentRead;
        builder.filterExpression = filterExpression;
        builder.filter = filter;
        builder.returnConsumedCapacity = returnConsumedCapacity;
        builder.onUnreadableItem = onUnreadableItem;
        builder.readAhead = readAhead;
        return builder;
    }

    /** All items of a partition, in as few pages as possible. */
    static QueryConfig whole(boolean consistentRead) {
        return consistentRead ? WHOLE_CONSISTENT : WHOLE;
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
     * The maximum number of items that a load of several types returns; null, the default, for all. {@link ItemCollection} and
     * {@link LogicalTable#loadPartition(Object, QueryConfig, Class[])} then send no further Query. Queries of one type reject a
     * limit: they are read page by page.
     */
    public @Nullable Integer limit() {
        return limit;
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
    public @Nullable Expression filterExpression() {
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

    /**
     * Whether a blocking call that reads all pages or all items fetches the next page while the program works on this one, from
     * the second page on. True by default. {@link #onUnreadableItem()} may then be called on another thread.
     */
    public boolean readAhead() {
        return readAhead;
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
                asc,
                pageSize,
                limit,
                consistentRead,
                filterExpression,
                filter,
                returnConsumedCapacity,
                onUnreadableItem,
                readAhead);
    }

    /** The values, but of a filter only its text. */
    @Override
    public String toString() {
        return "QueryConfig[asc=" + asc
                + ", pageSize=" + pageSize
                + ", limit=" + limit
                + ", consistentRead=" + consistentRead
                + ", filterExpression=" + (filterExpression == null ? null : filterExpression.expression())
                + ", filter=" + filter
                + ", returnConsumedCapacity=" + returnConsumedCapacity
                + ", onUnreadableItem=" + onUnreadableItem
                + ", readAhead=" + readAhead + "]";
    }

    /** Builds a {@link QueryConfig}. Not safe for use by several threads. */
    public static final class Builder {
        private boolean asc = true;
        private int pageSize = 100;
        private @Nullable Integer limit;
        private boolean consistentRead;
        private @Nullable Expression filterExpression;
        private @Nullable Condition<?> filter;
        private @Nullable ReturnConsumedCapacity returnConsumedCapacity;
        private @Nullable Consumer<UnreadableItemException> onUnreadableItem;
        private boolean readAhead = true;

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

        /** Sets {@link QueryConfig#limit()}. */
        public Builder limit(@Nullable Integer limit) {
            this.limit = limit;
            return this;
        }

        /** Sets {@link QueryConfig#consistentRead()}. */
        public Builder consistentRead(boolean consistentRead) {
            this.consistentRead = consistentRead;
            return this;
        }

        /** Sets {@link QueryConfig#filterExpression()}. */
        public Builder filterExpression(@Nullable Expression filterExpression) {
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

        /** Sets {@link QueryConfig#readAhead()}. */
        public Builder readAhead(boolean readAhead) {
            this.readAhead = readAhead;
            return this;
        }

        /**
         * Builds the configuration.
         *
         * @throws IllegalArgumentException if pageSize or limit is less than 1
         */
        public QueryConfig build() {
            return new QueryConfig(this);
        }
    }
}
