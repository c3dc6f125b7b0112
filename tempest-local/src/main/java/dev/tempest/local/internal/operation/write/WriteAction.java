package dev.tempest.local.internal.operation.write;

import dev.tempest.local.internal.capacity.Consumption;
import dev.tempest.local.internal.expression.Condition;
import dev.tempest.local.internal.expression.ExpressionParameters;
import dev.tempest.local.internal.expression.Path;
import dev.tempest.local.internal.expression.UpdatePlan;
import dev.tempest.local.internal.expression.syntax.ExpressionKind;
import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.table.Key;
import dev.tempest.local.internal.table.Table;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.Item;
import dev.tempest.local.internal.value.ValueReader;
import dev.tempest.local.internal.value.ValueWriter;
import dev.tempest.local.internal.value.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A write to one item, by a request of its own or as a part of a transaction or batch. Its methods are called in the
 * order in which they stand here, those with a table under the table's lock.
 */
abstract sealed class WriteAction {
    private final Map<String, AttributeValue> attributes;
    private final @Nullable Condition condition;
    private final boolean returnOld;

    private WriteAction(Map<String, AttributeValue> attributes, @Nullable Condition condition, boolean returnOld) {
        this.attributes = attributes;
        this.condition = condition;
        this.returnOld = returnOld;
    }

    /** What the action did to an item. */
    record Outcome(@Nullable Item before, @Nullable Item after) {}

    /** The item to put, or the key of the item to change. */
    final Map<String, AttributeValue> attributes() {
        return attributes;
    }

    /** The key of the item. Fails unless the key and the rest of the request are valid for this table. */
    abstract Key key(Table table);

    /** Fails with a ConditionalCheckFailedException unless the condition holds. */
    final void checkCondition(@Nullable Item before) {
        if (condition != null && !condition.test(before == null ? Map.of() : before.attributes())) {
            throw ServiceException.dynamoDb(
                    "ConditionalCheckFailedException", "The conditional request failed", failedItem(before));
        }
    }

    private Consumer<JsonWriter> failedItem(@Nullable Item before) {
        return out -> {
            if (returnOld && before != null) {
                ValueWriter.attributes(out, "Item", before.attributes());
            }
        };
    }

    /** The item afterwards; null if there is none. */
    abstract @Nullable Item after(Table table, @Nullable Item before);

    /** Whether the action changes anything, and does not only check. */
    boolean writes() {
        return true;
    }

    /** Carries the action out on its own. */
    final Outcome run(Table table, Consumption cost) {
        Key key = key(table);
        Item before = table.get(key);
        checkCondition(before);
        Item after = after(table, before);
        table.write(key, before, after, cost);
        return new Outcome(before, after);
    }

    static WriteAction put(JsonObject request, String path) {
        requireNotNull(path, "item", request.has("Item"));
        ExpressionParameters expressions = withCondition(request, "Expected");
        Map<String, AttributeValue> item = attributes(request, "Item");
        return new Put(item, condition(expressions), returnsOld(request));
    }

    static WriteAction delete(JsonObject request, String path) {
        requireNotNull(path, "key", request.has("Key"));
        ExpressionParameters expressions = withCondition(request, "Expected");
        Map<String, AttributeValue> key = attributes(request, "Key");
        return new Delete(key, condition(expressions), returnsOld(request));
    }

    static WriteAction check(JsonObject request, String path) {
        requireNotNull(path, "key", request.has("Key"));
        requireNotNull(path, "conditionExpression", request.has("ConditionExpression"));
        ExpressionParameters expressions = withCondition(request);
        Map<String, AttributeValue> key = attributes(request, "Key");
        return new Check(key, condition(expressions), returnsOld(request));
    }

    static Update update(JsonObject request, String path) {
        requireNotNull(path, "key", request.has("Key"));
        List<ExpressionKind> kinds = List.of(ExpressionKind.UPDATE, ExpressionKind.CONDITION);
        ExpressionParameters expressions = ExpressionParameters.of(request, kinds, "AttributeUpdates", "Expected");
        Map<String, AttributeValue> key = attributes(request, "Key");
        UpdatePlan plan = expressions.update();
        return new Update(key, condition(expressions), returnsOld(request), plan);
    }

