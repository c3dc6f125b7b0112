package dev.tempest.sdk2.internal.write;

import dev.tempest.internal.expression.Action;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.ItemChange;
import dev.tempest.internal.expression.UpdateText;
import dev.tempest.sdk2.internal.request.Expressions;
import dev.tempest.sdk2.internal.schema.SdkValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.extensions.WriteModification;
import software.amazon.awssdk.enhanced.dynamodb.internal.operations.OperationName;
import software.amazon.awssdk.enhanced.dynamodb.internal.update.UpdateExpressionConverter;
import software.amazon.awssdk.enhanced.dynamodb.update.UpdateExpression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The expressions of a change that is made without knowing what is stored; the client's extensions have their say in it. */
final class PatchText {
    private final WriteRules<?> rules;
    private final ItemUpdate<?, ?> updates;

    PatchText(WriteRules<?> rules, ItemUpdate<?, ?> updates) {
        this.rules = rules;
        this.updates = updates;
    }

    /** @param condition all that is required of the stored item; null for nothing */
    record Built(UpdateText<AttributeValue> text, @Nullable Clause<AttributeValue> condition) {}

    /** @param required of the stored item besides the caller's condition; null for nothing */
    Built of(
            Map<String, AttributeValue> key,
            ItemChange<AttributeValue> change,
            @Nullable Clause<AttributeValue> required) {
        Map<String, AttributeValue> known = new HashMap<>(key);
        for (Action<AttributeValue> action : change.actions()) {
            if (action instanceof Action.Assign<AttributeValue> assign
                    && assign.path().nested().isEmpty()) {
                known.put(assign.path().attribute(), assign.value());
            }
        }
        WriteModification modification =
                rules.extensionsWithoutVersion().beforeWrite(new HashMap<>(known), OperationName.UPDATE_ITEM);
        UpdateExpression computed = modification.updateExpression();
        Clause<AttributeValue> condition = Clause.both(
                Clause.both(required, change.condition()),
                Expressions.clause(modification.additionalConditionalExpression()));
        UpdateText<AttributeValue> text = new UpdateText<>(Expressions.foreign(condition, computed));
        Map<String, AttributeValue> theirs = differences(known, modification.transformedItem());
        requireApart(change, theirs.keySet(), computed);
        for (Action<AttributeValue> action : change.actions()) {
            String attribute = action.path().attribute();
            if (action instanceof Action.Assign<AttributeValue> assign
                    && assign.path().nested().isEmpty()) {
                AttributeValue value = theirs.remove(attribute);
                assign(text, attribute, value == null ? assign.value() : value);
            } else {
                action.writeTo(text);
            }
        }
        theirs.forEach((attribute, value) -> assign(text, attribute, value));
        if (computed != null) {
            Expressions.addTo(text, computed);
        }
        text.require(condition);
        return new Built(text, condition);
    }

    private void assign(UpdateText<AttributeValue> text, String attribute, AttributeValue value) {
        if (updates.isWrittenOnce(attribute)) {
            text.setIfAbsent(attribute, value);
        } else {
            text.set(attribute, value);
        }
    }

    /** What the extensions have changed, in an order of its own. */
    private static Map<String, AttributeValue> differences(
            Map<String, AttributeValue> known, @Nullable Map<String, AttributeValue> transformed) {
        Map<String, AttributeValue> changed = new TreeMap<>();
        if (transformed != null) {
            transformed.forEach((attribute, value) -> {
                if (!value.equals(known.get(attribute)) && !SdkValues.INSTANCE.isNull(value)) {
                    changed.put(attribute, value);
                }
            });
        }
        return changed;
    }

    /** DynamoDB takes no two changes of one attribute. */
    private void requireApart(
            ItemChange<AttributeValue> change, Set<String> theirs, @Nullable UpdateExpression computed) {
        List<String> attributes = computed == null ? List.of() : UpdateExpressionConverter.findAttributeNames(computed);
        for (Action<AttributeValue> action : change.actions()) {
            String attribute = action.path().attribute();
            boolean isSet = action instanceof Action.Assign<AttributeValue>
                    && action.path().nested().isEmpty();
            if (attributes.contains(attribute) || (!isSet && theirs.contains(attribute))) {
                throw new IllegalArgumentException("A patch of a "
                        + rules.mapper().typeName() + " changes "
                        + attribute + ", which an extension of the client changes in every update. Leave it to the"
                        + " extension.");
            }
        }
    }
}
