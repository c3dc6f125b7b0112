package dev.tempest.local.internal.expression;

import dev.tempest.local.internal.expression.Operand.Constant;
import dev.tempest.local.internal.expression.UpdateAction.Add;
import dev.tempest.local.internal.expression.UpdateAction.Delete;
import dev.tempest.local.internal.expression.UpdateAction.Remove;
import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.AttributeValue.ListOf;
import dev.tempest.local.internal.value.DataType;
import dev.tempest.local.internal.value.ValueReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** AttributeUpdates, which updates had before there were expressions. */
final class LegacyUpdates {
    private static final Set<String> ACTIONS = Set.of("PUT", "ADD", "DELETE");

    private LegacyUpdates() {}

    static UpdatePlan read(JsonObject updates) {
        List<UpdateAction> actions = new ArrayList<>();
        for (String attribute : updates.fields().keySet()) {
            JsonObject update = updates.structure(attribute);
            if (update != null) {
                actions.add(action(attribute, update));
            }
        }
        return new UpdatePlan(actions);
    }

    private static UpdateAction action(String attribute, JsonObject update) {
        String given = update.string("Action");
        String action = given == null ? "PUT" : given;
        AttributeValue value = ValueReader.value(update, "Value");
        if (value == null && !action.equals("DELETE")) {
            throw ServiceException.invalidParameter(
                    "Only DELETE action is allowed when no attribute value is specified");
        }
        if (!ACTIONS.contains(action)) {
            throw ServiceException.validation("1 validation error detected: Value '" + action
                    + "' at 'attributeUpdates." + attribute + ".member.action' failed to satisfy constraint: "
                    + "Member must satisfy enum value set: [ADD, DELETE, PUT]");
        }
        Path path = Path.of(attribute);
        if (value == null) {
            return new Remove(path);
        }
        return switch (action) {
            case "ADD" -> add(path, value);
            case "DELETE" -> {
                if (!value.type().isSet()) {
                    throw ServiceException.invalidParameter(
                            "DELETE action with value is not supported for the type " + value.type());
                }
                yield new Delete(path, value, true);
            }
            default -> new UpdateAction.Set(path, new Constant(value));
        };
    }

    private static UpdateAction add(Path path, AttributeValue value) {
        DataType type = value.type();
        if (value instanceof ListOf) {
            Operand list = new Constant(value);
            Operand old = new Operand.IfNotExists(path, new Constant(new ListOf(List.of())));
            return new UpdateAction.Set(path, new Operand.ListAppend(old, list));
        }
        if (type != DataType.N && !type.isSet()) {
            throw ServiceException.invalidParameter("ADD action is not supported for the type " + type);
        }
        return new Add(path, value, true);
    }
}
