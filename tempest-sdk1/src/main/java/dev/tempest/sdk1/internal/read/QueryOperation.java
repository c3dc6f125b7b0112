package dev.tempest.sdk1.internal.read;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.QueryRequest;
import com.amazonaws.services.dynamodbv2.model.QueryResult;
import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.query.KeyQuery;
import dev.tempest.internal.query.SortRange;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.sdk1.FilterExpression;
import dev.tempest.sdk1.Page;
import dev.tempest.sdk1.QueryConfig;
import dev.tempest.sdk1.internal.mapping.ItemMapper;
import dev.tempest.sdk1.internal.mapping.TableContext;
import dev.tempest.sdk1.internal.request.Command;
import dev.tempest.sdk1.internal.request.Conditions;
import dev.tempest.sdk1.internal.request.ErrorContext;
import dev.tempest.sdk1.internal.schema.SdkValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Query: one page of the items of one type, in its table or through an index.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
final class QueryOperation<K, I> {
    private static final Command<QueryRequest, QueryResult> COMMAND = new Command<>(
            "Query",
            false,
            AmazonDynamoDB::query,
            QueryRequest::getReturnConsumedCapacity,
            QueryRequest::setReturnConsumedCapacity,
            Command.one(QueryResult::getConsumedCapacity));

    private static final String PARTITION = "#tempest_partition = :tempest_partition";

    private final ItemMapper<I> mapper;
    private final TableContext<?> table;
    private final KeyType<K, AttributeValue> keyType;
    private final KeySchema schema;
    private final PageReader<K, I> reader;
    private final @Nullable FilterExpression typeFilter;
    private final OperationInfo querying;

    QueryOperation(ItemMapper<I> mapper, KeyType<K, AttributeValue> keyType, PageReader<K, I> reader) {
        this.mapper = mapper;
        this.table = mapper.table();
        this.keyType = keyType;
        this.schema = keyType.schema();
        this.reader = reader;
        this.querying = OperationInfo.of("query", table.name(), mapper.type(), keyType.index());
        // An index may list rows of every type side by side; the table's own key says which are of this one.
        KeySchema key = table.schema().table().key();
        this.typeFilter = Conditions.both(
                prefixFilter(keyType, key.sortKey(), "type"), prefixFilter(keyType, key.partitionKey(), "owner"));
    }

    private static @Nullable FilterExpression prefixFilter(
            KeyType<?, ?> keyType, @Nullable String keyAttribute, String placeholder) {
        boolean isQueried = keyAttribute != null && keyType.schema().contains(keyAttribute);
        return isQueried ? null : Conditions.hasPrefix(keyType.itemType(), keyAttribute, placeholder);
    }

    Page<K, I> query(KeyCondition<K> condition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        String index = keyType.index();
        table.checkConsistency(index, config.consistentRead());
        KeyQuery<AttributeValue> query = KeyQuery.of(condition, keyType);
        if (query.range() instanceof SortRange.Nothing) {
            return new Page<>(List.of(), null, 0, null);
        }
        return table.requests()
                .send(
                        querying,
                        COMMAND,
                        request(query, config).withExclusiveStartKey(reader.startKey(initialOffset, query)),
                        result -> reader.page(
                                result.getItems(),
                                result.getLastEvaluatedKey(),
                                result.getScannedCount(),
                                result.getConsumedCapacity(),
                                config.onUnreadableItem()),
                        ErrorContext.during(() -> "query of " + mapper.typeName() + " where " + schema.partitionKey()
                                + " = " + SdkValues.INSTANCE.describe(query.partition()) + " in "
                                + table.describe(index)));
    }

    private QueryRequest request(KeyQuery<AttributeValue> query, QueryConfig config) {
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        names.put("#tempest_partition", schema.partitionKey());
        values.put(":tempest_partition", query.partition());
        String keyCondition = PARTITION;
        if (query.range() instanceof SortRange.StartingWith<AttributeValue> range) {
            keyCondition = PARTITION + " AND begins_with(#tempest_sort, :tempest_sort)";
            values.put(":tempest_sort", range.prefix());
        } else if (query.range() instanceof SortRange.Within<AttributeValue> range) {
            keyCondition = PARTITION + " AND #tempest_sort BETWEEN :tempest_first AND :tempest_last";
            values.put(":tempest_first", range.first());
            values.put(":tempest_last", range.last());
        } else if (query.range() instanceof SortRange.Compared<AttributeValue> range) {
            keyCondition = PARTITION + " AND #tempest_sort " + range.operator() + " :tempest_sort";
            values.put(":tempest_sort", range.value());
        }
        String sortKey = schema.sortKey();
        if (sortKey != null && !keyCondition.equals(PARTITION)) {
            names.put("#tempest_sort", sortKey);
        }
        FilterExpression filter = Conditions.both(Conditions.ofCallerIfAny(config.filterExpression()), typeFilter);
        return new QueryRequest()
                .withTableName(table.name())
                .withIndexName(keyType.index())
                .withKeyConditionExpression(keyCondition)
                .withFilterExpression(Conditions.text(filter))
                .withExpressionAttributeNames(Conditions.joined(names, Conditions.names(filter)))
                .withExpressionAttributeValues(Conditions.joined(values, Conditions.values(filter)))
                .withScanIndexForward(config.asc())
                .withLimit(config.pageSize())
                .withConsistentRead(config.consistentRead())
                .withReturnConsumedCapacity(Command.name(config.returnConsumedCapacity()));
    }
}
