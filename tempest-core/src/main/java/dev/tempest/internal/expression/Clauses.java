package dev.tempest.internal.expression;

import dev.tempest.Condition;
import dev.tempest.internal.attr.Operator;
import dev.tempest.internal.attr.PropertyPath;
import dev.tempest.internal.attr.Term;
import dev.tempest.internal.codec.order.SortOrder;
import dev.tempest.internal.reflect.TypeVariables;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.internal.schema.NumberCodec;
import dev.tempest.internal.schema.Values;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns conditions on properties into conditions on stored attributes.
 *
 * @param <V> the SDK's attribute value
 */
public final class Clauses<V> {
    private static final int MAX_OPERANDS = 100;

    private final ItemProperties<V> properties;
    private final @Nullable KeySchema excluded;

    private Clauses(ItemProperties<V> properties, @Nullable KeySchema excluded) {
        this.properties = properties;
        this.excluded = excluded;
    }

    /**
     * The condition of a write, or the filter of a scan.
     *
     * @throws IllegalArgumentException if the item type lacks a property, or a value cannot be stored
     */
    public static <V> Clause<V> of(Condition<?> condition, ItemProperties<V> properties) {
        return new Clauses<>(properties, null).clause(Term.of(condition));
    }

    /**
     * The filter of a query.
     *
     * @param key of the table or index that is queried, which DynamoDB does not let a filter name
     * @throws IllegalArgumentException if the item type lacks a property, or it is a part of that key, or a value cannot be
     *     stored
     */
    public static <V> Clause<V> ofQuery(Condition<?> condition, ItemProperties<V> properties, KeySchema key) {
        return new Clauses<>(properties, key).clause(Term.of(condition));
    }

    /** That an item is of a subtype which has the property; null if all are. */
    private @Nullable Clause<V> condition(PropertyPath path) {
        Clause<V> condition = properties.condition(path);
        if (condition != null && excluded != null && isOfKey(condition, excluded)) {
            throw new IllegalArgumentException(
                    path + " is a property of a subtype that the key determines, but DynamoDB does"
                            + " not let a filter name the key. Query with a key of the subtype.");
        }
        return condition;
    }

    private static boolean isOfKey(Clause<?> condition, KeySchema key) {
        if (condition instanceof Clause.All<?> all) {
            return all.clauses().stream().anyMatch(each -> isOfKey(each, key));
        }
        if (condition instanceof Clause.Any<?> any) {
            return any.clauses().stream().anyMatch(each -> isOfKey(each, key));
        }
        return condition instanceof Clause.Call<?> call
                && key.contains(call.path().attribute());
    }

    private Clause<V> clause(Term<?> term) {
        Clause<V> clause = plain(term);
        // What a subtype has is asked only of its own items: in others, the attribute may mean something else.
        Clause<V> other = term instanceof Term.PathComparison<?> comparison
                ? Clause.both(condition(comparison.other()), clause)
                : clause;
        Clause<V> whole = term instanceof Term.Leaf<?> leaf ? Clause.both(condition(leaf.path()), other) : other;
        return whole == null ? clause : whole;
    }

    private Clause<V> plain(Term<?> term) {
        if (term instanceof Term.Comparison<?> comparison) {
            return comparison(comparison);
        } else if (term instanceof Term.All<?> all) {
            return new Clause.All<>(clauses(all.terms()));
        } else if (term instanceof Term.Any<?> any) {
            return new Clause.Any<>(clauses(any.terms()));
        } else if (term instanceof Term.Not<?> not) {
            return new Clause.Not<>(clause(not.term()));
        } else if (term instanceof Term.Existence<?> existence) {
            return new Clause.Existence<>(resolve(existence.path()).path(), existence.isThere());
        } else if (term instanceof Term.PathComparison<?> comparison) {
            return comparison(comparison);
        } else if (term instanceof Term.Between<?> between) {
            return between(between);
        } else if (term instanceof Term.In<?> in) {
            return in(in);
        } else if (term instanceof Term.BeginsWith<?> beginsWith) {
            ResolvedAttribute<V> attribute = resolve(beginsWith.path());
            return new Clause.Call<>("begins_with", attribute.path(), text(attribute, beginsWith.prefix()));
        } else if (term instanceof Term.ContainsText<?> contains) {
            return contains(contains);
        } else if (term instanceof Term.ContainsElement<?> contains) {
            ResolvedAttribute<V> attribute = resolve(contains.path());
            return new Clause.Call<>("contains", attribute.path(), attribute.element(contains.element()));
        } else if (term instanceof Term.SizeComparison<?> comparison) {
            ResolvedAttribute<V> attribute = resolveSized(comparison.path());
            return new Clause.SizeComparison<>(
                    attribute.path(), comparison.operator().symbol(), size(attribute, comparison.size()));
        } else if (term instanceof Term.SizeBetween<?> between) {
            return sizeBetween(between);
        }
        throw new IllegalStateException("no clause for " + term);
    }

