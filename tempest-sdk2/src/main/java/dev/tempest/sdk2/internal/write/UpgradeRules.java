package dev.tempest.sdk2.internal.write;

import static java.util.Objects.requireNonNull;

import dev.tempest.internal.expression.AttributePath;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.UpdateText;
import dev.tempest.internal.write.StoredState;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.Upgrade;
import dev.tempest.sdk2.internal.mapping.WriteTokens;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What holds for the writes of one item type where an item of an older model is stored. */
public final class UpgradeRules {
    private final WriteRules<?> rules;
    private final ItemMapper<?> mapper;

    UpgradeRules(WriteRules<?> rules) {
        this.rules = rules;
        this.mapper = rules.mapper();
    }

    /** Whether items of older models are read as if they were of the current one. */
    public boolean areNeeded() {
        return mapper.upgrade() != null;
    }

    /**
     * That an item of an older model is what was read, all of its attributes.
     *
     * @throws IllegalStateException if the item has neither a version nor a token, and too many attributes to compare
     */
    Clause<AttributeValue> isStill(Map<String, AttributeValue> base, Upgrade upgrade) {
        AttributePath path = AttributePath.of(upgrade.attribute());
        AttributeValue model = base.get(upgrade.attribute());
        Clause<AttributeValue> isOfModel =
                model == null ? new Clause.Existence<>(path, false) : new Clause.Comparison<>(path, "=", model);
        return requireNonNull(Clause.both(compared(base).isStill(base, () -> mapper.describe(base)), isOfModel));
    }

    private StoredState<AttributeValue> compared(Map<String, AttributeValue> base) {
        if (rules.state().isMarked(base)) {
            return rules.state();
        }
        // A step sees all attributes, not those of the type only.
        Set<String> attributes = new TreeSet<>(mapper.schema().attributeNames());
        attributes.addAll(base.keySet());
        WriteTokens tokens = rules.tokens();
        return new StoredState<>(
                mapper.rawTable(), rules.versionAttribute(), tokens == null ? null : tokens.attribute(), attributes);
    }

    /**
     * That what is stored is of the current model; null for a type of which all items are read as they are.
     *
     * @param orAbsent whether there may be no item
     */
    @Nullable Clause<AttributeValue> isCurrent(boolean orAbsent) {
        Upgrade upgrade = mapper.upgrade();
        if (upgrade == null) {
            return null;
        }
        Clause<AttributeValue> isCurrent =
                new Clause.Comparison<>(AttributePath.of(upgrade.attribute()), ">=", upgrade.targetValue());
        return orAbsent ? new Clause.Any<>(List.of(rules.state().keyIsFree(), isCurrent)) : isCurrent;
    }

    /** Lets an update that may create the item give it the current model. */
    void begin(UpdateText<AttributeValue> text, boolean createsItem) {
        Upgrade upgrade = mapper.upgrade();
        if (upgrade != null && createsItem) {
            text.setIfAbsent(upgrade.attribute(), upgrade.targetValue());
        }
    }

    /** A condition of a caller, who knows the current model only. */
    public @Nullable Clause<AttributeValue> onCurrent(@Nullable Clause<AttributeValue> callersCondition) {
        return callersCondition == null ? null : Clause.both(callersCondition, isCurrent(true));
    }

    /** The item of an older model that made a condition fail; null if it failed for another reason. */
    @Nullable Map<String, AttributeValue> older(Throwable failure) {
        return failure instanceof ConditionalCheckFailedException e ? older(Write.found(e)) : null;
    }

    /** What was found where a condition failed, if it is of an older model; null otherwise. */
    public @Nullable Map<String, AttributeValue> older(@Nullable Map<String, AttributeValue> found) {
        Map<String, AttributeValue> present = mapper.table().present(found);
        return present != null && mapper.isOlder(present) ? present : null;
    }
}
