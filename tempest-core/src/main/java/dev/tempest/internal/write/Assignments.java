package dev.tempest.internal.write;

import dev.tempest.internal.expression.Action;
import dev.tempest.internal.expression.UpdateText;
import dev.tempest.internal.schema.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that a change sets whole, which is what can be shown, before the change is sent, to whoever else has a say in
 * what is stored.
 */
public final class Assignments {
    private Assignments() {}

    /** The key, and the attributes that are set. */
    public static <V> Map<String, V> of(Map<String, V> key, List<Action<V>> actions) {
        Map<String, V> known = new HashMap<>(key);
        for (Action<V> action : actions) {
            if (action instanceof Action.Assign<V> assign && isWhole(action)) {
                known.put(assign.path().attribute(), assign.value());
            }
        }
        return known;
    }

    /** What others have made of the attributes, as far as they have changed them, in an order of its own. */
    public static <V> Map<String, V> changed(
            Map<String, V> known, @Nullable Map<String, V> transformed, Values<V> values) {
        Map<String, V> changed = new TreeMap<>();
        if (transformed != null) {
            transformed.forEach((attribute, value) -> {
                if (!value.equals(known.get(attribute)) && !values.isNull(value)) {
                    changed.put(attribute, value);
                }
            });
        }
        return changed;
    }

    /** An attribute that others set, and that the change changes otherwise; null for none. DynamoDB takes no two changes. */
    public static <V> @Nullable String overlap(List<Action<V>> actions, Set<String> theirs) {
        for (Action<V> action : actions) {
            String attribute = action.path().attribute();
            boolean isSet = action instanceof Action.Assign<V> && isWhole(action);
            if (!isSet && theirs.contains(attribute)) {
                return attribute;
            }
        }
        return null;
    }

    /**
     * Writes the actions, and what others have made of them.
     *
     * @param theirs values that take the place of those that the actions set, or that are set besides
     * @param assign sets an attribute
     */
    public static <V> void write(
            UpdateText<V> text, List<Action<V>> actions, Map<String, V> theirs, BiConsumer<String, V> assign) {
        Map<String, V> besides = new TreeMap<>(theirs);
        for (Action<V> action : actions) {
            if (action instanceof Action.Assign<V> set && isWhole(action)) {
                V value = besides.remove(set.path().attribute());
                assign.accept(set.path().attribute(), value == null ? set.value() : value);
            } else {
                action.writeTo(text);
            }
        }
        besides.forEach(assign);
    }

    private static boolean isWhole(Action<?> action) {
        return action.path().nested().isEmpty();
    }
}
