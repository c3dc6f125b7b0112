package dev.tempest.sdk2.internal;

import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.internal.KeyQuery;
import dev.tempest.internal.KeySchema;
import dev.tempest.internal.KeyType;
import dev.tempest.internal.SortRange;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The queries of one item type, in its table or through an index.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
final class QueryOperations<K, I> {
    private static final String PARTITION = "#tempest_partition = :tempest_partition";

    private final Table<?> table;
    private final KeyType<K, AttributeValue> keyType;
    private final ItemMapper<I> mapper;
    private final PageReader<K, I> reader;
    private final @Nullable Expression typeFilter;

    QueryOperations(ViewModel<K, I> view) {
        this.table = view.table();
        this.keyType = view.key();
        this.mapper = view.mapper();
        this.reader = view.pageReader();
        this.typeFilter = typeFilter(view);
    }

    /** An index may list rows of every type side by side; the table's own key tells which are of this one. */
    private static @Nullable Expression typeFilter(ViewModel<?, ?> view) {
        KeySchema key = view.table().schema().table().key();
        return Conditions.both(
                prefixFilter(view, key.sortKey(), "type"), prefixFilter(view, key.partitionKey(), "owner"));
    }

    private static @Nullable Expression prefixFilter(
            ViewModel<?, ?> view, @Nullable String keyAttribute, String placeholder) {
        KeySchema queried = view.key().schema();
        if (keyAttribute == null
                || keyAttribute.equals(queried.sortKey())
                || keyAttribute.equals(queried.partitionKey())) {
            return null;
        }
        String prefix = view.item().prefix(keyAttribute);
        if (prefix == null) {
            return null;
        }
        return Expression.builder()
                .expression("begins_with(#tempest_" + placeholder + ", :tempest_" + placeholder + ")")
                .putExpressionName("#tempest_" + placeholder, keyAttribute)
                .putExpressionValue(":tempest_" + placeholder, AttributeValue.fromS(prefix))
                .build();
    }

    /** The request for one page. */
    Exchange<?, ?, Page<K, I>> query(KeyCondition<K> condition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        table.checkConsistency(keyType.index(), config.consistentRead());
        KeyQuery<AttributeValue> query = KeyQuery.of(condition, keyType);
        KeySchema schema = keyType.schema();
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        names.put("#tempest_partition", schema.partitionKey());
        values.put(":tempest_partition", query.partition());
        String keyCondition;
        if (query.range() instanceof SortRange.Nothing) {
            return Exchange.answered(new Page<>(List.of(), null, 0, null));
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
        Expression filter = Conditions.both(config.filterExpression(), typeFilter);
        if (filter != null) {
            add(names, Conditions.names(filter), config);
            add(values, Conditions.values(filter), config);
        }
        QueryRequest request = QueryRequest.builder()
                .tableName(table.name())
                .indexName(keyType.index())
                .keyConditionExpression(keyCondition)
                .filterExpression(filter == null ? null : filter.expression())
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .scanIndexForward(config.asc())
                .limit(config.pageSize())
                .consistentRead(config.consistentRead())
                .returnConsumedCapacity(config.returnConsumedCapacity())
                .exclusiveStartKey(reader.startKey(initialOffset))
                .build();
        return new Exchange<>(
                Command.QUERY,
                request,
                response -> reader.page(
                        response.items(),
                        response.lastEvaluatedKey(),
                        response.scannedCount(),
                        response.consumedCapacity(),
                        config.unreadableRows()),
                Refusals.during(() -> "query of " + mapper.typeName() + " where " + schema.partitionKey() + " = "
                        + SdkValues.INSTANCE.describe(query.partition()) + " in " + table.describe(keyType.index())));
    }

    private static <T> void add(Map<String, T> ours, @Nullable Map<String, T> theirs, QueryConfig config) {
        if (theirs != null) {
            theirs.forEach((name, value) -> {
                if (ours.put(name, value) != null) {
                    throw new IllegalArgumentException("The filter expression uses the name " + name
                            + ", which the query needs for itself: " + config.filterExpression());
                }
            });
        }
    }
}
