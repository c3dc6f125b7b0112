package dev.tempest.sdk1;

import com.amazonaws.services.dynamodbv2.model.ReturnConsumedCapacity;
import dev.tempest.UnreadableItemException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a query is run.
 *
 * @param asc whether the items come in ascending order of their sort keys
 * @param pageSize how many rows DynamoDB looks at for one page, at most; from 1
 * @param consistentRead whether to see all writes that were acknowledged before; not on a global secondary index
 * @param filterExpression a condition on the items; those that do not meet it are left out after they were read and paid
 *     for; null for none
 * @param returnConsumedCapacity whether pages tell what they cost; null for no
 * @param onUnreadableItem gets what is wrong with each row that carries the type's prefix but cannot be read as the type,
 *     and the query goes on without the row; null to let the query fail. Two types with the same prefix may meet each
 *     other's rows in an index
 */
public record QueryConfig(
        boolean asc,
        int pageSize,
        boolean consistentRead,
        @Nullable FilterExpression filterExpression,
        @Nullable ReturnConsumedCapacity returnConsumedCapacity,
        @Nullable Consumer<UnreadableItemException> onUnreadableItem) {
    static final QueryConfig DEFAULT = builder().build();

    public QueryConfig {
        if (pageSize < 1) {
            throw new IllegalArgumentException("pageSize must be 1 or more, not " + pageSize + ".");
        }
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
        private @Nullable FilterExpression filterExpression;
        private @Nullable ReturnConsumedCapacity returnConsumedCapacity;
        private @Nullable Consumer<UnreadableItemException> onUnreadableItem;

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
        public Builder filterExpression(@Nullable FilterExpression filterExpression) {
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

        public QueryConfig build() {
            return new QueryConfig(
                    asc, pageSize, consistentRead, filterExpression, returnConsumedCapacity, onUnreadableItem);
        }
    }
}
