package dev.tempest.internal.expression;

import dev.tempest.internal.codec.ComputedAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A change of an item, as DynamoDB is to make it.
 *
 * @param actions of which no two touch one place
 * @param properties the names of the properties that they change, unless what is computed from them is among the actions
 * @param given those of the properties that have a value afterwards, whatever is stored
 * @param condition what the stored item must be; null for anything
 * @param createsItem whether the item is created if there is none
 * @param <V> the SDK's attribute value
 */
public record ItemChange<V>(
        List<Action<V>> actions,
        Set<String> properties,
        Set<String> given,
        @Nullable Clause<V> condition,
        boolean createsItem) {
    /** The change with the attributes that its values and the item's key determine, if these are all that it reaches. */
    public ItemChange<V> completed(Map<String, V> key, ComputedAttributes<?, V> computed) {
        if (createsItem || properties.stream().noneMatch(computed::areMadeOf)) {
            return this;
        }
        Map<String, V> known = new HashMap<>(key);
        Set<String> removed = new HashSet<>();
        for (Action<V> action : actions) {
            if (action instanceof Action.Assign<V> assign
                    && action.path().nested().isEmpty()) {
                known.put(action.path().attribute(), assign.value());
            } else if (action instanceof Action.Remove<V>
                    && action.path().nested().isEmpty()) {
                removed.add(action.path().attribute());
            }
        }
        Map<String, Optional<V>> reached = computed.reached(properties, known, removed);
        if (reached == null) {
            return this;
        }
        List<Action<V>> all = new ArrayList<>(actions);
        new TreeMap<>(reached).forEach((attribute, value) -> {
            AttributePath path = AttributePath.of(attribute);
            all.add(value.isPresent() ? new Action.Assign<>(path, value.get()) : new Action.Remove<>(path));
        });
        return new ItemChange<>(List.copyOf(all), Set.of(), given, condition, false);
    }
}
