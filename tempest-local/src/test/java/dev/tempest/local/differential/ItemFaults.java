package dev.tempest.local.differential;

import dev.tempest.local.differential.TableShape.IndexShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spoils requests on items: with a wrong value, key, parameter or table, one at a time. */
final class ItemFaults {
    private final Dice dice;
    private final ValueMaker values;
    private final ExpressionFaults expressions;

    ItemFaults(Dice dice, ValueMaker values) {
        this.dice = dice;
        this.values = values;
        this.expressions = new ExpressionFaults(dice, values);
    }

    void spoil(String operation, TableShape shape, Map<String, @Nullable Object> request) {
        switch (operation) {
            case "PutItem" -> put(shape, request);
            case "GetItem" -> get(shape, request);
            case "UpdateItem" -> update(shape, request);
            case "DeleteItem" -> delete(shape, request);
            case "Query" -> query(shape, request);
            case "Scan" -> scan(shape, request);
            case "BatchGetItem" -> batchGet(shape, request);
            case "BatchWriteItem" -> batchWrite(shape, request);
            case "TransactGetItems" -> transactGet(shape, request);
            default -> transactWrite(shape, request);
        }
    }

    void tableName(Map<String, @Nullable Object> request) {
        if (dice.chance(40)) {
            request.remove("TableName");
        } else {
            request.put("TableName", dice.of("", "a", "a b", "x".repeat(256), "é-table", "a/b"));
        }
    }

    private void put(TableShape shape, Map<String, @Nullable Object> request) {
        switch (dice.below(12)) {
            case 0 -> tableName(request);
            case 1 -> request.remove("Item");
            case 2, 3 -> request.put("Item", wrongItem(shape));
            case 4, 5 -> spoilKey(shape, Json.object(request.get("Item")), false);
            case 6 -> request.put("ReturnValues", dice.of("ALL_NEW", "UPDATED_OLD", "UPDATED_NEW", "X", ""));
            case 7 -> enums(request);
            case 8 -> legacy(request);
            default -> expressions.condition(shape, request, "ConditionExpression");
        }
    }

    private Map<String, @Nullable Object> wrongItem(TableShape shape) {
        Map<String, @Nullable Object> item = values.item(shape);
        if (dice.chance(15) && !shape.indexes().isEmpty()) {
            IndexShape index = dice.of(shape.indexes());
            for (TableShape.Field field : index.fields()) {
                if (!shape.keys().contains(field)) {
                    item.put(
                            field.name(),
                            dice.of(
                                    ValueMaker.value("BOOL", true),
                                    ValueMaker.value("S", ""),
                                    ValueMaker.value("N", "7"),
                                    ValueMaker.value("L", List.of())));
                }
            }
            return item;
        }
        if (dice.chance(6)) {
            item.put("a", ValueMaker.value("S", "x".repeat(410_000)));
            return item;
        }
        item.put(dice.of("a", "doc", "other"), values.wrong());
        return item;
    }

    /** Spoils a key in place; it is the whole of the parameter, or a part of an item. */
    private void spoilKey(TableShape shape, Map<String, @Nullable Object> key, boolean whole) {
        TableShape.Field field = dice.of(shape.keys());
        switch (dice.below(whole ? 8 : 6)) {
            case 0 -> key.remove(field.name());
            case 1 ->
                key.put(field.name(), dice.of(ValueMaker.value("BOOL", true), ValueMaker.value("SS", List.of("a"))));
            case 2 -> key.put(field.name(), ValueMaker.value(field.type().equals("N") ? "S" : "N", "1"));
            case 3 -> key.put(field.name(), ValueMaker.value(field.type().equals("N") ? "B" : field.type(), ""));
            case 4 -> {
                int limit = field.equals(shape.hash()) ? 2048 : 1024;
                key.put(field.name(), ValueMaker.value("S", "x".repeat(limit + 1)));
            }
            case 5 -> key.put(field.name(), values.wrong());
            case 6 -> key.put("extra", values.text());
            default -> key.clear();
        }
    }

