package dev.tempest.local.differential;

import dev.tempest.local.differential.TableShape.Field;
import dev.tempest.local.differential.TableShape.IndexShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes requests on items that are valid but for what chance brings together. */
final class ItemRequests {
    private final Dice dice;
    private final ValueMaker values;

    ItemRequests(Dice dice, ValueMaker values) {
        this.dice = dice;
        this.values = values;
    }

    Map<String, @Nullable Object> put(TableShape shape) {
        Map<String, @Nullable Object> request = Json.of("TableName", shape.name(), "Item", values.item(shape));
        condition(shape, request);
        returns(request, "NONE", "ALL_OLD");
        return request;
    }

    Map<String, @Nullable Object> delete(TableShape shape) {
        Map<String, @Nullable Object> request = Json.of("TableName", shape.name(), "Key", values.key(shape));
        condition(shape, request);
        returns(request, "NONE", "ALL_OLD");
        return request;
    }

    Map<String, @Nullable Object> update(TableShape shape) {
        Map<String, @Nullable Object> request = Json.of("TableName", shape.name(), "Key", values.key(shape));
        if (dice.chance(15)) {
            LegacyMaker legacy = new LegacyMaker(dice, values, shape);
            legacy.update(request);
            if (dice.chance(40)) {
                legacy.expect(request);
            }
        } else {
            ExpressionMaker expressions = new ExpressionMaker(dice, values, shape);
            request.put("UpdateExpression", expressions.update());
            if (dice.chance(40)) {
                request.put("ConditionExpression", expressions.condition());
            }
            expressions.addTo(request);
        }
        returns(request, "NONE", "ALL_OLD", "ALL_NEW", "UPDATED_OLD", "UPDATED_NEW");
        return request;
    }

    private void condition(TableShape shape, Map<String, @Nullable Object> request) {
        if (dice.chance(12)) {
            new LegacyMaker(dice, values, shape).expect(request);
        } else if (dice.chance(60)) {
            ExpressionMaker expressions = new ExpressionMaker(dice, values, shape);
            request.put("ConditionExpression", expressions.condition());
            expressions.addTo(request);
        }
    }

    private void returns(Map<String, @Nullable Object> request, String... choices) {
        if (dice.chance(50)) {
            request.put("ReturnValues", dice.of(choices));
        }
        if (dice.chance(35)) {
            request.put("ReturnValuesOnConditionCheckFailure", dice.of("NONE", "ALL_OLD", "ALL_OLD"));
        }
        capacity(request);
        if (dice.chance(15)) {
            request.put("ReturnItemCollectionMetrics", dice.of("SIZE", "SIZE", "NONE"));
        }
    }

    private void capacity(Map<String, @Nullable Object> request) {
        if (dice.chance(40)) {
            request.put("ReturnConsumedCapacity", dice.of("INDEXES", "TOTAL", "NONE"));
        }
    }

    Map<String, @Nullable Object> get(TableShape shape) {
        Map<String, @Nullable Object> request = Json.of("TableName", shape.name(), "Key", values.key(shape));
        read(shape, request);
        capacity(request);
        return request;
    }

    /** What a read of single items may ask for: consistency, and some of the attributes. */
    private void read(TableShape shape, Map<String, @Nullable Object> request) {
        if (dice.chance(30)) {
            request.put("ConsistentRead", dice.chance(80));
        }
        if (dice.chance(40)) {
            project(shape, request);
        } else if (dice.chance(10)) {
            new LegacyMaker(dice, values, shape).attributesToGet(request);
        }
    }

    private void project(TableShape shape, Map<String, @Nullable Object> request) {
        ExpressionMaker expressions = new ExpressionMaker(dice, values, shape);
        request.put("ProjectionExpression", expressions.projection());
        expressions.addTo(request);
    }

    Map<String, @Nullable Object> query(TableShape shape) {
        Map<String, @Nullable Object> request = Json.of("TableName", shape.name());
        IndexShape index = chooseIndex(shape, request);
        Field hash = index == null ? shape.hash() : index.hash();
        Field range = index == null ? shape.range() : index.range();
        if (dice.chance(15)) {
            LegacyMaker legacy = new LegacyMaker(dice, values, shape);
            legacy.keyConditions(request, hash, range);
            if (dice.chance(40)) {
                legacy.filter(request, "QueryFilter");
            }
        } else {
            ExpressionMaker expressions = new ExpressionMaker(dice, values, shape);
            request.put("KeyConditionExpression", keyCondition(shape, expressions, hash, range));
            filterAndProject(request, index, expressions);
        }
        if (dice.chance(50)) {
            request.put("ScanIndexForward", dice.chance(40));
        }
        page(index, request);
        return request;
    }

