package dev.tempest.internal.write;

import dev.tempest.internal.expression.Action;
import dev.tempest.internal.expression.AttributePath;
import dev.tempest.internal.schema.DeepValues;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What DynamoDB would make of a row: for changes on which something depends that DynamoDB cannot compute. DynamoDB's own null
 * counts as absent where DynamoDB could not go on from it.
 *
 * @param <V> the SDK's attribute value
 */
public final class RowEdit<V> {
    /** All indexes are those of the list as it was: elements are added in their order, and removed from its end. */
    private static final Comparator<Action<?>> AS_DYNAMODB_DOES = Comparator.comparing(
                    (Action<?> action) -> action instanceof Action.Remove<?>)
            .thenComparing(action -> action instanceof Action.Remove<?> ? -index(action) : index(action));

    private final DeepValues<V> values;
    private final Map<String, V> row;

    private RowEdit(Map<String, V> row, DeepValues<V> values) {
        this.row = row;
        this.values = values;
    }

    /** A place that cannot be changed, as what it is a part of is not there, or is of another type. */
    public static final class NoSuchPlace extends RuntimeException {
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
    public static <V> Map<String, V> of(Map<String, V> base, List<? extends Action<V>> actions, DeepValues<V> values) {
        RowEdit<V> edit = new RowEdit<>(new HashMap<>(base), values);
        List<Action<V>> ordered = new ArrayList<>(actions);
        ordered.sort(AS_DYNAMODB_DOES);
        ordered.forEach(edit::apply);
        return edit.row;
    }

    /** The index at the end of a path; -1 if it does not end with one. */
    private static int index(Action<?> action) {
        List<Object> nested = action.path().nested();
        return !nested.isEmpty() && nested.get(nested.size() - 1) instanceof Integer index ? index : -1;
    }

    private void apply(Action<V> action) {
        AttributePath path = action.path();
        if (path.nested().isEmpty()) {
            put(path.attribute(), changed(row.get(path.attribute()), action));
            return;
        }
        V outer = row.get(path.attribute());
        if (outer == null) {
            throw new NoSuchPlace();
        }
        put(path.attribute(), within(outer, path.nested(), stored -> changed(stored, action)));
    }

    private void put(String attribute, @Nullable V value) {
        if (value == null) {
            row.remove(attribute);
        } else {
            row.put(attribute, value);
        }
    }

    /** The value in which a place is changed; null from the operator removes it. */
    private V within(V outer, List<Object> path, UnaryOperator<@Nullable V> operator) {
        List<Object> rest = path.subList(1, path.size());
        return path.get(0) instanceof Integer index
                ? withinList(outer, index, rest, operator)
                : withinMap(
                        outer,
                        path.get(0) instanceof AttributePath.Key key ? key.name() : (String) path.get(0),
                        rest,
                        operator);
    }

    private V withinList(V outer, int index, List<Object> rest, UnaryOperator<@Nullable V> operator) {
        List<V> list = present(values.list(outer));
        if (list == null) {
            throw new NoSuchPlace();
        }
        List<V> elements = new ArrayList<>(list);
        V stored = index < elements.size() ? elements.get(index) : null;
        V changed = inner(stored, rest, operator);
        if (changed == null) {
            if (stored != null) {
                elements.remove(index);
            }
        } else if (stored == null) {
            elements.add(changed);
        } else {
            elements.set(index, changed);
        }
        return values.ofList(elements);
    }

    private V withinMap(V outer, String name, List<Object> rest, UnaryOperator<@Nullable V> operator) {
        Map<String, @Nullable V> map = values.map(outer);
        if (map == null) {
            throw new NoSuchPlace();
        }
        Map<String, V> entries = new HashMap<>();
        map.forEach((entry, value) -> {
            if (value != null) {
                entries.put(entry, value);
            }
        });
        V changed = inner(entries.get(name), rest, operator);
        if (changed == null) {
            entries.remove(name);
        } else {
            entries.put(name, changed);
        }
        return values.ofMap(entries);
    }

    private @Nullable V inner(@Nullable V stored, List<Object> rest, UnaryOperator<@Nullable V> operator) {
        if (rest.isEmpty()) {
            return operator.apply(stored);
        }
        if (stored == null) {
            throw new NoSuchPlace();
        }
        return within(stored, rest, operator);
    }