    private void enums(Map<String, @Nullable Object> request) {
        request.put(
                dice.of(
                        "ReturnConsumedCapacity",
                        "ReturnItemCollectionMetrics",
                        "ReturnValuesOnConditionCheckFailure",
                        "ReturnValues"),
                dice.of("X", "", "none", "ALL"));
    }

    /** Older parameters that are wrong, or stand beside an expression. */
    private void legacy(Map<String, @Nullable Object> request) {
        Map<String, @Nullable Object> expected = switch (dice.below(8)) {
            case 0 -> Json.of("Exists", true);
            case 1 -> Json.of("Exists", false, "Value", values.text());
            case 2 -> Json.of("ComparisonOperator", "EQ");
            case 3 -> Json.of("ComparisonOperator", "SAME", "AttributeValueList", List.of(values.text()));
            case 4 -> Json.of("ComparisonOperator", "BETWEEN", "AttributeValueList", List.of(values.text()));
            case 5 -> Json.of("ComparisonOperator", "NULL", "AttributeValueList", List.of(values.text()));
            case 6 -> Json.of("ComparisonOperator", "LT", "AttributeValueList", List.of(values.textSet()));
            default -> Json.of();
        };
        request.put("Expected", Json.of("a", expected));
    }

    private void get(TableShape shape, Map<String, @Nullable Object> request) {
        switch (dice.below(8)) {
            case 0 -> tableName(request);
            case 1 -> request.remove("Key");
            case 2, 3, 4 -> spoilKey(shape, Json.object(request.get("Key")), true);
            case 5 -> request.put("ReturnConsumedCapacity", dice.of("X", "", "none", "ALL"));
            case 6 -> {
                request.put("ProjectionExpression", "a");
                request.put("AttributesToGet", dice.of(List.of("b"), List.of()));
            }
            default -> expressions.projection(request);
        }
    }

    private void update(TableShape shape, Map<String, @Nullable Object> request) {
        switch (dice.below(12)) {
            case 0 -> tableName(request);
            case 1 -> request.remove("Key");
            case 2, 3 -> spoilKey(shape, Json.object(request.get("Key")), true);
            case 4 -> enums(request);
            case 5 -> legacy(request);
            case 6 -> attributeUpdates(shape, request);
            case 7 -> expressions.condition(shape, request, "ConditionExpression");
            default -> expressions.update(shape, request);
        }
    }

    private void attributeUpdates(TableShape shape, Map<String, @Nullable Object> request) {
        request.remove("UpdateExpression");
        request.remove("ConditionExpression");
        request.remove("ExpressionAttributeNames");
        request.remove("ExpressionAttributeValues");
        request.put(
                "AttributeUpdates",
                switch (dice.below(6)) {
                    case 0 -> Json.of("a", Json.of("Action", "PUT"));
                    case 1 -> Json.of("a", Json.of("Action", "CHANGE", "Value", values.text()));
                    case 2 -> Json.of("a", Json.of("Action", "ADD", "Value", values.text()));
                    case 3 -> Json.of("a", Json.of("Action", "DELETE", "Value", values.number()));
                    case 4 -> Json.of(shape.hash().name(), Json.of("Action", "PUT", "Value", values.text()));
                    default -> Json.of("a", Json.of("Value", values.wrong()));
                });
    }

    private void delete(TableShape shape, Map<String, @Nullable Object> request) {
        switch (dice.below(9)) {
            case 0 -> tableName(request);
            case 1 -> request.remove("Key");
            case 2, 3 -> spoilKey(shape, Json.object(request.get("Key")), true);
            case 4 -> request.put("ReturnValues", dice.of("ALL_NEW", "UPDATED_OLD", "UPDATED_NEW", "X", ""));
            case 5 -> enums(request);
            case 6 -> legacy(request);
            default -> expressions.condition(shape, request, "ConditionExpression");
        }
    }

