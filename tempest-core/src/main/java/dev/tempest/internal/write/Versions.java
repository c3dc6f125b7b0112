package dev.tempest.internal.write;

import dev.tempest.internal.expression.UpdateText;
import dev.tempest.internal.locking.CounterRule;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.internal.schema.RawTable;
import dev.tempest.internal.schema.Values;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one item type's rows, whoever else counts them.
 *
 * @param attribute null if the type has none
 * @param rule of the type's own versions; null if it has none, or those of an annotation of the SDK
 * @param <V> the SDK's attribute value
 */
public record Versions<V>(
        @Nullable String attribute, @Nullable VersionRule<V> rule, RawTable<V> table) {

    /** Whether they are texts, so that a blind write that is executed twice leaves the same one twice. */
    public boolean areTexts() {
        return rule != null && !rule.isNumber();
    }

    /** The version that an item carries; null if there is none. */
    public @Nullable V carriedBy(Object item, Map<String, V> row) {
        VersionRule<V> own = rule;
        return own == null ? in(row) : own.carriedBy(item);
    }

    /** The version that is stored; null if there is none. */
    public @Nullable V in(Map<String, V> row) {
        return attribute == null ? null : table.values().presentIn(row, attribute);
    }

    /** The version after a stored one, or the first: by the type's own rule, or as the SDK counts. */
    public V next(@Nullable V stored, Map<String, V> row, Nonces nonces) {
        VersionRule<V> own = rule;
        if (own != null) {
            return stored == null ? own.first(nonces) : own.after(stored, row, nonces);
        }
        Values<V> values = table.values();
        BigDecimal before = stored == null ? BigDecimal.ZERO : (BigDecimal) values.neutral(stored);
        return values.ofNumber(before.add(BigDecimal.ONE));
    }

    /** Lets an update change the version, whatever it is: a writer that has read the old item must not win. */
    public void moveOn(UpdateText<V> text, Nonces nonces) {
        String stored = attribute;
        VersionRule<V> own = rule;
        if (stored == null) {
            return;
        }
        if (own != null && !own.isNumber()) {
            text.set(stored, own.first(nonces));
            return;
        }
        Values<V> values = table.values();
        text.add(stored, values.ofNumber(BigDecimal.ZERO), values.ofNumber(BigDecimal.ONE));
        V limit = limit();
        if (limit != null) {
            text.requireIfPresent(stored, "<=", limit);
        }
    }

    /** The greatest version that has one after it; null if each has. */
    public @Nullable V limit() {
        VersionRule<V> own = rule;
        if (own != null) {
            return own.limit();
        }
        return attribute == null ? null : CounterRule.of(attribute, table).limit(1);
    }

    /** Why the version of an item cannot move on; null if it can. */
    public @Nullable String ofLast(Map<String, V> row) {
        Values<V> values = table.values();
        V version = attribute == null ? null : row.get(attribute);
        V limit = limit();
        return version != null && limit != null && values.isNumber(version) && values.compare(version, limit) > 0
                ? attribute + " " + values.describe(version) + " is the last version that its type can hold"
                : null;
    }
}
