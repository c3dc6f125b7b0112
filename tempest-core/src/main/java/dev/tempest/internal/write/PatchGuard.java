package dev.tempest.internal.write;

import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.ItemChange;
import dev.tempest.internal.schema.Values;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By what it is told whether an item is still the one that was read. Of the item nothing else counts.
 *
 * @param row of the item
 * @param version that the item carries; null if its type has none
 * @param next the version after it
 * @param tokenAttribute null if the type does not map the write token
 * @param token that the item carries; null for none
 * @param <V> the SDK's attribute value
 */
public record PatchGuard<V>(
        PatchRules<V> rules,
        Map<String, V> key,
        Map<String, V> row,
        @Nullable V version,
        @Nullable V next,
        @Nullable String tokenAttribute,
        @Nullable V token) {

    /** Whether a stored item is the one that was read. */
    public boolean matches(Map<String, V> stored) {
        String versionAttribute = rules.versions().attribute();
        return isSame(version, versionAttribute == null ? null : stored.get(versionAttribute))
                && (token == null || tokenAttribute == null || isSame(token, stored.get(tokenAttribute)));
    }

    private boolean isSame(@Nullable V expected, @Nullable V stored) {
        return expected == null || (stored != null && values().same(expected, stored));
    }

    private Values<V> values() {
        return rules.values();
    }

    /** That the stored item is the one that was read. */
    public @Nullable Clause<V> isSame(StoredState<V> state) {
        V ofVersion = version;
        V ofToken = token;
        return Clause.both(
                ofVersion == null ? null : state.versionIs(ofVersion), ofToken == null ? null : state.tokenIs(ofToken));
    }

    public Expectation<V> expectation(ItemChange<V> change) {
        return new Expectation<>(
                version == null ? Expectation.ITEM_READ : null,
                rules.versions().attribute(),
                version,
                change.condition());
    }

    /** The item as it is stored afterwards, as far as the one that was read tells. */
    public Map<String, V> expected(ItemChange<V> change) {
        Map<String, V> expected;
        try {
            expected = RowEdit.of(row, change.actions(), rules.values());
        } catch (RowEdit.NoSuchPlace e) {
            expected = new HashMap<>(row);
        }
        String versionAttribute = rules.versions().attribute();
        if (versionAttribute != null && next != null) {
            expected.put(versionAttribute, next);
        }
        return expected;
    }
}
