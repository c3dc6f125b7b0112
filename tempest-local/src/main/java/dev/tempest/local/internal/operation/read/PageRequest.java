package dev.tempest.local.internal.operation.read;

import dev.tempest.local.internal.capacity.CapacityDetail;
import dev.tempest.local.internal.expression.ExpressionParameters;
import dev.tempest.local.internal.expression.ExpressionParameters.Filter;
import dev.tempest.local.internal.expression.Projection;
import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.request.Returns;
import dev.tempest.local.internal.table.Index;
import dev.tempest.local.internal.table.IndexDefinition;
import dev.tempest.local.internal.table.Key;
import dev.tempest.local.internal.table.KeySchema;
import dev.tempest.local.internal.table.Table;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.ValueReader;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What queries and scans share: which index and attributes to read, how many items, and from where on. */
record PageRequest(
        String tableName,
        @Nullable String indexName,
        @Nullable Select select,
        @Nullable Projection projection,
        @Nullable Filter filter,
        @Nullable Map<String, AttributeValue> start,
        long limit,
        boolean consistent,
        CapacityDetail capacity) {
    private static final long UNLIMITED = Long.MAX_VALUE;

    enum Select {
        SPECIFIC_ATTRIBUTES,
        COUNT,
        ALL_ATTRIBUTES,
        ALL_PROJECTED_ATTRIBUTES
    }

    /** Checks the parameters that are checked before expressions are read. */
    static void checkFields(JsonObject request, Constraints more) {
        Returns.capacity(request, more);
        Long limit = request.integer("Limit");
        if (limit != null && limit < 1) {
            more.faultWithoutValue("Limit", "Member must have value greater than or equal to 1");
        }
        more.oneOf(
                "select",
                request.string("Select"),
                "SPECIFIC_ATTRIBUTES",
                "COUNT",
                "ALL_ATTRIBUTES",
                "ALL_PROJECTED_ATTRIBUTES");
        more.oneOf("conditionalOperator", request.string("ConditionalOperator"), "OR", "AND");
        more.check();
    }

    static PageRequest of(
            String tableName, JsonObject request, ExpressionParameters expressions, @Nullable Filter filter) {
        Long limit = request.integer("Limit");
        String select = request.string("Select");
        PageRequest page = new PageRequest(
                tableName,
                request.string("IndexName"),
                select == null ? null : Select.valueOf(select),
                expressions.projection(),
                filter,
                ValueReader.attributes(request, "ExclusiveStartKey"),
                limit == null ? UNLIMITED : limit,
                request.flag("ConsistentRead"),
                Returns.capacity(request));
        page.checkSelect(request.has("ProjectionExpression") ? "ProjectionExpression" : "AttributesToGet");
        return page;
    }

    private void checkSelect(String parameter) {
        if (select == Select.SPECIFIC_ATTRIBUTES && projection == null) {
            throw ServiceException.validation("Must specify the AttributesToGet or ProjectionExpression when choosing "
                    + "to get SPECIFIC_ATTRIBUTES");
        }
        if (projection != null && select != null && select != Select.SPECIFIC_ATTRIBUTES) {
            String all = select == Select.COUNT ? "only the Count" : select.toString();
            throw ServiceException.validation("Cannot specify the " + parameter + " when choosing to get " + all);
        }
        if (select == Select.ALL_PROJECTED_ATTRIBUTES && indexName == null) {
            throw ServiceException.validation(
                    "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
        }
    }

    /** The index to read, null for the table. Fails if there is none of that name or it cannot be read so. */
    @Nullable Index index(Table table) {
        if (indexName == null) {
            return null;
        }
        Index index = table.indexes().get(indexName);
        if (index == null) {
            throw ServiceException.validation("The table does not have the specified index: " + indexName);
        }
        if (index.definition().global()) {
            checkGlobal(index.definition(), table.definition().keys());
        }
        if (filter != null) {
            checkHolds(
                    index.definition(),
                    table.definition().keys(),
                    filter.attributes(),
                    "Secondary index " + indexName + " does not project one or more filter attributes: ");
        }
        return index;
    }

    private void checkGlobal(IndexDefinition index, KeySchema tableKeys) {
        if (consistent) {
            throw ServiceException.validation("Consistent reads are not supported on global secondary indexes");
        }
        if (select == Select.ALL_ATTRIBUTES && !index.projected().all()) {
            throw ServiceException.invalidParameter("Select type ALL_ATTRIBUTES is not supported for global secondary "
                    + "index " + index.name() + " because its projection type is not ALL");
        }
        if (projection != null) {
            checkHolds(
                    index,
                    tableKeys,
                    projection.attributes(),
                    "Global secondary index " + index.name() + " does not project ");
        }
    }

    private static void checkHolds(IndexDefinition index, KeySchema tableKeys, Set<String> attributes, String fault) {
        Set<String> missing = new TreeSet<>();
        for (String attribute : attributes) {
            if (!index.holds(Set.of(attribute), tableKeys)) {
                missing.add(attribute);
            }
        }
        if (!missing.isEmpty()) {
            throw ServiceException.invalidParameter(fault + missing);
        }
    }

    /** Whether an index lacks attributes that are asked for, which its table then has to be read for. */
    boolean fetchesFrom(Table table, Index index) {
        IndexDefinition definition = index.definition();
        if (definition.global()) {
            return false;
        }
        if (select == Select.ALL_ATTRIBUTES) {
            return !definition.projected().all();
        }
        return projection != null
                && !definition.holds(projection.attributes(), table.definition().keys());
    }

    /** The place after which to read on; null to read from the beginning. */
    @Nullable Key startKey(Table table, @Nullable Index index, boolean scan) {
        if (start == null) {
            return null;
        }
        return index == null ? table.startKey(start, scan) : table.startKey(index, start);
    }
}
