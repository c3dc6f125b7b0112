package dev.tempest.sdk2.internal.write;

import dev.tempest.internal.expression.Action;
import dev.tempest.internal.expression.AttributePath;
import dev.tempest.sdk2.internal.schema.SdkValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What DynamoDB would make of a row: for changes on which something depends that DynamoDB cannot compute. DynamoDB's own null
 * counts as absent where DynamoDB could not go on from it.
 */
final class RowEdit {
    /** All indexes are those of the list as it was: elements are added in their order, and removed from its end. */
    private static final Comparator<Action<AttributeValue>> AS_DYNAMODB_DOES = Comparator.comparing(
                    (Action<AttributeValue> action) -> action instanceof Action.Remove<AttributeValue>)
            .thenComparing(action -> action instanceof Action.Remove<AttributeValue> ? -index(action) : index(action));

    private final Map<String, AttributeValue> row;

    private RowEdit(Map<String, AttributeValue> row) {
        this.row = row;
    }

    /** A place that cannot be changed, as what it is a part of is not there, or is of another type. */
    static final class NoSuchPlace extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoSuchPlace() {
            super(null, null, false, false);
        }
    }

    /**
     * The row that some actions make.
     *
     * @throws NoSuchPlace if DynamoDB would refuse one of them
     */
    static Map<String, AttributeValue> of(
            Map<String, AttributeValue> base, List<? extends Action<AttributeValue>> actions) {
        RowEdit edit = new RowEdit(new HashMap<>(base));
        List<Action<AttributeValue>> ordered = new ArrayList<>(actions);
        ordered.sort(AS_DYNAMODB_DOES);
        ordered.forEach(edit::apply);
        return edit.row;
    }

    /** The index at the end of a path; -1 if it does not end with one. */
    private static int index(Action<?> action) {
        List<Object> nested = action.path().nested();
        return !nested.isEmpty() && nested.get(nested.size() - 1) instanceof Integer index ? index : -1;
    }

    private void apply(Action<AttributeValue> action) {
        AttributePath path = action.path();
        if (path.nested().isEmpty()) {
            put(path.attribute(), changed(row.get(path.attribute()), action));
            return;
        }
        AttributeValue outer = row.get(path.attribute());
        if (outer == null) {
            throw new NoSuchPlace();
        }
        put(path.attribute(), within(outer, path.nested(), stored -> changed(stored, action)));
    }

    private void put(String attribute, @Nullable AttributeValue value) {
        if (value == null) {
            row.remove(attribute);
        } else {
            row.put(attribute, value);
        }
    }

    /** The value in which a place is changed; null from the operator removes it. */
    private static AttributeValue within(
            AttributeValue outer, List<Object> path, UnaryOperator<@Nullable AttributeValue> operator) {
        List<Object> rest = path.subList(1, path.size());
        if (path.get(0) instanceof Integer index) {
            if (!outer.hasL()) {
                throw new NoSuchPlace();
            }
            List<AttributeValue> elements = new ArrayList<>(outer.l());
            AttributeValue stored = index < elements.size() ? elements.get(index) : null;
            AttributeValue changed = inner(stored, rest, operator);
            if (changed == null) {
                if (stored != null) {
                    elements.remove((int) index);
                }
            } else if (stored == null) {
                elements.add(changed);
            } else {
                elements.set(index, changed);
            }
            return AttributeValue.fromL(elements);
        }
        if (!outer.hasM()) {
            throw new NoSuchPlace();
        }
        String name = (String) path.get(0);
        Map<String, AttributeValue> entries = new HashMap<>(outer.m());
        AttributeValue changed = inner(entries.get(name), rest, operator);
        if (changed == null) {
            entries.remove(name);
        } else {
            entries.put(name, changed);
        }
        return AttributeValue.fromM(entries);
    }

    private static @Nullable AttributeValue inner(
            @Nullable AttributeValue stored, List<Object> rest, UnaryOperator<@Nullable AttributeValue> operator) {
        if (rest.isEmpty()) {
            return operator.apply(stored);
        }
        if (stored == null) {
            throw new NoSuchPlace();
        }
        return within(stored, rest, operator);
    }

    private static @Nullable AttributeValue changed(@Nullable AttributeValue stored, Action<AttributeValue> action) {
        AttributeValue present = stored == null || SdkValues.INSTANCE.isNull(stored) ? null : stored;
        if (action instanceof Action.Assign<AttributeValue> assign) {
            return assign.value();
        } else if (action instanceof Action.AssignIfAbsent<AttributeValue> assign) {
            return stored == null ? assign.value() : stored;
        } else if (action instanceof Action.Count<AttributeValue> count) {
            return sum(present == null ? count.start() : present, count.delta());
        } else if (action instanceof Action.AddElements<AttributeValue> add) {
            return present == null ? add.elements() : union(present, add.elements());
        } else if (action instanceof Action.DeleteElements<AttributeValue> delete) {
            return present == null ? null : without(present, delete.elements());
        } else if (action instanceof Action.Append<AttributeValue> append) {
            return present == null ? append.elements() : joined(present, append);
        }
        return null;
    }

    private static AttributeValue sum(AttributeValue stored, AttributeValue delta) {
        if (stored.n() == null) {
            throw new NoSuchPlace();
        }
        return SdkValues.INSTANCE.ofNumber(new BigDecimal(stored.n()).add(new BigDecimal(delta.n())));
    }

    private static AttributeValue joined(AttributeValue stored, Action.Append<AttributeValue> append) {
        if (!stored.hasL()) {
            throw new NoSuchPlace();
        }
        List<AttributeValue> elements = new ArrayList<>(
                append.isAtEnd() ? stored.l() : append.elements().l());
        elements.addAll(append.isAtEnd() ? append.elements().l() : stored.l());
        return AttributeValue.fromL(elements);
    }

    private static AttributeValue union(AttributeValue stored, AttributeValue more) {
        if (stored.hasSs() && more.hasSs()) {
            return AttributeValue.fromSs(List.copyOf(added(stored.ss(), more.ss())));
        }
        if (stored.hasBs() && more.hasBs()) {
            return AttributeValue.fromBs(List.copyOf(added(stored.bs(), more.bs())));
        }
        if (stored.hasNs() && more.hasNs()) {
            List<String> numbers = new ArrayList<>(stored.ns());
            more.ns().stream().filter(number -> !isIn(number, numbers)).forEach(numbers::add);
            return AttributeValue.fromNs(numbers);
        }
        throw new NoSuchPlace();
    }

    private static <E> Set<E> added(Collection<E> stored, Collection<E> more) {
        Set<E> all = new LinkedHashSet<>(stored);
        all.addAll(more);
        return all;
    }

    private static @Nullable AttributeValue without(AttributeValue stored, AttributeValue fewer) {
        if (stored.hasSs() && fewer.hasSs()) {
            List<String> left = new ArrayList<>(stored.ss());
            left.removeAll(fewer.ss());
            return left.isEmpty() ? null : AttributeValue.fromSs(left);
        }
        if (stored.hasBs() && fewer.hasBs()) {
            var left = new ArrayList<>(stored.bs());
            left.removeAll(fewer.bs());
            return left.isEmpty() ? null : AttributeValue.fromBs(left);
        }
        if (stored.hasNs() && fewer.hasNs()) {
            List<String> left = new ArrayList<>(stored.ns());
            left.removeIf(number -> isIn(number, fewer.ns()));
            return left.isEmpty() ? null : AttributeValue.fromNs(left);
        }
        throw new NoSuchPlace();
    }

    private static boolean isIn(String number, List<String> numbers) {
        BigDecimal exact = new BigDecimal(number);
        return numbers.stream().anyMatch(other -> new BigDecimal(other).compareTo(exact) == 0);
    }
}