    private List<Clause<V>> clauses(List<? extends Term<?>> terms) {
        List<Clause<V>> clauses = new ArrayList<>(terms.size());
        for (int i = 0; i < terms.size(); i++) {
            clauses.add(clause(terms.get(i)));
        }
        return clauses;
    }

    private ResolvedAttribute<V> resolve(PropertyPath path) {
        ResolvedAttribute<V> attribute = properties.resolve(path);
        if (excluded != null && excluded.contains(attribute.path().attribute())) {
            throw attribute.refused(
                    "is stored in a key attribute of what is queried, which DynamoDB does not let a filter"
                            + " name. Use the key condition of the query");
        }
        return attribute;
    }

    private Clause<V> comparison(Term.Comparison<?> comparison) {
        ResolvedAttribute<V> attribute = resolve(comparison.path());
        Operator operator = comparison.operator();
        Object value = comparison.value();
        V stored = value == null ? null : attribute.value(value);
        if (value == null || stored == null) {
            return presence(attribute, operator);
        }
        if (operator.isOrdering()) {
            requireOrder(attribute, operator.method(), value, stored);
        }
        return new Clause.Comparison<>(attribute.path(), operator.symbol(), stored);
    }

    /** Whether there is a value: other programs store DynamoDB's own null for none. */
    private Clause<V> presence(ResolvedAttribute<V> attribute, Operator operator) {
        AttributePath path = attribute.path();
        return switch (operator) {
            case EQ -> Clause.isNothing(path, attribute.values());
            case NE ->
                new Clause.All<>(List.of(
                        new Clause.Existence<>(path, true),
                        new Clause.Not<>(new Clause.Call<>(
                                "attribute_type", path, attribute.values().ofText("NULL")))));
            default ->
                throw attribute.refused("has a converter that stores nothing for the value, so " + operator.method()
                        + " cannot compare it");
        };
    }

    private Clause<V> comparison(Term.PathComparison<?> comparison) {
        ResolvedAttribute<V> one = resolve(comparison.path());
        ResolvedAttribute<V> other = resolve(comparison.other());
        if (one.path().equals(other.path())) {
            throw one.refused("cannot be compared with itself, which DynamoDB does not take. Compare it with a value or"
                    + " with another attribute, or ask whether it exists");
        }
        if (!one.storesAs(other)) {
            throw one.refused("cannot be compared with " + other
                    + ", because their values are stored in different forms: with another prefix or converter");
        }
        Operator operator = comparison.operator();
        if (operator.isOrdering()) {
            SortOrder order = one.order();
            if (order != null) {
                order.requireOrdered(one.toString(), operator.method(), one.rawName());
            } else if (!hasOrder(one)) {
                throw notOrdered(one, operator.method());
            }
        }
        return new Clause.PathComparison<>(one.path(), operator.symbol(), other.path());
    }

    /** Whether DynamoDB orders values of the type, as far as can be told without one of them. */
    private boolean hasOrder(ResolvedAttribute<V> attribute) {
        Class<?> type = TypeVariables.erasure(attribute.type());
        return attribute.codec() instanceof NumberCodec
                || attribute.codec().keepsOrder()
                || type == String.class
                || type == byte[].class;
    }

    private Clause<V> between(Term.Between<?> between) {
        ResolvedAttribute<V> attribute = resolve(between.path());
        V low = attribute.requireValue(between.low());
        V high = attribute.requireValue(between.high());
        requireOrder(attribute, "between", between.low(), low);
        requireOrder(attribute, "between", between.high(), high);
        if (SortOrder.compare(low, high, attribute.values()) > 0) {
            throw attribute.refused("cannot lie between two values of which the first is the greater one");
        }
        return new Clause.Between<>(attribute.path(), false, low, high);
    }

