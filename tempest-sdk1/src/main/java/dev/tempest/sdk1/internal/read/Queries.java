package dev.tempest.sdk1.internal.read;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.QueryRequest;
import com.amazonaws.services.dynamodbv2.model.QueryResult;
import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.internal.query.KeyQuery;
import dev.tempest.internal.query.SortRange;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.sdk1.FilterExpression;
import dev.tempest.sdk1.Page;
import dev.tempest.sdk1.QueryConfig;
import dev.tempest.sdk1.internal.mapping.TableContext;
import dev.tempest.sdk1.internal.mapping.ViewModel;
import dev.tempest.sdk1.internal.request.Conditions;
import dev.tempest.sdk1.internal.request.Refusals;
import dev.tempest.sdk1.internal.schema.SdkValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The queries of one item type, in its table or through an index. */
final class Queries<K, I> {
    private static final String PARTITION = "#tempest_partition = :tempest_partition";

    private final ViewModel<K, I> view;
    private final TableContext<?> table;
    private final @Nullable String index;
    private final KeySchema schema;
    private final PageReader<K, I> reader;
    private final @Nullable FilterExpression typeFilter;

    Queries(ViewModel<K, I> view, PageReader<K, I> reader) {
        this.view = view;
        this.table = view.table();
        this.index = view.key().index();
        this.schema = view.key().schema();
        this.reader = reader;
        this.typeFilter = typeFilter();
    }

    /** An index may list rows of every type side by side; the table's own key tells which are of this one. */
    private @Nullable FilterExpression typeFilter() {
        KeySchema key = table.schema().table().key();
        return Conditions.both(prefixFilter(key.sortKey(), "type"), prefixFilter(key.partitionKey(), "owner"));
    }

    private @Nullable FilterExpression prefixFilter(@Nullable String keyAttribute, String placeholder) {
        boolean isQueried = keyAttribute != null && schema.contains(keyAttribute);
        return isQueried ? null : Conditions.hasPrefix(view.item(), keyAttribute, placeholder);
    }

    Page<K, I> query(KeyCondition<K> condition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        table.checkConsistency(index, config.consistentRead());
        KeyQuery<AttributeValue> query = KeyQuery.of(condition, view.key());
        if (query.range() instanceof SortRange.Nothing) {
            return new Page<>(List.of(), null, 0, null);
        }
        QueryRequest request = request(query, config).withExclusiveStartKey(reader.startKey(initialOffset, query));
        QueryResult result = Refusals.during(
                () -> "query of " + view.mapper().typeName() + " where " + schema.partitionKey() + " = "
                        + SdkValues.INSTANCE.describe(query.partition()) + " in " + table.describe(index),
                () -> table.connection().client().query(request));
        return reader.page(
                result.getItems(),
                result.getLastEvaluatedKey(),
                result.getScannedCount(),
                result.getConsumedCapacity(),
                config.onUnreadableItem());
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
        return table.connection()
                .prepared(new QueryRequest()
                        .withTableName(table.name())
                        .withIndexName(index)
                        .withKeyConditionExpression(keyCondition)
                        .withFilterExpression(filter == null ? null : filter.expression())
                        .withExpressionAttributeNames(
                                Conditions.joined(names, filter == null ? null : filter.attributeNames()))
                        .withExpressionAttributeValues(
                                Conditions.joined(values, filter == null ? null : filter.attributeValues()))
                        .withScanIndexForward(config.asc())
                        .withLimit(config.pageSize())
                        .withConsistentRead(config.consistentRead())
                        .withReturnConsumedCapacity(name(config)));
    }

    private static @Nullable String name(QueryConfig config) {
        return config.returnConsumedCapacity() == null
                ? null
                : config.returnConsumedCapacity().toString();
    }
}
