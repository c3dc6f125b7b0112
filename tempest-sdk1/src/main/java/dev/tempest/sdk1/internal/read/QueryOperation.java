package dev.tempest.sdk1.internal.read;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.QueryRequest;
import com.amazonaws.services.dynamodbv2.model.QueryResult;
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
import dev.tempest.sdk1.Page;
import dev.tempest.sdk1.QueryConfig;
import dev.tempest.sdk1.internal.mapping.ItemMapper;
import dev.tempest.sdk1.internal.mapping.TableContext;
import dev.tempest.sdk1.internal.request.Command;
import dev.tempest.sdk1.internal.request.Conditions;
import dev.tempest.sdk1.internal.request.ErrorContext;
import dev.tempest.sdk1.internal.schema.SdkValues;
import java.util.List;
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

    private final ItemMapper<I> mapper;
    private final TableContext<?> table;
    private final KeyType<K, AttributeValue> keyType;
    private final KeySchema schema;
    private final PageReader<K, I> reader;
    private final @Nullable Clause<AttributeValue> typeFilter;
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
                        request(condition, query, config).withExclusiveStartKey(reader.startKey(initialOffset, query)),
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

    private QueryRequest request(KeyCondition<K> condition, KeyQuery<AttributeValue> query, QueryConfig config) {
        Condition<?> given = config.filter();
        KeyType<K, AttributeValue> own = keyType.ofKey(KeyQuery.key(condition));
        boolean isOfSubtype = own != keyType && !own.isPartition();
        Clause<AttributeValue> filter = Clause.both(
                Clause.both(
                        Conditions.of(config.filterExpression()),
                        given == null
                                ? null
                                : Clauses.ofQuery(
                                        given,
                                        isOfSubtype ? own.itemType().properties() : mapper.properties(),
                                        schema)),
                isOfSubtype ? typeFilter(own, table.schema().table().key()) : typeFilter);
        ExpressionWriter<AttributeValue> writer = new ExpressionWriter<>(filter);
        String keyCondition = query.expression(schema, writer);
        String filterExpression = writer.text(filter);
        return new QueryRequest()
                .withTableName(table.name())
                .withIndexName(keyType.index())
                .withKeyConditionExpression(keyCondition)
                .withFilterExpression(filterExpression)
                .withExpressionAttributeNames(writer.names())
                .withExpressionAttributeValues(writer.values())
                .withScanIndexForward(config.asc())
                .withLimit(config.pageSize())
                .withConsistentRead(config.consistentRead())
                .withReturnConsumedCapacity(Command.name(config.returnConsumedCapacity()));
    }
}
