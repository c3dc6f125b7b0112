package dev.tempest.sdk1.internal.request;

import com.amazonaws.AmazonWebServiceRequest;
import com.amazonaws.AmazonWebServiceResult;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.model.BatchGetItemResult;
import com.amazonaws.services.dynamodbv2.model.BatchWriteItemResult;
import com.amazonaws.services.dynamodbv2.model.ConsumedCapacity;
import com.amazonaws.services.dynamodbv2.model.QueryResult;
import com.amazonaws.services.dynamodbv2.model.ReturnConsumedCapacity;
import com.amazonaws.services.dynamodbv2.model.ScanResult;
import dev.tempest.OperationListener.Capacity;
import dev.tempest.internal.observing.Counts;
import dev.tempest.internal.observing.RequestKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An operation of DynamoDB on the SDK's client.
 *
 * @param name DynamoDB's own
 * @param isWrite whether it changes what is stored
 * @param asked the capacity that a request asks for; null for none
 * @param ask lets a request ask for it
 * @param capacities what the request consumed, for each table; null if it did not ask
 * @param <Q> its request
 * @param <R> its response
 */
public record Command<Q extends AmazonWebServiceRequest, R extends AmazonWebServiceResult<?>>(
        String name,
        boolean isWrite,
        BiFunction<AmazonDynamoDB, Q, R> send,
        Function<Q, @Nullable String> asked,
        BiConsumer<Q, String> ask,
        Function<R, @Nullable List<ConsumedCapacity>> capacities)
        implements RequestKind<Q, R> {

    /** What {@link #capacities} is for an operation on one table. */
    public static <R> Function<R, @Nullable List<ConsumedCapacity>> one(
            Function<R, @Nullable ConsumedCapacity> capacity) {
        return response -> {
            ConsumedCapacity consumed = capacity.apply(response);
            return consumed == null ? null : List.of(consumed);
        };
    }

    /** The capacity that a request asks for, as requests take it. */
    public static @Nullable String name(@Nullable ReturnConsumedCapacity capacity) {
        return capacity == null ? null : capacity.toString();
    }

    @Override
    public Q askingForCapacity(Q request) {
        String already = asked.apply(request);
        if (already == null || already.equals(ReturnConsumedCapacity.NONE.toString())) {
            ask.accept(request, ReturnConsumedCapacity.INDEXES.toString());
        }
        return request;
    }

    @Override
    public @Nullable String requestId(R response) {
        return response.getSdkResponseMetadata() == null
                ? null
                : response.getSdkResponseMetadata().getRequestId();
    }

    @Override
    public List<Capacity> consumed(R response) {
        List<ConsumedCapacity> consumed = capacities.apply(response);
        List<Capacity> all = new ArrayList<>();
        if (consumed != null) {
            consumed.forEach(each -> add(each, all));
        }
        return List.copyOf(all);
    }

    @Override
    public Counts counts(R response) {
        if (response instanceof QueryResult query) {
            return Counts.ofRead(query.getScannedCount(), query.getCount());
        }
        if (response instanceof ScanResult scan) {
            return Counts.ofRead(scan.getScannedCount(), scan.getCount());
        }
        if (response instanceof BatchGetItemResult batch && batch.getUnprocessedKeys() != null) {
            return Counts.ofBatch(batch.getUnprocessedKeys().values().stream()
                    .mapToInt(left -> left.getKeys().size())
                    .sum());
        }
        if (response instanceof BatchWriteItemResult batch && batch.getUnprocessedItems() != null) {
            return Counts.ofBatch(batch.getUnprocessedItems().values().stream()
                    .mapToInt(List::size)
                    .sum());
        }
        return Counts.NONE;
    }

    private static void add(ConsumedCapacity consumed, List<Capacity> all) {
        boolean isDetailed = consumed.getTable() != null;
        Double units = isDetailed ? consumed.getTable().getCapacityUnits() : consumed.getCapacityUnits();
        if (units != null) {
            all.add(new Capacity(consumed.getTableName(), null, units));
        }
        if (isDetailed) {
            addIndexes(consumed.getTableName(), consumed.getGlobalSecondaryIndexes(), all);
            addIndexes(consumed.getTableName(), consumed.getLocalSecondaryIndexes(), all);
        }
    }

    private static void addIndexes(
            String table,
            @Nullable Map<String, com.amazonaws.services.dynamodbv2.model.Capacity> indexes,
            List<Capacity> all) {
        if (indexes != null) {
            indexes.forEach((index, used) -> {
                if (used.getCapacityUnits() != null) {
                    all.add(new Capacity(table, index, used.getCapacityUnits()));
                }
            });
        }
    }
}
