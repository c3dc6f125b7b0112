package dev.tempest.sdk2;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** How a batch load runs. Immutable. */
public final class BatchLoadConfig {
    private static final int LIMIT = 100;
    static final BatchLoadConfig DEFAULT = builder().build();

    private final boolean consistentRead;
    private final int maxPageSize;
    private final @Nullable ReturnConsumedCapacity returnConsumedCapacity;

    private BatchLoadConfig(Builder builder) {
        consistentRead = builder.consistentRead;
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
        builder.consistentRead = consistentRead;
        builder.maxPageSize = maxPageSize;
        builder.returnConsumedCapacity = returnConsumedCapacity;
        return builder;
    }

    /** Whether reads are strongly consistent, at twice the cost. False by default. */
    public boolean consistentRead() {
        return consistentRead;
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
        return Arrays.asList(consistentRead, maxPageSize, returnConsumedCapacity);
    }

    @Override
    public String toString() {
        return "BatchLoadConfig[consistentRead=" + consistentRead
                + ", maxPageSize=" + maxPageSize
                + ", returnConsumedCapacity=" + returnConsumedCapacity + "]";
    }

    /** Builds a {@link BatchLoadConfig}. Not safe for use by several threads. */
    public static final class Builder {
        private boolean consistentRead;
        private int maxPageSize = LIMIT;
        private @Nullable ReturnConsumedCapacity returnConsumedCapacity;

        /** Sets {@link BatchLoadConfig#consistentRead()}. */
        public Builder consistentRead(boolean consistentRead) {
            this.consistentRead = consistentRead;
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
