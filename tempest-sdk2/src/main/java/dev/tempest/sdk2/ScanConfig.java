package dev.tempest.sdk2;

import dev.tempest.UnreadableItemException;
import dev.tempest.WorkerId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * How a scan is run.
 *
 * @param pageSize how many rows DynamoDB looks at for one page, at most; from 1
 * @param consistentRead whether to see all writes that were acknowledged before; not on a global secondary index
 * @param filterExpression a condition on the items; those that do not meet it are left out after they were read and paid
 *     for; null for none
 * @param workerId which part of the table to scan; null for all of it
 * @param returnConsumedCapacity whether pages tell what they cost; null for no
 * @param onUnreadableItem gets what is wrong with each row that carries the type's prefix but cannot be read as the type,
 *     and the scan goes on without the row; null to let the scan fail. Two types with the same prefix meet each other's
 *     rows in a scan
 * @param readAhead whether all pages, or all items, that are read by a blocking call have their next page fetched while
 *     this one is worked on, from the second page on. {@code onUnreadableItem} may then be called on another thread
 */
public record ScanConfig(
        int pageSize,
        boolean consistentRead,
        @Nullable Expression filterExpression,
        @Nullable WorkerId workerId,
        @Nullable ReturnConsumedCapacity returnConsumedCapacity,
        @Nullable Consumer<UnreadableItemException> onUnreadableItem,
        boolean readAhead) {
    static final ScanConfig DEFAULT = builder().build();

    public ScanConfig {
        if (pageSize < 1) {
            throw new IllegalArgumentException("pageSize must be 1 or more, not " + pageSize + ".");
        }
    }

    /** A builder with the defaults: 100 rows a page, eventually consistent, no filter, the whole table. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same scan of one segment. */
    public ScanConfig withWorkerId(WorkerId workerId) {
        return new ScanConfig(
                pageSize,
                consistentRead,
                filterExpression,
                workerId,
                returnConsumedCapacity,
                onUnreadableItem,
                readAhead);
    }

    /** Builds a {@link ScanConfig}. Not safe for use by several threads. */
    public static final class Builder {
        private int pageSize = 100;
        private boolean consistentRead;
        private @Nullable Expression filterExpression;
        private @Nullable WorkerId workerId;
        private @Nullable ReturnConsumedCapacity returnConsumedCapacity;
        private @Nullable Consumer<UnreadableItemException> onUnreadableItem;
        private boolean readAhead = true;

        /** See {@link ScanConfig#pageSize()}; 100 by default. */
        public Builder pageSize(int pageSize) {
            this.pageSize = pageSize;
            return this;
        }

        /** See {@link ScanConfig#consistentRead()}; false by default. */
        public Builder consistentRead(boolean consistentRead) {
            this.consistentRead = consistentRead;
            return this;
        }

        /** See {@link ScanConfig#filterExpression()}; none by default. */
        public Builder filterExpression(@Nullable Expression filterExpression) {
            this.filterExpression = filterExpression;
            return this;
        }

        /** See {@link ScanConfig#workerId()}; the whole table by default. */
        public Builder workerId(@Nullable WorkerId workerId) {
            this.workerId = workerId;
            return this;
        }

        /** See {@link ScanConfig#returnConsumedCapacity()}; none by default. */
        public Builder returnConsumedCapacity(@Nullable ReturnConsumedCapacity returnConsumedCapacity) {
            this.returnConsumedCapacity = returnConsumedCapacity;
            return this;
        }

        /** See {@link ScanConfig#onUnreadableItem()}; the scan fails by default. */
        public Builder onUnreadableItem(@Nullable Consumer<UnreadableItemException> onUnreadableItem) {
            this.onUnreadableItem = onUnreadableItem;
            return this;
        }

        /** Goes on without rows that carry the type's prefix but cannot be read as the type. */
        public Builder skipUnreadableItems() {
            return onUnreadableItem(row -> {});
        }

        /** See {@link ScanConfig#readAhead()}; true by default. */
        public Builder readAhead(boolean readAhead) {
            this.readAhead = readAhead;
            return this;
        }

        public ScanConfig build() {
            return new ScanConfig(
                    pageSize,
                    consistentRead,
                    filterExpression,
                    workerId,
                    returnConsumedCapacity,
                    onUnreadableItem,
                    readAhead);
        }
    }
}
