package dev.tempest.sdk2.internal.write;

import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.ItemChange;
import dev.tempest.internal.expression.UpdateText;
import dev.tempest.internal.write.Assignments;
import dev.tempest.sdk2.internal.request.Expressions;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Map<String, AttributeValue> known = Assignments.of(key, change.actions());
        WriteModification modification =
                rules.extensionsWithoutVersion().beforeWrite(new HashMap<>(known), OperationName.UPDATE_ITEM);
        UpdateExpression computed = modification.updateExpression();
        Clause<AttributeValue> condition = Clause.both(
                Clause.both(required, change.condition()),
                Expressions.clause(modification.additionalConditionalExpression()));
        UpdateText<AttributeValue> text = new UpdateText<>(Expressions.foreign(condition, computed));
        Map<String, AttributeValue> theirs =
                Assignments.changed(known, modification.transformedItem(), SdkValues.INSTANCE);
        requireApart(change, theirs.keySet(), computed);
        Assignments.write(text, change.actions(), theirs, (attribute, value) -> assign(text, attribute, value));
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

    /** DynamoDB takes no two changes of one attribute. */
    private void requireApart(
            ItemChange<AttributeValue> change, Set<String> theirs, @Nullable UpdateExpression computed) {
        List<String> attributes = computed == null ? List.of() : UpdateExpressionConverter.findAttributeNames(computed);
        rules.claims().requireKnown(attributes);
        String overlap = change.actions().stream()
                .map(action -> action.path().attribute())
                .filter(attributes::contains)
                .findFirst()
                .orElse(Assignments.overlap(change.actions(), theirs));
        if (overlap != null) {
            throw new IllegalArgumentException("A patch of a "
                    + rules.mapper().typeName() + " changes " + overlap
                    + ", which an extension of the client changes in every update. Leave it to the extension.");
        }
    }
}