    private @Nullable V changed(@Nullable V stored, Action<V> action) {
        V present = stored == null || values.isNull(stored) ? null : stored;
        if (action instanceof Action.Assign<V> assign) {
            return assign.value();
        } else if (action instanceof Action.AssignIfAbsent<V> assign) {
            return stored == null ? assign.value() : stored;
        } else if (action instanceof Action.Count<V> count) {
            return sum(present == null ? count.start() : present, count.delta());
        } else if (action instanceof Action.AddElements<V> add) {
            return present == null ? add.elements() : union(present, add.elements());
        } else if (action instanceof Action.DeleteElements<V> delete) {
            return present == null ? null : without(present, delete.elements());
        } else if (action instanceof Action.Append<V> append) {
            return present == null ? append.elements() : joined(present, append);
        }
        return null;
    }

    private V sum(V stored, V delta) {
        if (!values.isNumber(stored)) {
            throw new NoSuchPlace();
        }
        return values.ofNumber(((BigDecimal) values.neutral(stored)).add((BigDecimal) values.neutral(delta)));
    }

    private V joined(V stored, Action.Append<V> append) {
        List<V> list = present(values.list(stored));
        List<V> more = present(values.list(append.elements()));
        if (list == null || more == null) {
            throw new NoSuchPlace();
        }
        List<V> elements = new ArrayList<>(append.isAtEnd() ? list : more);
        elements.addAll(append.isAtEnd() ? more : list);
        return values.ofList(elements);
    }

    private V union(V stored, V more) {
        List<String> texts = present(values.textSet(stored));
        List<String> moreTexts = present(values.textSet(more));
        if (texts != null && moreTexts != null) {
            return values.ofTextSet(added(texts, moreTexts));
        }
        List<ByteBuffer> binaries = present(values.binarySet(stored));
        List<ByteBuffer> moreBinaries = present(values.binarySet(more));
        if (binaries != null && moreBinaries != null) {
            return values.ofBinarySet(added(binaries, moreBinaries));
        }
        List<String> numbers = present(values.numberSet(stored));
        List<String> moreNumbers = present(values.numberSet(more));
        if (numbers != null && moreNumbers != null) {
            List<String> all = new ArrayList<>(numbers);
            moreNumbers.stream().filter(number -> !isIn(number, all)).forEach(all::add);
            return values.ofNumberSet(all);
        }
        throw new NoSuchPlace();
    }

    private static <E> List<E> added(List<E> stored, List<E> more) {
        Set<E> all = new LinkedHashSet<>(stored);
        all.addAll(more);
        return new ArrayList<>(all);
    }

    private @Nullable V without(V stored, V fewer) {
        List<String> texts = present(values.textSet(stored));
        List<String> fewerTexts = present(values.textSet(fewer));
        if (texts != null && fewerTexts != null) {
            List<String> left = new ArrayList<>(texts);
            left.removeAll(fewerTexts);
            return left.isEmpty() ? null : values.ofTextSet(left);
        }
        List<ByteBuffer> binaries = present(values.binarySet(stored));
        List<ByteBuffer> fewerBinaries = present(values.binarySet(fewer));
        if (binaries != null && fewerBinaries != null) {
            List<ByteBuffer> left = new ArrayList<>(binaries);
            left.removeAll(fewerBinaries);
            return left.isEmpty() ? null : values.ofBinarySet(left);
        }
        List<String> numbers = present(values.numberSet(stored));
        List<String> fewerNumbers = present(values.numberSet(fewer));
        if (numbers != null && fewerNumbers != null) {
            List<String> left = new ArrayList<>(numbers);
            left.removeIf(number -> isIn(number, fewerNumbers));
            return left.isEmpty() ? null : values.ofNumberSet(left);
        }
        throw new NoSuchPlace();
    }

    private static boolean isIn(String number, List<String> numbers) {
        BigDecimal exact = new BigDecimal(number);
        return numbers.stream().anyMatch(other -> new BigDecimal(other).compareTo(exact) == 0);
    }

    /** The elements of what is stored, where DynamoDB has no null. */
    private static <E> @Nullable List<E> present(@Nullable List<@Nullable E> elements) {
        if (elements == null) {
            return null;
        }
        List<E> present = new ArrayList<>(elements.size());
        for (E element : elements) {
            if (element != null) {
                present.add(element);
            }
        }
        return present;
    }
}