    private void query(TableShape shape, Map<String, @Nullable Object> request) {
        switch (dice.below(10)) {
            case 0 -> tableName(request);
            case 1, 2, 3 -> expressions.keyCondition(shape, request);
            case 4 -> expressions.condition(shape, request, "FilterExpression");
            case 5 -> {
                request.remove("KeyConditionExpression");
                request.remove("KeyConditions");
            }
            default -> page(shape, request);
        }
    }

    private void scan(TableShape shape, Map<String, @Nullable Object> request) {
        switch (dice.below(7)) {
            case 0 -> tableName(request);
            case 1 -> expressions.condition(shape, request, "FilterExpression");
            case 2 -> {
                if (dice.chance(50)) {
                    request.put("Segment", dice.of(0, 1, 5, -1));
                }
                if (dice.chance(60)) {
                    request.put("TotalSegments", dice.of(0, -1, 1_000_001, 1));
                }
                request.putIfAbsent("Segment", 3);
            }
            default -> page(shape, request);
        }
    }

    private void page(TableShape shape, Map<String, @Nullable Object> request) {
        switch (dice.below(8)) {
            case 0 -> {
                request.remove("ConsistentRead");
                request.put("IndexName", dice.of("missing", "", "a", "a b"));
            }
            case 1 -> request.put("Limit", dice.of(0, -1));
            case 2 -> request.put("Select", dice.of("ALL", "", "SPECIFIC_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES"));
            case 3 -> {
                Map<String, @Nullable Object> start = values.key(shape);
                spoilKey(shape, start, true);
                request.put("ExclusiveStartKey", start);
            }
            case 4 -> {
                request.put("Select", dice.of("COUNT", "ALL_ATTRIBUTES"));
                request.put("ProjectionExpression", "a, b");
            }
            case 5 -> {
                for (IndexShape index : shape.indexes()) {
                    if (index.global()) {
                        request.put("IndexName", index.name());
                    }
                }
                request.put("ConsistentRead", true);
            }
            case 6 -> request.put("ReturnConsumedCapacity", dice.of("X", "", "none"));
            default -> expressions.projection(request);
        }
    }

    private void batchGet(TableShape shape, Map<String, @Nullable Object> request) {
        Map<String, @Nullable Object> tables = Json.object(request.get("RequestItems"));
        String name = tables.keySet().iterator().next();
        Map<String, @Nullable Object> entry = Json.object(tables.get(name));
        List<@Nullable Object> keys = Json.list(entry.get("Keys"));
        switch (dice.below(8)) {
            case 0 -> request.remove("RequestItems");
            case 1 -> request.put("RequestItems", Json.of());
            case 2 -> keys.add(keys.get(0));
            case 3 -> keys.clear();
            case 4 -> {
                for (int i = 0; i < 101; i++) {
                    keys.add(Json.of("pk", ValueMaker.value("S", "k" + i)));
                }
            }
            case 5 -> entry.remove("Keys");
            case 6 -> expressions.projection(entry);
            default -> spoilKey(shapeOf(shape, name), Json.object(keys.get(0)), true);
        }
    }

    /** The shape if it is that of the table, or another with the same names of attributes. */
    private static TableShape shapeOf(TableShape shape, String name) {
        return new TableShape(
                name, shape.hash(), shape.range(), shape.indexes(), shape.streamView(), shape.provisioned());
    }

