package dev.tempest.local.internal.operation.read;

import dev.tempest.local.internal.expression.ExpressionParameters;
import dev.tempest.local.internal.expression.ExpressionParameters.Filter;
import dev.tempest.local.internal.expression.syntax.ExpressionKind;
import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.request.Operation;
import dev.tempest.local.internal.table.Index;
import dev.tempest.local.internal.table.Key;
import dev.tempest.local.internal.table.Table;
import dev.tempest.local.internal.value.Item;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Consumer;

public final class Scan implements Operation {
    private static final int MAX_SEGMENTS = 1_000_000;

    /** One of the segments of a parallel scan. */
    private record Segment(long number, long total) {
        static Segment of(JsonObject request) {
            Long number = request.integer("Segment");
            Long total = request.integer("TotalSegments");
            if (number == null && total == null) {
                return new Segment(0, 1);
            }
            if (total == null) {
                throw ServiceException.validation("The TotalSegments parameter is required but was not present in the "
                        + "request when Segment parameter is present");
            }
            if (number == null) {
                throw ServiceException.validation("The Segment parameter is required but was not present in the "
                        + "request when parameter TotalSegments is present");
            }
            if (number >= total) {
                throw ServiceException.validation("The Segment parameter is zero-based and must be less than parameter "
                        + "TotalSegments: Segment: " + number + " is not less than TotalSegments: " + total);
            }
            return new Segment(number, total);
        }

        Key from() {
            return Key.segment(number, total);
        }

        Key to() {
            return Key.segment(number + 1, total);
        }

        void checkHolds(Key start) {
            if (start.compareTo(from()) < 0 || start.compareTo(to()) > 0) {
                throw ServiceException.validation("The provided starting key is invalid: Invalid ExclusiveStartKey. "
                        + "Please use ExclusiveStartKey with correct Segment. TotalSegments: " + total + " Segment: "
                        + number);
            }
        }
    }

    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        String tableName = Constraints.tableName(request);
        Constraints constraints = new Constraints();
        constraints.range("segment", request.integer("Segment"), 0, MAX_SEGMENTS - 1);
        Long total = request.integer("TotalSegments");
        if (total != null && (total < 1 || total > MAX_SEGMENTS)) {
            constraints.faultWithoutValue("totalSegments", "Member must have value between 1 and " + MAX_SEGMENTS);
        }
        PageRequest.checkFields(request, constraints);
        Segment segment = Segment.of(request);
        ExpressionParameters expressions = ExpressionParameters.of(
                request,
                List.of(ExpressionKind.PROJECTION, ExpressionKind.FILTER),
                "AttributesToGet",
                "ScanFilter",
                "ConditionalOperator");
        Filter filter = expressions.filter("ScanFilter");
        PageRequest pageRequest = PageRequest.of(tableName, request, expressions, filter);
        expressions.checkAllUsed();
        Table table = namespace.table(tableName);
        Page page;
        table.readLock().lock();
        try {
            table.checkThere();
            page = read(table, pageRequest, segment);
        } finally {
            table.readLock().unlock();
        }
        return page::write;
    }

    private static Page read(Table table, PageRequest request, Segment segment) {
        Index index = request.index(table);
        Page page = new Page(request, table, index);
        Key start = request.startKey(table, index, true);
        page.admit();
        NavigableMap<Key, Item> entries = page.all().subMap(segment.from(), true, segment.to(), true);
        if (start != null) {
            segment.checkHolds(start);
            entries = entries.tailMap(start, false);
        }
        page.read(entries, item -> true);
        return page;
    }
}
