package dev.tempest.sdk1;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.BatchLoadRetryStrategy;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads;
import com.amazonaws.services.dynamodbv2.model.ReturnConsumedCapacity;
import org.jspecify.annotations.Nullable;

/**
 * How a batch load is run.
 *
 * @param consistentReads whether to see all writes that were acknowledged before, which costs twice; null for what the
 *     mapper's configuration says
 * @param retryStrategy what to do with keys that DynamoDB leaves unprocessed; null for what the mapper's configuration says
 * @param maxPageSize how many keys go into one request, at most; from 1 to 100
 * @param returnConsumedCapacity whether the answer tells what it cost; null for no
 */
public record BatchLoadConfig(
        @Nullable ConsistentReads consistentReads,
        @Nullable BatchLoadRetryStrategy retryStrategy,
        int maxPageSize,
        @Nullable ReturnConsumedCapacity returnConsumedCapacity) {
    static final BatchLoadConfig DEFAULT = builder().build();
    private static final int LIMIT = 100;

    public BatchLoadConfig {
        if (maxPageSize < 1 || maxPageSize > LIMIT) {
            throw new IllegalArgumentException("maxPageSize must be from 1 to " + LIMIT + ", not " + maxPageSize + ".");
        }
    }

    /** A builder with the defaults: as the mapper's configuration says, 100 keys a request. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link BatchLoadConfig}. Not safe for use by several threads. */
    public static final class Builder {
        private @Nullable ConsistentReads consistentReads;
        private @Nullable BatchLoadRetryStrategy retryStrategy;
        private int maxPageSize = LIMIT;
        private @Nullable ReturnConsumedCapacity returnConsumedCapacity;

        /** See {@link BatchLoadConfig#retryStrategy()}; the mapper's by default. */
        public Builder retryStrategy(@Nullable BatchLoadRetryStrategy retryStrategy) {
            this.retryStrategy = retryStrategy;
            return this;
        }

        /** See {@link BatchLoadConfig#consistentReads()}; as the mapper's configuration says by default. */
        public Builder consistentReads(@Nullable ConsistentReads consistentReads) {
            this.consistentReads = consistentReads;
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
            return new BatchLoadConfig(consistentReads, retryStrategy, maxPageSize, returnConsumedCapacity);
        }
    }
}
