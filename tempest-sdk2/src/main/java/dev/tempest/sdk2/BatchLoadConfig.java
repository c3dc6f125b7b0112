package dev.tempest.sdk2;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * How a batch load is run.
 *
 * @param consistentRead whether to see all writes that were acknowledged before; costs twice
 * @param maxPageSize how many keys go into one request, at most; from 1 to 100
 * @param returnConsumedCapacity whether the answer tells what it cost; null for no
 */
public record BatchLoadConfig(
        boolean consistentRead, int maxPageSize, @Nullable ReturnConsumedCapacity returnConsumedCapacity) {
    static final BatchLoadConfig DEFAULT = builder().build();
    private static final int LIMIT = 100;

    public BatchLoadConfig {
        if (maxPageSize < 1 || maxPageSize > LIMIT) {
            throw new IllegalArgumentException("maxPageSize must be from 1 to " + LIMIT + ", not " + maxPageSize + ".");
        }
    }

    /** A builder with the defaults: eventually consistent, 100 keys a request. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link BatchLoadConfig}. Not safe for use by several threads. */
    public static final class Builder {
        private boolean consistentRead;
        private int maxPageSize = LIMIT;
        private @Nullable ReturnConsumedCapacity returnConsumedCapacity;

        /** See {@link BatchLoadConfig#consistentRead()}; false by default. */
        public Builder consistentRead(boolean consistentRead) {
            this.consistentRead = consistentRead;
            return this;
        }

        /** See {@link BatchLoadConfig#maxPageSize()}; 100 by default. */
        public Builder maxPageSize(int maxPageSize) {
            this.maxPageSize = maxPageSize;
            return this;
        }

        /** See {@link BatchLoadConfig#returnConsumedCapacity()}; none by default. */
        public Builder returnConsumedCapacity(@Nullable ReturnConsumedCapacity returnConsumedCapacity) {
            this.returnConsumedCapacity = returnConsumedCapacity;
            return this;
        }

        public BatchLoadConfig build() {
            return new BatchLoadConfig(consistentRead, maxPageSize, returnConsumedCapacity);
        }
    }
}