    private static ExpressionParameters withCondition(JsonObject request, String... legacy) {
        return ExpressionParameters.of(request, List.of(ExpressionKind.CONDITION), legacy);
    }

    /** The condition, which is the last of the expressions. */
    private static @Nullable Condition condition(ExpressionParameters expressions) {
        Condition condition = expressions.condition();
        expressions.checkAllUsed();
        return condition;
    }

    /** The put or the deletion of a batch, which has no condition. */
    static WriteAction ofBatch(Map<String, AttributeValue> attributes, boolean put) {
        return put ? new Put(attributes, null, false) : new Delete(attributes, null, false);
    }

    private static void requireNotNull(String path, String field, boolean there) {
        Constraints constraints = new Constraints();
        constraints.notNull(path + field, there ? field : null);
        constraints.check();
    }

    private static Map<String, AttributeValue> attributes(JsonObject request, String field) {
        Map<String, AttributeValue> attributes = ValueReader.attributes(request, field);
        return attributes == null ? Map.of() : attributes;
    }

    private static boolean returnsOld(JsonObject request) {
        return "ALL_OLD".equals(request.string("ReturnValuesOnConditionCheckFailure"));
    }

    private static final class Put extends WriteAction {
        private final Item item;

        Put(Map<String, AttributeValue> item, @Nullable Condition condition, boolean returnOld) {
            super(item, condition, returnOld);
            this.item = new Item(item);
        }

        @Override
        Key key(Table table) {
            Key key = table.checkItem(item.attributes());
            if (item.size() > Item.MAX_SIZE) {
                throw ServiceException.validationOfRequest("Item size has exceeded the maximum allowed size");
            }
            return key;
        }

        @Override
        Item after(Table table, @Nullable Item before) {
            return item;
        }
    }

    private static final class Delete extends WriteAction {
        Delete(Map<String, AttributeValue> key, @Nullable Condition condition, boolean returnOld) {
            super(key, condition, returnOld);
        }

        @Override
        Key key(Table table) {
            return table.checkKey(attributes());
        }

        @Override
        @Nullable Item after(Table table, @Nullable Item before) {
            return null;
        }
    }

    private static final class Check extends WriteAction {
        Check(Map<String, AttributeValue> key, @Nullable Condition condition, boolean returnOld) {
            super(key, condition, returnOld);
        }

        @Override
        Key key(Table table) {
            return table.checkKey(attributes());
        }

        @Override
        @Nullable Item after(Table table, @Nullable Item before) {
            return before;
        }

        @Override
        boolean writes() {
            return false;
        }
    }

    static final class Update extends WriteAction {
        private final UpdatePlan plan;

        Update(Map<String, AttributeValue> key, @Nullable Condition condition, boolean returnOld, UpdatePlan plan) {
            super(key, condition, returnOld);
            this.plan = plan;
        }

        UpdatePlan plan() {
            return plan;
        }

        @Override
        Key key(Table table) {
            Key key = table.checkKey(attributes());
            for (Path path : plan.paths()) {
                if (table.definition().keys().contains(path.attribute())) {
                    throw ServiceException.invalidParameter(
                            "Cannot update attribute " + path.attribute() + ". This attribute is part of the key");
                }
            }
            return key;
        }

        @Override
        Item after(Table table, @Nullable Item before) {
            Map<String, AttributeValue> old = before == null ? attributes() : before.attributes();
            Map<String, AttributeValue> updated = plan.apply(old);
            Map<String, AttributeValue> changed = new LinkedHashMap<>();
            for (Path path : plan.paths()) {
                AttributeValue value = updated.get(path.attribute());
                if (value != null) {
                    changed.put(path.attribute(), value);
                }
            }
            table.checkIndexKeys(changed, true);
            changed.values().forEach(Values::checkDepth);
            Item item = new Item(updated);
            if (item.size() > Item.MAX_SIZE) {
                throw ServiceException.validation("Item size to update has exceeded the maximum allowed size");
            }
            return item;
        }
    }
}