    private String keyCondition(TableShape shape, ExpressionMaker expressions, Field hash, @Nullable Field range) {
        String first = expressions.name(hash.name()) + " = " + expressions.value(keyOf(shape, hash));
        if (range == null || dice.chance(35)) {
            return first;
        }
        String name = expressions.name(range.name());
        String second = switch (dice.below(range.type().equals("N") ? 6 : 7)) {
            case 0 -> name + " = " + expressions.value(keyOf(shape, range));
            case 1 -> name + " < " + expressions.value(keyOf(shape, range));
            case 2 -> name + " <= " + expressions.value(keyOf(shape, range));
            case 3 -> name + " > " + expressions.value(keyOf(shape, range));
            case 4 -> name + " >= " + expressions.value(keyOf(shape, range));
            case 5 -> between(expressions, name, range);
            default ->
                "begins_with(" + name + ", "
                        + expressions.value(
                                ValueMaker.value(range.type(), range.type().equals("S") ? dice.of("a", "é") : "AQ=="))
                        + ")";
        };
        return dice.chance(85) ? first + " AND " + second : "(" + second + ") and (" + first + ")";
    }

    private String between(ExpressionMaker expressions, String name, Field range) {
        List<String> bounds = switch (range.type()) {
            case "S" -> dice.of(List.of("a", "b"), List.of("", "zz"), List.of("B", "ab"));
            case "N" -> dice.of(List.of("0", "1"), List.of("-5", "9.5"), List.of("9", "1e21"));
            default -> dice.of(List.of("AQ==", "/w=="), List.of("AA==", "AQI="));
        };
        String low = bounds.get(0).isEmpty() ? "A" : bounds.get(0);
        return name + " BETWEEN " + expressions.value(ValueMaker.value(range.type(), low)) + " AND "
                + expressions.value(ValueMaker.value(range.type(), bounds.get(1)));
    }

    private Map<String, @Nullable Object> keyOf(TableShape shape, Field field) {
        return shape.keys().contains(field) ? values.keyValue(field) : values.indexed(field);
    }

    private @Nullable IndexShape chooseIndex(TableShape shape, Map<String, @Nullable Object> request) {
        if (shape.indexes().isEmpty() || dice.chance(40)) {
            return null;
        }
        IndexShape index = dice.of(shape.indexes());
        request.put("IndexName", index.name());
        return index;
    }

    private void filterAndProject(
            Map<String, @Nullable Object> request, @Nullable IndexShape index, ExpressionMaker expressions) {
        if (dice.chance(35)) {
            request.put("FilterExpression", expressions.filter());
        }
        if (dice.chance(25)
                && (index == null || !index.global() || index.projection().equals("ALL"))) {
            request.put("ProjectionExpression", expressions.projection());
        }
        expressions.addTo(request);
    }

    private void page(@Nullable IndexShape index, Map<String, @Nullable Object> request) {
        capacity(request);
        if (dice.chance(25) && (index == null || !index.global())) {
            request.put("ConsistentRead", dice.chance(80));
        }
        if (dice.chance(20)) {
            boolean projects = request.containsKey("ProjectionExpression");
            String select = dice.of("COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES");
            boolean fits = switch (select) {
                case "COUNT" -> !projects;
                case "SPECIFIC_ATTRIBUTES" -> projects;
                case "ALL_PROJECTED_ATTRIBUTES" -> index != null && !projects;
                default ->
                    !projects
                            && (index == null
                                    || !index.global()
                                    || index.projection().equals("ALL"));
            };
            if (fits || dice.chance(10)) {
                request.put("Select", select);
            }
        }
        if (dice.chance(35)) {
            request.put("Limit", 1 + dice.below(4));
        }
    }

    /** The key of an item in the index or table, after which a page may start. */
    Map<String, @Nullable Object> startKey(TableShape shape, @Nullable IndexShape index) {
        Map<String, @Nullable Object> key = values.key(shape);
        if (index != null) {
            for (Field field : index.fields()) {
                key.putIfAbsent(field.name(), values.indexed(field));
            }
        }
        return key;
    }