    private void batchWrite(TableShape shape, Map<String, @Nullable Object> request) {
        Map<String, @Nullable Object> tables = Json.object(request.get("RequestItems"));
        String name = tables.keySet().iterator().next();
        List<@Nullable Object> writes = Json.list(tables.get(name));
        switch (dice.below(10)) {
            case 0 -> request.remove("RequestItems");
            case 1 -> request.put("RequestItems", Json.of());
            case 2 -> writes.add(writes.get(0));
            case 3 -> writes.clear();
            case 4 -> {
                for (int i = 0; i < 26; i++) {
                    writes.add(Json.of("DeleteRequest", Json.of("Key", Json.of("pk", ValueMaker.value("S", "k" + i)))));
                }
            }
            case 5 -> writes.add(Json.of());
            case 6 -> writes.set(0, Json.of("PutRequest", Json.of()));
            case 7 ->
                writes.set(
                        0,
                        Json.of(
                                "PutRequest",
                                Json.of("Item", values.item(shape)),
                                "DeleteRequest",
                                Json.of("Key", values.key(shape))));
            case 8 -> {
                Map<String, @Nullable Object> key = values.key(shape);
                spoilKey(shape, key, true);
                tables.clear();
                tables.put(shape.name(), List.of(Json.of("DeleteRequest", Json.of("Key", key))));
            }
            default -> {
                tables.clear();
                tables.put(shape.name(), List.of(Json.of("PutRequest", Json.of("Item", wrongItem(shape)))));
            }
        }
    }

    private void transactGet(TableShape shape, Map<String, @Nullable Object> request) {
        List<@Nullable Object> items = Json.list(request.get("TransactItems"));
        Map<String, @Nullable Object> get = Json.of("TableName", shape.name(), "Key", values.key(shape));
        switch (dice.below(8)) {
            case 0 -> request.remove("TransactItems");
            case 1 -> items.clear();
            case 2 -> {
                for (int i = 0; i < 101; i++) {
                    items.add(Json.of("Get", get));
                }
            }
            case 3 -> items.add(Json.of());
            case 4 -> {
                get.remove(dice.of("TableName", "Key"));
                items.add(Json.of("Get", get));
            }
            case 5 -> {
                expressions.projection(get);
                items.add(Json.of("Get", get));
            }
            case 6 -> {
                items.add(Json.of("Get", get));
                items.add(Json.of("Get", get));
            }
            default -> request.put("ReturnConsumedCapacity", "X");
        }
    }

    /** A transaction that a wrong key in it cancels. */
    void cancel(TableShape shape, Map<String, @Nullable Object> request, String kind) {
        Map<String, @Nullable Object> key = values.key(shape);
        spoilKey(shape, key, true);
        Map<String, @Nullable Object> entry = Json.of("TableName", shape.name(), "Key", key);
        Json.list(request.get("TransactItems")).add(Json.of(kind, entry));
    }

    private void transactWrite(TableShape shape, Map<String, @Nullable Object> request) {
        if (dice.chance(5)) {
            request.put("ClientRequestToken", "x".repeat(37));
            return;
        }
        List<@Nullable Object> items = Json.list(request.get("TransactItems"));
        Map<String, @Nullable Object> write = Json.of("TableName", shape.name(), "Key", values.key(shape));
        switch (dice.below(12)) {
            case 0 -> request.remove("TransactItems");
            case 1 -> items.clear();
            case 2 -> {
                for (int i = 0; i < 101; i++) {
                    items.add(Json.of("Delete", write));
                }
            }
            case 3 -> items.add(Json.of());
            case 4 -> {
                write.remove(dice.of("TableName", "Key"));
                items.add(Json.of("Delete", write));
            }
            case 5 -> items.add(Json.of("Delete", write, "ConditionCheck", write));
            case 6 -> {
                items.add(Json.of("Delete", write));
                items.add(Json.of("Delete", new LinkedHashMap<>(write)));
            }
            case 7 -> items.add(Json.of("ConditionCheck", write));
            case 8 -> items.add(Json.of("Update", write));
            case 9 -> {
                expressions.update(shape, write);
                items.add(Json.of("Update", write));
            }
            case 10 -> {
                expressions.condition(shape, write, "ConditionExpression");
                items.add(Json.of("Delete", write));
            }
            default -> items.add(Json.of("Put", Json.of("TableName", shape.name(), "Item", wrongItem(shape))));
        }
    }
}
