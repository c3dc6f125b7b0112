package dev.tempest.sdk2.internal.read;

import dev.tempest.Condition;
import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.Clauses;
import dev.tempest.internal.expression.ExpressionWriter;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.query.KeyQuery;
import dev.tempest.internal.query.SortRange;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.internal.mapping.ItemReader;
import dev.tempest.sdk2.internal.mapping.TableContext;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Exchange.Command;
import dev.tempest.sdk2.internal.request.Expressions;
import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * Query: one page of the items of one type, in its table or through an index.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public final class QueryOperation<K, I> {
    static final Command<QueryRequest, QueryResponse> COMMAND =
            new Command<>("Query", false, DynamoDbClient::query, DynamoDbAsyncClient::query);

    private final TableContext<?> table;
    private final KeyType<K, AttributeValue> keyType;
    private final ItemReader<I> mapper;
    private final PageReader<K, I> reader;
    private final @Nullable Clause<AttributeValue> typeFilter;
    private final OperationInfo querying;
    private final OperationInfo counting;
    private final OperationInfo merging;

    public QueryOperation(ItemReader<I> mapper, KeyType<K, AttributeValue> keyType, PageReader<K, I> reader) {
        this.table = mapper.table();
        this.keyType = keyType;
        this.mapper = mapper;
        this.reader = reader;
        this.querying = OperationInfo.of("query", table.name(), mapper.type(), keyType.index());
        this.counting = OperationInfo.of("count", table.name(), mapper.type(), keyType.index());
        this.merging = OperationInfo.of("queryMerged", table.name(), mapper.type(), keyType.index());
        // An index may list rows of every type side by side; the table's own key says which are of this one.
        KeySchema key = table.schema().table().key();
        this.typeFilter = typeFilter(keyType, key);
    }

    private static @Nullable Clause<AttributeValue> typeFilter(KeyType<?, AttributeValue> keyType, KeySchema key) {
        return Clause.both(prefixFilter(keyType, key.sortKey()), prefixFilter(keyType, key.partitionKey()));
    }

    private static @Nullable Clause<AttributeValue> prefixFilter(
            KeyType<?, AttributeValue> keyType, @Nullable String keyAttribute) {
        boolean isQueried = keyAttribute != null && keyType.schema().contains(keyAttribute);
        return isQueried ? null : keyType.itemType().hasPrefix(keyAttribute);
    }

    /** The request for one page. */
    public Exchange<?, ?, Page<K, I>> query(
            KeyCondition<K> condition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        KeyQuery<AttributeValue> query = KeyQuery.of(condition, keyType);
        QueryRequest.Builder request = request(condition, query, config, mapper.projection());
        if (request == null) {
            return Exchange.completed(new Page<>(List.of(), null, 0, null));
        }
        return Exchange.of(
                querying,
                COMMAND,
                request.exclusiveStartKey(reader.startKey(initialOffset, query)).build(),
                response -> reader.page(
                        response.items(),
                        response.lastEvaluatedKey(),
                        response.scannedCount(),
                        response.consumedCapacity(),
                        config.onUnreadableItem()),
                during(query));
    }

    /** How a count appears to listeners. */
    public OperationInfo counting() {
        return counting;
    }

    /** Counts the items that a query would return, all pages of it. */
    public CompletableFuture<Long> count(Requests requests, KeyCondition<K> condition, QueryConfig config) {
        CompletableFuture<Long> sum = CompletableFuture.completedFuture(0L);
        for (KeyQuery<AttributeValue> query : KeyQuery.each(condition, keyType)) {
            QueryRequest.Builder request = request(condition, query, config, null);
            if (request != null) {
                sum = sum.thenCombine(
                        count(requests, query, request.select(Select.COUNT).limit(null)), Long::sum);
            }
        }
        return sum;
    }

    private CompletableFuture<Long> count(
            Requests requests, KeyQuery<AttributeValue> query, QueryRequest.Builder request) {
        return Counting.sum(
                requests,
                lastRow -> Exchange.of(
                        counting,
                        COMMAND,
                        request.exclusiveStartKey(lastRow).build(),
                        response -> new Counting.Part(response.count(), response.lastEvaluatedKey()),
                        during(query)));
    }

    /** How a query of several partitions appears to listeners. */
    public OperationInfo merging() {
        return merging;
    }

    /** The first items that several queries would return, in the order of their sort keys. */
    public CompletableFuture<List<I>> merged(
            Requests requests, Collection<? extends KeyCondition<K>> conditions, QueryConfig config, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("The limit is " + limit + ", but it must be at least 1.");
        }
        // All conditions are looked at before anything is sent.
        List<KeyQuery<AttributeValue>> queries = new ArrayList<>();
        List<QueryRequest.@Nullable Builder> builders = new ArrayList<>();
        for (KeyCondition<K> condition : conditions) {
            for (KeyQuery<AttributeValue> query : KeyQuery.each(condition, keyType)) {
                queries.add(query);
                builders.add(request(condition, query, config, withSortKeys(mapper.projection())));
            }
        }
        List<CompletableFuture<List<Map<String, AttributeValue>>>> results = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            QueryRequest.Builder request = builders.get(i);
            if (request != null) {
                results.add(first(requests, queries.get(i), request.limit(Math.min(config.pageSize(), limit)), limit));
            }
        }
        return CompletableFuture.allOf(results.toArray(new CompletableFuture<?>[0]))
                .thenApply(all -> reader.contents(
                        Merging.merge(results, keyType, config.asc(), limit), config.onUnreadableItem()));
    }

    private CompletableFuture<List<Map<String, AttributeValue>>> first(
            Requests requests, KeyQuery<AttributeValue> query, QueryRequest.Builder request, int limit) {
        return Merging.first(
                limit,
                requests,
                lastRow -> Exchange.of(
                        merging,
                        COMMAND,
                        request.exclusiveStartKey(lastRow).build(),
                        response -> new Merging.Part(response.items(), response.lastEvaluatedKey()),
                        during(query)));
    }

    private @Nullable List<String> withSortKeys(@Nullable List<String> projection) {
        if (projection == null) {
            return null;
        }
        Set<String> attributes = new LinkedHashSet<>(projection);
        attributes.addAll(keyType.schema().sortKeys());
        return List.copyOf(attributes);
    }

    private QueryRequest.@Nullable Builder request(
            KeyCondition<K> condition,
            KeyQuery<AttributeValue> query,
            QueryConfig config,
            @Nullable List<String> projection) {
        table.checkConsistency(keyType.index(), config.consistentRead());
        if (config.limit() != null) {
            throw new IllegalArgumentException(
                    "A limit is for loads of several types. Set pageSize instead, and take the first"
                            + " page, or take no more results than you need.");
        }
        Condition<?> filter = config.filter();
        KeyType<K, AttributeValue> own = keyType.ofKey(KeyQuery.key(condition));
        boolean isOfSubtype = own != keyType && !own.isPartition();
        Clause<AttributeValue> callersFilter = filter == null
                ? null
                : Clauses.ofQuery(
                        filter, isOfSubtype ? own.itemType().properties() : mapper.properties(), keyType.schema());
        return request(
                table,
                keyType.index(),
                keyType.schema(),
                query,
                config,
                Clause.both(
                        callersFilter,
                        isOfSubtype ? typeFilter(own, table.schema().table().key()) : typeFilter),
                projection);
    }

    private UnaryOperator<DynamoDbException> during(KeyQuery<AttributeValue> query) {
        return ErrorContext.during(() -> describe(mapper.typeName(), keyType.schema(), query, table, keyType.index()));
    }

    /**
     * The request for the first page; null if there can be no row, so that nothing needs to be asked.
     *
     * @param index null for the table
     * @param schema the key of the index, or of the table
     * @param filter joined with the configuration's
     * @param projection the attributes that are wanted of each item; null for all
     */
    static QueryRequest.@Nullable Builder request(
            TableContext<?> table,
            @Nullable String index,
            KeySchema schema,
            KeyQuery<AttributeValue> query,
            QueryConfig config,
            @Nullable Clause<AttributeValue> filter,
            @Nullable List<String> projection) {
        if (query.range() instanceof SortRange.Nothing) {
            return null;
        }
        Clause<AttributeValue> both =
                table.ofPresent(Clause.both(Expressions.clause(config.filterExpression()), filter));
        ExpressionWriter<AttributeValue> writer = new ExpressionWriter<>(both);
        String keyCondition = query.expression(schema, writer);
        String filterExpression = writer.text(both);
        return QueryRequest.builder()
                .tableName(table.name())
                .indexName(index)
                .keyConditionExpression(keyCondition)
                .filterExpression(filterExpression)
                .projectionExpression(projection == null ? null : writer.projection(projection))
                .expressionAttributeNames(writer.names())
                .expressionAttributeValues(writer.values())
                .scanIndexForward(config.asc())
                .limit(config.pageSize() == Integer.MAX_VALUE ? null : config.pageSize())
                .consistentRead(config.consistentRead())
                .returnConsumedCapacity(config.returnConsumedCapacity());
    }

    /** The query as messages name it. */
    static String describe(
            String what,
            KeySchema schema,
            KeyQuery<AttributeValue> query,
            TableContext<?> table,
            @Nullable String index) {
        return "query of " + what + " where " + schema.partitionKey() + " = "
                + SdkValues.INSTANCE.describe(query.partition()) + " in " + table.describe(index);
    }
}
