package dev.tempest.internal.write;

import dev.tempest.internal.codec.ComputedAttributes;
import dev.tempest.internal.expression.Action;
import dev.tempest.internal.expression.AttributePath;
import dev.tempest.internal.expression.ItemChange;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.TimeRule;
import dev.tempest.internal.schema.Values;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The times that the writes of one item type set.
 *
 * @param typeName as messages name the type
 * @param computed what the items compute
 * @param <V> the SDK's attribute value
 */
public record Timestamps<V>(
        String typeName,
        List<TimeRule<V>> rules,
        Clock clock,
        Supplier<ComputedAttributes<?, V>> computed,
        Values<V> values) {

    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /**
     * Sets the times in the row of a whole item.
     *
     * @return the attributes that are set as the item carries no time of its creation
     */
    public Set<String> set(Map<String, V> row, Nonces nonces) {
        if (rules.isEmpty()) {
            return Set.of();
        }
        Instant now = nonces.now(clock);
        Set<String> begun = new HashSet<>();
        for (TimeRule<V> rule : rules) {
            if (!rule.isSetOnce() || rule.in(row, values) == null) {
                put(row, rule, rule.at(now));
                if (rule.isSetOnce()) {
                    begun.addAll(List.of(rule.attributes()));
                }
            }
        }
        compute(row);
        return begun;
    }

    /**
     * Sets the times in the attributes of an item that is merged into what is stored.
     *
     * @return the attributes that are to be set only where they are absent
     * @throws IllegalArgumentException if attributes are computed from a time that may be stored already
     */
    public Set<String> setInMerge(Map<String, V> row, Nonces nonces) {
        Set<String> begun = set(row, nonces);
        if (!begun.isEmpty() && isIngredient(true)) {
            String mark = rules.stream()
                    .filter(rule -> rule.isSetOnce() && computed.get().areMadeOf(rule.name()))
                    .map(TimeRule::mark)
                    .findFirst()
                    .orElseThrow();
            throw new IllegalArgumentException(typeName + " computes attributes ("
                    + String.join(", ", new TreeSet<>(computed.get().names()))
                    + ") from " + (mark.equals("@CreatedAt") ? "a " : "an ") + mark
                    + " that the merged item does not carry. Merge the item as it was loaded, or save"
                    + " it.");
        }
        return begun;
    }

    /** Sets the times in the row of what a stored item becomes, which keeps the time of its creation. */
    public void move(Map<String, V> row, Map<String, V> base, Nonces nonces) {
        if (rules.isEmpty()) {
            return;
        }
        Instant now = nonces.now(clock);
        for (TimeRule<V> rule : rules) {
            V stored = rule.isSetOnce() ? rule.in(base, values) : rule.at(now);
            if (stored != null && (rule.isKept() || !rule.isSetOnce())) {
                put(row, rule, stored);
            }
        }
        compute(row);
    }

    /** The row as far as it is known beforehand: without a time that may be stored already, of which the response tells nothing. */
    public Map<String, V> known(Map<String, V> written, Map<String, V> carried, Set<String> begun) {
        if (begun.isEmpty()) {
            return written;
        }
        Map<String, V> known = new HashMap<>(written);
        for (String attribute : begun) {
            V value = carried.get(attribute);
            if (value == null) {
                known.remove(attribute);
            } else {
                known.put(attribute, value);
            }
        }
        return known;
    }

    /** Leaves the times in a row as they are stored, whatever a caller has made of them. */
    public void keep(Map<String, V> row, Map<String, V> base) {
        if (rules.isEmpty()) {
            return;
        }
        for (TimeRule<V> rule : rules) {
            V stored = rule.in(base, values);
            if (rule.isSetOnce() && !rule.isKept()) {
                continue;
            }
            if (stored != null) {
                put(row, rule, stored);
            } else if (!rule.isSetOnce()) {
                row.keySet().removeAll(List.of(rule.attributes()));
            }
        }
        compute(row);
    }

    private static <V> void put(Map<String, V> row, TimeRule<V> rule, V value) {
        for (String attribute : rule.attributes()) {
            row.put(attribute, value);
        }
    }

    private void compute(Map<String, V> row) {
        if (isIngredient(false)) {
            Map<String, V> now = computed.get().in(row);
            row.keySet().removeAll(computed.get().names());
            row.putAll(now);
        }
    }

    /**
     * Whether attributes are computed from a time.
     *
     * @param ofCreation whether only the times count that are set once
     */
    private boolean isIngredient(boolean ofCreation) {
        return rules.stream()
                .anyMatch(rule ->
                        (rule.isSetOnce() || !ofCreation) && computed.get().areMadeOf(rule.name()));
    }

    /** Whether attributes are computed from a time that each write sets. */
    public boolean movesComputed() {
        return rules.stream()
                .anyMatch(rule -> !rule.isSetOnce() && computed.get().areMadeOf(rule.name()));
    }

    /** The change with the times that it sets. */
    public ItemChange<V> in(ItemChange<V> change, Nonces nonces) {
        if (rules.isEmpty()) {
            return change;
        }
        Instant now = nonces.now(clock);
        List<Action<V>> actions = new ArrayList<>(change.actions());
        Set<String> properties = new LinkedHashSet<>(change.properties());
        Set<String> given = new LinkedHashSet<>(change.given());
        for (TimeRule<V> rule : rules) {
            boolean isNamed = properties.contains(rule.name());
            if (isNamed || (rule.isSetOnce() && !change.createsItem())) {
                continue;
            }
            for (String attribute : rule.attributes()) {
                AttributePath path = AttributePath.of(attribute);
                V value = rule.at(now);
                actions.add(
                        rule.isSetOnce() ? new Action.AssignIfAbsent<>(path, value) : new Action.Assign<>(path, value));
            }
            properties.add(rule.name());
            given.add(rule.name());
        }
        return new ItemChange<>(List.copyOf(actions), properties, given, change.condition(), change.createsItem());
    }

    /** The attributes that each write sets. */
    public Map<String, V> ofEachWrite(Instant now) {
        return attributes(now, false);
    }

    /** The attributes that only a new item gets. */
    public Map<String, V> ofNew(Instant now) {
        return attributes(now, true);
    }

    private Map<String, V> attributes(Instant now, boolean ofCreation) {
        Map<String, V> found = new LinkedHashMap<>();
        for (TimeRule<V> rule : rules) {
            if (rule.isSetOnce() == ofCreation) {
                put(found, rule, rule.at(now));
            }
        }
        return found;
    }

    /** The names of the properties that a new item has. */
    public Set<String> names() {
        Set<String> names = new HashSet<>();
        rules.forEach(rule -> names.add(rule.name()));
        return names;
    }

    /** Why a caller must not change an attribute; null for one that may be changed. */
    public @Nullable String reservation(@Nullable String attribute) {
        for (TimeRule<V> rule : rules) {
            String reason = attribute == null ? null : rule.reservation(attribute);
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }
}