    private void requireOrder(ResolvedAttribute<V> attribute, String operator, Object value, V stored) {
        Values<V> values = attribute.values();
        if (values.text(stored) == null && !values.isNumber(stored) && !values.isBinary(stored)) {
            throw notOrdered(attribute, operator);
        }
        SortOrder order = attribute.order();
        if (order != null) {
            order.requireOrdered(attribute.toString(), operator, attribute.rawName());
            order.requireInOrder(attribute.toString(), attribute.codec().unwrapped(value));
        }
    }

    private IllegalArgumentException notOrdered(ResolvedAttribute<V> attribute, String operator) {
        return attribute.refused("is " + Types.aName(attribute.type()) + ", so " + operator
                + " cannot compare it: DynamoDB orders strings, numbers and binary values only");
    }

    private Clause<V> in(Term.In<?> in) {
        ResolvedAttribute<V> attribute = resolve(in.path());
        List<V> values = new ArrayList<>(in.values().size());
        for (Object value : in.values()) {
            values.add(attribute.requireValue(value));
        }
        if (values.size() <= MAX_OPERANDS) {
            return new Clause.In<>(attribute.path(), values);
        }
        List<Clause<V>> parts = new ArrayList<>();
        for (int from = 0; from < values.size(); from += MAX_OPERANDS) {
            int to = Math.min(from + MAX_OPERANDS, values.size());
            parts.add(new Clause.In<>(attribute.path(), values.subList(from, to)));
        }
        return new Clause.Any<>(parts);
    }

    /** A part of a text as it is stored; a converter may store it in a form that has no such part. */
    private V text(ResolvedAttribute<V> attribute, String part) {
        V stored = attribute.requireValue(part);
        String prefix = attribute.prefix();
        String expected = prefix.isEmpty() ? part : prefix + part;
        if (!expected.equals(attribute.values().text(stored))) {
            throw attribute.refused(
                    "has a converter that does not store strings as they are, so DynamoDB cannot look for a"
                            + " part of one");
        }
        return stored;
    }

    private Clause<V> contains(Term.ContainsText<?> contains) {
        ResolvedAttribute<V> attribute = resolve(contains.path());
        String part = contains.part();
        text(attribute, part);
        if (overlaps(attribute.prefix(), part)) {
            throw attribute.refused("has the prefix " + attribute.prefix()
                    + ", which contains the beginning of the string or all of it: DynamoDB would find it in the prefix of each"
                    + " value. Use beginsWith or eq");
        }
        return new Clause.Call<>(
                "contains", attribute.path(), attribute.values().ofText(part));
    }

    /** Whether a part could be found in prefixed text without being in what follows the prefix. */
    private static boolean overlaps(String prefix, String part) {
        if (part.isEmpty()) {
            return false;
        }
        for (int length = 1; length <= Math.min(prefix.length(), part.length() - 1); length++) {
            if (prefix.endsWith(part.substring(0, length))) {
                return true;
            }
        }
        return prefix.contains(part);
    }

    private ResolvedAttribute<V> resolveSized(PropertyPath path) {
        ResolvedAttribute<V> attribute = resolve(path);
        Class<?> type = (Class<?>) Types.plain(TypeVariables.erasure(attribute.type()));
        if (type == Boolean.class || attribute.codec() instanceof NumberCodec) {
            throw attribute.refused("is " + Types.aName(type) + ", which has no size in DynamoDB");
        }
        return attribute;
    }

    /** The prefix counts, too. */
    private V size(ResolvedAttribute<V> attribute, int size) {
        long prefix = attribute.prefix().getBytes(StandardCharsets.UTF_8).length;
        return attribute.values().ofNumber(BigDecimal.valueOf(size + prefix));
    }

    private Clause<V> sizeBetween(Term.SizeBetween<?> between) {
        ResolvedAttribute<V> attribute = resolveSized(between.path());
        if (between.low() > between.high()) {
            throw attribute.refused("cannot have a size between " + between.low() + " and " + between.high()
                    + ": the first must be the smaller one");
        }
        return new Clause.Between<>(
                attribute.path(), true, size(attribute, between.low()), size(attribute, between.high()));
    }
}
