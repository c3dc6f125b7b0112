package dev.tempest.sdk2.internal.read;

import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.query.KeyQuery;
import dev.tempest.internal.query.SortRange;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.TableContext;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Exchange.Command;
import dev.tempest.sdk2.internal.request.Expressions;
import dev.tempest.sdk2.internal.schema.SdkValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Query: one page of the items of one type, in its table or through an index.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public final class QueryOperation<K, I> {
    static final Command<QueryRequest, QueryResponse> COMMAND =
            new Command<>("Query", false, DynamoDbClient::query, DynamoDbAsyncClient::query);

    private static final String PARTITION = "#tempest_partition = :tempest_partition";

    private final TableContext<?> table;
    private final KeyType<K, AttributeValue> keyType;
    private final ItemMapper<I> mapper;
    private final PageReader<K, I> reader;
    private final @Nullable Expression typeFilter;
    private final OperationInfo querying;

    public QueryOperation(ItemMapper<I> mapper, KeyType<K, AttributeValue> keyType, PageReader<K, I> reader) {
        this.table = mapper.table();
        this.keyType = keyType;
        this.mapper = mapper;
        this.reader = reader;
        this.querying = OperationInfo.of("query", table.name(), mapper.type(), keyType.index());
        // An index may list rows of every type side by side; the table's own key says which are of this one.
        KeySchema key = table.schema().table().key();
        this.typeFilter = Expressions.both(
                prefixFilter(keyType, key.sortKey(), "type"), prefixFilter(keyType, key.partitionKey(), "owner"));
    }

    private static @Nullable Expression prefixFilter(
            KeyType<?, ?> keyType, @Nullable String keyAttribute, String placeholder) {
        boolean isQueried = keyAttribute != null && keyType.schema().contains(keyAttribute);
        return isQueried ? null : Expressions.hasPrefix(keyType.itemType(), keyAttribute, placeholder);
    }

    /** The request for one page. */
    public Exchange<?, ?, Page<K, I>> query(
            KeyCondition<K> condition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        table.checkConsistency(keyType.index(), config.consistentRead());
        KeyQuery<AttributeValue> query = KeyQuery.of(condition, keyType);
        QueryRequest.Builder request = request(table, keyType.index(), keyType.schema(), query, config, typeFilter);
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
                ErrorContext.during(
                        () -> describe(mapper.typeName(), keyType.schema(), query, table, keyType.index())));
    }

    /**
     * The request for the first page; null if there can be no row, so that nothing needs to be asked.
     *
     * @param index null for the table
     * @param schema the key of the index, or of the table
     * @param filter joined with the configuration's
     */
    static QueryRequest.@Nullable Builder request(
            TableContext<?> table,
            @Nullable String index,
            KeySchema schema,
            KeyQuery<AttributeValue> query,
            QueryConfig config,
            @Nullable Expression filter) {
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        names.put("#tempest_partition", schema.partitionKey());
        values.put(":tempest_partition", query.partition());
        String keyCondition;
        if (query.range() instanceof SortRange.Nothing) {
            return null;
        } else if (query.range() instanceof SortRange.StartingWith<AttributeValue> range) {
            keyCondition = PARTITION + " AND begins_with(#tempest_sort, :tempest_sort)";
            values.put(":tempest_sort", range.prefix());
        } else if (query.range() instanceof SortRange.Within<AttributeValue> range) {
            keyCondition = PARTITION + " AND #tempest_sort BETWEEN :tempest_first AND :tempest_last";
            values.put(":tempest_first", range.first());
            values.put(":tempest_last", range.last());
        } else if (query.range() instanceof SortRange.Compared<AttributeValue> range) {
            keyCondition = PARTITION + " AND #tempest_sort " + range.operator() + " :tempest_sort";
            values.put(":tempest_sort", range.value());
        } else {
            keyCondition = PARTITION;
        }
        String sortKey = schema.sortKey();
        if (sortKey != null && !keyCondition.equals(PARTITION)) {
            names.put("#tempest_sort", sortKey);
        }
        Expression both = Expressions.both(Expressions.ofCaller(config.filterExpression()), filter);
        if (both != null) {
            names.putAll(orEmpty(both.expressionNames()));
            values.putAll(orEmpty(both.expressionValues()));
        }
        return QueryRequest.builder()
                .tableName(table.name())
                .indexName(index)
                .keyConditionExpression(keyCondition)
                .filterExpression(both == null ? null : both.expression())
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
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

    private static <T> Map<String, T> orEmpty(@Nullable Map<String, T> meanings) {
        return meanings == null ? Map.of() : meanings;
    }
}
