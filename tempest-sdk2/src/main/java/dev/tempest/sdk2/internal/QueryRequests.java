package dev.tempest.sdk2.internal;

import dev.tempest.internal.query.KeyQuery;
import dev.tempest.internal.query.SortRange;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.sdk2.QueryConfig;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Puts what a query reads in the words of DynamoDB. */
final class QueryRequests {
    private static final String PARTITION = "#tempest_partition = :tempest_partition";

    private QueryRequests() {}

    /**
     * The request for the first page; null if there can be no row, so that nothing needs to be asked.
     *
     * @param index null for the table
     * @param schema the key of the index, or of the table
     * @param filter joined with the configuration's
     */
    static QueryRequest.@Nullable Builder of(
            Table<?> table,
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
        Expression both = Conditions.both(Conditions.ofCaller(config.filterExpression()), filter);
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
            String what, KeySchema schema, KeyQuery<AttributeValue> query, Table<?> table, @Nullable String index) {
        return "query of " + what + " where " + schema.partitionKey() + " = "
                + SdkValues.INSTANCE.describe(query.partition()) + " in " + table.describe(index);
    }

    private static <T> Map<String, T> orEmpty(@Nullable Map<String, T> meanings) {
        return meanings == null ? Map.of() : meanings;
    }
}
