package dev.tempest.sdk1;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.BatchLoadRetryStrategy;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads;
import com.amazonaws.services.dynamodbv2.model.ReturnConsumedCapacity;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a batch load runs. Immutable. */
public final class BatchLoadConfig {
    private static final int LIMIT = 100;
    static final BatchLoadConfig DEFAULT = builder().build();

    private final @Nullable ConsistentReads consistentReads;
    private final @Nullable BatchLoadRetryStrategy retryStrategy;
    private final int maxPageSize;
    private final @Nullable ReturnConsumedCapacity returnConsumedCapacity;

    private BatchLoadConfig(Builder builder) {
        consistentReads = builder.consistentReads;
        retryStrategy = builder.retryStrategy;
        maxPageSize = builder.maxPageSize;
        returnConsumedCapacity = builder.returnConsumedCapacity;
        if (maxPageSize < 1 || maxPageSize > LIMIT) {
            throw new IllegalArgumentException("maxPageSize must be from 1 to " + LIMIT + ", not " + maxPageSize + ".");
        }
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with the values of this configuration. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.consistentReads = consistentReads;
        builder.retryStrategy = retryStrategy;
        builder.maxPageSize = maxPageSize;
        builder.returnConsumedCapacity = returnConsumedCapacity;
        return builder;
    }

    /** Whether reads are strongly consistent, at twice the cost; null, the default, for what the mapper's configuration says. */
    public @Nullable ConsistentReads consistentReads() {
        return consistentReads;
    }

    /** How to retry keys that DynamoDB leaves unprocessed; null, the default, for what the mapper's configuration says. */
    public @Nullable BatchLoadRetryStrategy retryStrategy() {
        return retryStrategy;
    }

    /** The maximum number of keys in one request, from 1 to 100; 100 by default. */
    public int maxPageSize() {
        return maxPageSize;
    }

    /** Whether the result reports the consumed capacity; null, the default, if it does not. */
    public @Nullable ReturnConsumedCapacity returnConsumedCapacity() {
        return returnConsumedCapacity;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BatchLoadConfig config && values().equals(config.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(consistentReads, retryStrategy, maxPageSize, returnConsumedCapacity);
    }

    @Override
    public String toString() {
        return "BatchLoadConfig[consistentReads=" + consistentReads
                + ", retryStrategy=" + retryStrategy
                + ", maxPageSize=" + maxPageSize
                + ", returnConsumedCapacity=" + returnConsumedCapacity + "]";
    }

    /** Builds a {@link BatchLoadConfig}. Not safe for use by several threads. */
    public static final class Builder {
        private @Nullable ConsistentReads consistentReads;
        private @Nullable BatchLoadRetryStrategy retryStrategy;
        private int maxPageSize = LIMIT;
        private @Nullable ReturnConsumedCapacity returnConsumedCapacity;

        /** Sets {@link BatchLoadConfig#consistentReads()}. */
        public Builder consistentReads(@Nullable ConsistentReads consistentReads) {
            this.consistentReads = consistentReads;
            return this;
        }

        /** Sets {@link BatchLoadConfig#retryStrategy()}. */
        public Builder retryStrategy(@Nullable BatchLoadRetryStrategy retryStrategy) {
            this.retryStrategy = retryStrategy;
            return this;
        }

        /** Sets {@link BatchLoadConfig#maxPageSize()}. */
        public Builder maxPageSize(int maxPageSize) {
            this.maxPageSize = maxPageSize;
            return this;
        }

        /** Sets {@link BatchLoadConfig#returnConsumedCapacity()}. */
        public Builder returnConsumedCapacity(@Nullable ReturnConsumedCapacity returnConsumedCapacity) {
            this.returnConsumedCapacity = returnConsumedCapacity;
            return this;
        }

        /**
         * Builds the configuration.
         *
         * @throws IllegalArgumentException if maxPageSize is not from 1 to 100
         */
        public BatchLoadConfig build() {
            return new BatchLoadConfig(this);
        }
    }
}
