package dev.tempest.internal.expression;

import dev.tempest.Change;
import dev.tempest.internal.attr.Edit;
import dev.tempest.internal.attr.Term;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.codec.order.SortOrder;
import dev.tempest.internal.locking.CounterRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Turns changes of properties into changes of stored attributes.
 *
 * @param <V> the SDK's attribute value
 */
public final class ItemChanges<V> {
    private final ItemProperties<V> properties;
    private final UnaryOperator<@Nullable String> reservation;
    private final List<Action<V>> actions = new ArrayList<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<Clause<V>> conditions = new LinkedHashSet<>();
    private final Set<String> given = new LinkedHashSet<>();

    private ItemChanges(ItemProperties<V> properties, UnaryOperator<@Nullable String> reservation) {
        this.properties = properties;
        this.reservation = reservation;
    }

    /**
     * A change of an item of a type.
     *
     * @param reservation why an attribute must not be changed; null for an attribute that may be
     * @throws IllegalArgumentException if the item type lacks a property, or it cannot be changed so, or a value cannot be stored
     */
    public static <V> ItemChange<V> of(
            Change<?> change, ItemProperties<V> properties, UnaryOperator<@Nullable String> reservation) {
        Edit<?> edit = Edit.of(change);
        ItemChanges<V> changes = new ItemChanges<>(properties, reservation);
        edit.steps().forEach(changes::add);
        changes.requireApart();
        Term<?> condition = edit.condition();
        Clause<V> clause = condition == null ? null : Clauses.of(condition, properties);
        return new ItemChange<>(
                List.copyOf(changes.actions),
                changes.changed,
                changes.given,
                Clause.both(clause, changes.subtypes()),
                edit.isOrCreate());
    }

    /** That the item is of the subtypes whose properties are changed; null if all items have them. */
    private @Nullable Clause<V> subtypes() {
        Clause<V> all = null;
        for (Clause<V> each : conditions) {
            all = Clause.both(all, each);
        }
        return all;
    }

    private void add(Edit.Step step) {
        Clause<V> condition = properties.condition(step.path());
        if (condition != null) {
            conditions.add(condition);
        }
        ResolvedAttribute<V> attribute = properties.resolve(step.path());
        requireChangeable(attribute);
        String property = attribute.propertyName();
        changed.add(property);
        boolean hasValue = true;
        for (AttributePath path : attribute.paths()) {
            Action<V> action = action(step, attribute, path);
            actions.add(action);
            hasValue &= !(action instanceof Action.Remove<V> || action instanceof Action.DeleteElements<V>);
        }
        if (hasValue && !attribute.isNested()) {
            given.add(property);
        }
    }

    private void requireChangeable(ResolvedAttribute<V> attribute) {
        if (attribute.isTableKey()) {
            throw attribute.refused(
                    "is in a key attribute of the table, which cannot change. Save the item under its new"
                            + " key and delete the old one, in a transaction");
        }
        if (attribute.isVersion()) {
            throw attribute.refused("is the @Version, which every change moves on. Leave it out");
        }
        if (attribute.isComputed()) {
            throw attribute.refused("is constant or computed. Change what it is computed from");
        }
        for (AttributePath path : attribute.paths()) {
            String reason = reservation.apply(path.attribute());
            if (reason != null) {
                throw attribute.refused(reason);
            }
        }
    }

    private Action<V> action(Edit.Step step, ResolvedAttribute<V> attribute, AttributePath path) {
        if (step instanceof Edit.Assign assign) {
            V value = attribute.valueOrNull(assign.value());
            return value == null
                    ? remove(attribute, path)
                    : new Action.Assign<>(path, checked(attribute, assign.value(), value));
        } else if (step instanceof Edit.SetIfAbsent assign) {
            V value = attribute.requireValue(assign.value());
            return new Action.AssignIfAbsent<>(path, checked(attribute, assign.value(), value));
        } else if (step instanceof Edit.Add add) {
            return count(attribute, path, add.delta());
        } else if (step instanceof Edit.Elements elements) {
            V set = attribute.set(elements.elements());
            if (attribute.isRequired() && !elements.isAdding()) {
                throw attribute.refused(
                        "cannot be null, but the removal of its last element removes the attribute, so that"
                                + " the item could not be read. Let it be null, or give it a default");
            }
            return elements.isAdding() ? new Action.AddElements<>(path, set) : new Action.DeleteElements<>(path, set);
        } else if (step instanceof Edit.Extension extension) {
            return new Action.Append<>(
                    path, attribute.list(List.of()), attribute.list(List.of(extension.element())), extension.isAtEnd());
        }
        return remove(attribute, path);
    }

    private Action<V> remove(ResolvedAttribute<V> attribute, AttributePath path) {
        if (attribute.isRequired()) {
            throw attribute.refused("cannot be null, so an item without it could not be read. Set another value");
        }
        return new Action.Remove<>(path);
    }

    /** A key of an index must be one that DynamoDB takes, and in its order. */
    private V checked(ResolvedAttribute<V> attribute, @Nullable Object value, V stored) {
        Binding<V> binding = attribute.binding();
        if (binding == null || attribute.isNested()) {
            return stored;
        }
        if (attribute.isKey() && attribute.values().isEmpty(stored)) {
            throw attribute.refused(
                    "is in a key attribute of an index, and DynamoDB takes no empty keys. Set null to take"
                            + " the item out of the index");
        }
        SortOrder order = binding.order();
        if (order != null && value != null) {
            order.require(binding.property(), value);
        }
        return stored;
    }

    private Action<V> count(ResolvedAttribute<V> attribute, AttributePath path, Number delta) {
        CounterRule<V> rule = rule(attribute);
        boolean isUp = new BigDecimal(delta.toString()).signum() >= 0;
        rule.first(delta, 0); // what the property cannot hold in an item that has no number yet
        return new Action.Count<>(
                path, rule.toValue(0), rule.toValue(delta), isUp, rule.limit(delta), rule.describeRange());
    }

    private CounterRule<V> rule(ResolvedAttribute<V> attribute) {
        Binding<V> binding = attribute.binding();
        if (attribute.isNested()) {
            return CounterRule.ofNested(attribute.toString(), attribute.type(), attribute.codec(), attribute.values());
        }
        return binding == null
                ? CounterRule.of(attribute.path().attribute(), properties.table())
                : CounterRule.of(binding, properties.table());
    }

    private void requireApart() {
        for (int i = 0; i < actions.size(); i++) {
            AttributePath one = actions.get(i).path();
            for (Action<V> action : actions.subList(i + 1, actions.size())) {
                if (one.contains(action.path()) || action.path().contains(one)) {
                    throw Edit.overlap(one, action.path());
                }
            }
        }
    }
}
