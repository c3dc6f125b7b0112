package dev.tempest.sdk2;

import dev.tempest.UnreadableItemException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * How a query is run.
 *
 * @param asc whether the items come in ascending order of their sort keys
 * @param pageSize how many rows DynamoDB looks at for one page, at most; from 1. With
 *     {@link Integer#MAX_VALUE} only DynamoDB's own 1 MB ends a page
 * @param consistentRead whether to see all writes that were acknowledged before; not on a global secondary index
 * @param filterExpression a condition on the items; those that do not meet it are left out after they were read and paid
 *     for; null for none
 * @param returnConsumedCapacity whether pages tell what they cost; null for no
 * @param onUnreadableItem gets what is wrong with each row that carries the type's prefix but cannot be read as the type,
 *     and the query goes on without the row; null to let the query fail. Two types with the same prefix may meet each
 *     other's rows in an index
 * @param readAhead whether all pages, or all items, that are read by a blocking call have their next page fetched while
 *     this one is worked on, from the second page on. {@code onUnreadableItem} may then be called on another thread
 */
public record QueryConfig(
        boolean asc,
        int pageSize,
        boolean consistentRead,
        @Nullable Expression filterExpression,
        @Nullable ReturnConsumedCapacity returnConsumedCapacity,
        @Nullable Consumer<UnreadableItemException> onUnreadableItem,
        boolean readAhead) {
    static final QueryConfig DEFAULT = builder().build();

    private static final QueryConfig WHOLE =
            builder().pageSize(Integer.MAX_VALUE).build();
    private static final QueryConfig WHOLE_CONSISTENT =
            builder().pageSize(Integer.MAX_VALUE).consistentRead(true).build();

    public QueryConfig {
        if (pageSize < 1) {
            throw new IllegalArgumentException("pageSize must be 1 or more, not " + pageSize + ".");
        }
    }

    /** All rows in as few pages as can be. */
    static QueryConfig whole(boolean consistentRead) {
        return consistentRead ? WHOLE_CONSISTENT : WHOLE;
    }

    /** A builder with the defaults: ascending, 100 rows a page, eventually consistent, no filter. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link QueryConfig}. Not safe for use by several threads. */
    public static final class Builder {
        private boolean asc = true;
        private int pageSize = 100;
        private boolean consistentRead;
        private @Nullable Expression filterExpression;
        private @Nullable ReturnConsumedCapacity returnConsumedCapacity;
        private @Nullable Consumer<UnreadableItemException> onUnreadableItem;
        private boolean readAhead = true;

        /** See {@link QueryConfig#asc()}; true by default. */
        public Builder asc(boolean asc) {
            this.asc = asc;
            return this;
        }

        /** See {@link QueryConfig#pageSize()}; 100 by default. */
        public Builder pageSize(int pageSize) {
            this.pageSize = pageSize;
            return this;
        }

        /** See {@link QueryConfig#consistentRead()}; false by default. */
        public Builder consistentRead(boolean consistentRead) {
            this.consistentRead = consistentRead;
            return this;
        }

        /** See {@link QueryConfig#filterExpression()}; none by default. */
        public Builder filterExpression(@Nullable Expression filterExpression) {
            this.filterExpression = filterExpression;
            return this;
        }

        /** See {@link QueryConfig#returnConsumedCapacity()}; none by default. */
        public Builder returnConsumedCapacity(@Nullable ReturnConsumedCapacity returnConsumedCapacity) {
            this.returnConsumedCapacity = returnConsumedCapacity;
            return this;
        }

        /** See {@link QueryConfig#onUnreadableItem()}; the query fails by default. */
        public Builder onUnreadableItem(@Nullable Consumer<UnreadableItemException> onUnreadableItem) {
            this.onUnreadableItem = onUnreadableItem;
            return this;
        }

        /** Goes on without rows that carry the type's prefix but cannot be read as the type. */
        public Builder skipUnreadableItems() {
            return onUnreadableItem(row -> {});
        }

        /** See {@link QueryConfig#readAhead()}; true by default. */
        public Builder readAhead(boolean readAhead) {
            this.readAhead = readAhead;
            return this;
        }

        public QueryConfig build() {
            return new QueryConfig(
                    asc,
                    pageSize,
                    consistentRead,
                    filterExpression,
                    returnConsumedCapacity,
                    onUnreadableItem,
                    readAhead);
        }
    }
}
