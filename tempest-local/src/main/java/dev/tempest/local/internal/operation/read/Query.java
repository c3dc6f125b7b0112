package dev.tempest.local.internal.operation.read;

import dev.tempest.local.internal.expression.ExpressionParameters;
import dev.tempest.local.internal.expression.ExpressionParameters.Filter;
import dev.tempest.local.internal.expression.KeyCondition;
import dev.tempest.local.internal.expression.syntax.ExpressionKind;
import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.request.Operation;
import dev.tempest.local.internal.table.Index;
import dev.tempest.local.internal.table.Key;
import dev.tempest.local.internal.table.KeySchema;
import dev.tempest.local.internal.table.Table;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

public final class Query implements Operation {
    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        String tableName = Constraints.tableName(request);
        PageRequest.checkFields(request, new Constraints());
        ExpressionParameters expressions = ExpressionParameters.of(
                request,
                List.of(ExpressionKind.PROJECTION, ExpressionKind.FILTER, ExpressionKind.KEY_CONDITION),
                "AttributesToGet",
                "QueryFilter",
                "KeyConditions",
                "ConditionalOperator");
        KeyCondition condition = expressions.keyCondition();
        Filter filter = expressions.filter("QueryFilter");
        PageRequest pageRequest = PageRequest.of(tableName, request, expressions, filter);
        expressions.checkAllUsed();
        boolean forward = !Boolean.FALSE.equals(request.bool("ScanIndexForward"));
        Table table = namespace.table(tableName);
        Page page;
        table.readLock().lock();
        try {
            table.checkThere();
            page = read(table, pageRequest, condition, forward);
        } finally {
            table.readLock().unlock();
        }
        return page::write;
    }

    private static Page read(Table table, PageRequest request, KeyCondition condition, boolean forward) {
        Index index = request.index(table);
        KeySchema schema =
                index == null ? table.definition().keys() : index.definition().keys();
        if (request.filter() != null) {
            request.filter().checkReadsNone(schema.attributes());
        }
        KeyCondition.Range range = condition.range(schema, table.definition().types());
        Page page = new Page(request, table, index);
        Key lower = range.lower();
        Key upper = range.upper();
        Key start = start(table, request, index, schema, range);
        page.admit();
        NavigableMap<Key, Item> entries = page.all().subMap(lower, true, upper, true);
        if (start != null) {
            entries = forward ? entries.tailMap(start, false) : entries.headMap(start, false);
        }
        if (!forward) {
            entries = entries.descendingMap();
        }
        page.read(entries, item -> range.includes(item.attributes(), schema));
        return page;
    }

    /** The place after which to read on, which must be one within the range. */
    private static @Nullable Key start(
            Table table, PageRequest request, @Nullable Index index, KeySchema schema, KeyCondition.Range range) {
        Key start = request.startKey(table, index, false);
        Map<String, AttributeValue> attributes = request.start();
        if (start == null || attributes == null) {
            return null;
        }
        List<AttributeValue> partition = new ArrayList<>();
        for (String attribute : schema.hash()) {
            AttributeValue value = attributes.get(attribute);
            if (value != null) {
                partition.add(value);
            }
        }
        if (!range.includesPartition(partition)) {
            throw ServiceException.validation(
                    "The provided starting key is outside query boundaries based on provided conditions");
        }
        if (start.compareTo(range.lower()) < 0
                || start.compareTo(range.upper()) > 0
                || !range.includes(attributes, schema)) {
            throw ServiceException.validation("The provided starting key does not match the range key predicate");
        }
        return start;
    }
}