    Map<String, @Nullable Object> scan(TableShape shape) {
        Map<String, @Nullable Object> request = Json.of("TableName", shape.name());
        IndexShape index = chooseIndex(shape, request);
        if (dice.chance(15)) {
            new LegacyMaker(dice, values, shape).filter(request, "ScanFilter");
        } else {
            filterAndProject(request, index, new ExpressionMaker(dice, values, shape));
        }
        page(index, request);
        return request;
    }

    Map<String, @Nullable Object> batchGet(List<TableShape> shapes) {
        Map<String, @Nullable Object> tables = new LinkedHashMap<>();
        for (TableShape shape : dice.some(shapes, 1 + dice.below(2))) {
            Map<String, @Nullable Object> entry = Json.of("Keys", distinctKeys(shape, 1 + dice.below(5)));
            read(shape, entry);
            tables.put(shape.name(), entry);
        }
        Map<String, @Nullable Object> request = Json.of("RequestItems", tables);
        capacity(request);
        return request;
    }

    private List<@Nullable Object> distinctKeys(TableShape shape, int count) {
        List<@Nullable Object> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, @Nullable Object> key = values.key(shape);
            if (!keys.contains(key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    Map<String, @Nullable Object> batchWrite(List<TableShape> shapes) {
        Map<String, @Nullable Object> tables = new LinkedHashMap<>();
        for (TableShape shape : dice.some(shapes, 1 + dice.below(2))) {
            List<@Nullable Object> writes = new ArrayList<>();
            for (Object key : distinctKeys(shape, 1 + dice.below(5))) {
                if (dice.chance(30)) {
                    writes.add(Json.of("DeleteRequest", Json.of("Key", key)));
                } else {
                    Map<String, @Nullable Object> item = values.item(shape);
                    item.putAll(Json.object(key));
                    writes.add(Json.of("PutRequest", Json.of("Item", item)));
                }
            }
            tables.put(shape.name(), writes);
        }
        Map<String, @Nullable Object> request = Json.of("RequestItems", tables);
        capacity(request);
        if (dice.chance(20)) {
            request.put("ReturnItemCollectionMetrics", "SIZE");
        }
        return request;
    }

    Map<String, @Nullable Object> transactGet(List<TableShape> shapes) {
        List<@Nullable Object> items = new ArrayList<>();
        for (int i = 1 + dice.below(4); i > 0; i--) {
            TableShape shape = dice.of(shapes);
            Map<String, @Nullable Object> get = Json.of("TableName", shape.name(), "Key", values.key(shape));
            if (dice.chance(30)) {
                project(shape, get);
            }
            items.add(Json.of("Get", get));
        }
        Map<String, @Nullable Object> request = Json.of("TransactItems", items);
        capacity(request);
        return request;
    }

    Map<String, @Nullable Object> transactWrite(List<TableShape> shapes, int conditionPercent) {
        List<@Nullable Object> items = new ArrayList<>();
        List<@Nullable Object> keys = new ArrayList<>();
        for (int i = 1 + dice.below(4); i > 0; i--) {
            TableShape shape = dice.of(shapes);
            Map<String, @Nullable Object> key = values.key(shape);
            Object place = Json.of("table", shape.name(), "key", key);
            if (keys.contains(place) && dice.chance(95)) {
                continue;
            }
            keys.add(place);
            items.add(write(shape, key, conditionPercent));
        }
        Map<String, @Nullable Object> request = Json.of("TransactItems", items);
        capacity(request);
        if (dice.chance(15)) {
            request.put("ReturnItemCollectionMetrics", "SIZE");
        }
        return request;
    }

    private Map<String, @Nullable Object> write(
            TableShape shape, Map<String, @Nullable Object> key, int conditionPercent) {
        ExpressionMaker expressions = new ExpressionMaker(dice, values, shape);
        Map<String, @Nullable Object> write = Json.of("TableName", shape.name());
        String kind = dice.of("Put", "Update", "Delete", "ConditionCheck");
        if (kind.equals("Put")) {
            Map<String, @Nullable Object> item = values.item(shape);
            item.putAll(key);
            write.put("Item", item);
        } else {
            write.put("Key", key);
        }
        if (kind.equals("Update")) {
            write.put("UpdateExpression", expressions.update());
        }
        if (kind.equals("ConditionCheck") || dice.chance(conditionPercent)) {
            write.put("ConditionExpression", expressions.condition());
            if (dice.chance(40)) {
                write.put("ReturnValuesOnConditionCheckFailure", "ALL_OLD");
            }
        }
        expressions.addTo(write);
        return Json.of(kind, write);
    }
}
