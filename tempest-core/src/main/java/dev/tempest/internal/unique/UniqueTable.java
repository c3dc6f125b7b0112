package dev.tempest.internal.unique;

import static java.util.Objects.requireNonNull;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.expression.AttributePath;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.schema.RawTable;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The companion items of one table: one for each unique value, with the key of the item that holds it. Safe for use by several
 * threads.
 *
 * @param <V> the SDK's attribute value
 */
public final class UniqueTable<V> {
    /** What the partition keys of all companion items begin with. */
    public static final String PREFIX = "unique#";

    /** The least number that DynamoDB has: an index by such a sort key keeps the companion items where nobody looks. */
    private static final BigDecimal SORT_NUMBER = new BigDecimal("-9.9999999999999999999999999999999999999E+125");

    private final RawTable<V> table;
    private final Map<Class<?>, UniqueType<V>> types = new ConcurrentHashMap<>();

    public UniqueTable(RawTable<V> table) {
        this.table = table;
    }

    /**
     * An item type with unique values.
     *
     * @param recognizes whether a row's key is one of the type's
     */
    public record UniqueType<V>(Class<?> type, UniqueRules<V> rules, Predicate<Map<String, V>> recognizes) {}

    /**
     * Checks an item type against the others of the table.
     *
     * @param isApart whether no row can be of this type and of the other
     * @throws IllegalArgumentException if both store the same rows and keep different values unique, or if two types of
     *     different rows use one name
     */
    public void check(
            Class<?> type,
            UniqueRules<V> rules,
            Class<?> otherType,
            UniqueRules<V> others,
            boolean isApart,
            Predicate<String> stores) {
        if (isApart) {
            requireOtherNames(type, rules, otherType, others);
        } else if (!rules.isLike(others)) {
            requireNotStored(type, rules, otherType, others, stores);
        }
    }

    private void requireOtherNames(Class<?> type, UniqueRules<V> rules, Class<?> otherType, UniqueRules<V> others) {
        for (UniqueRule<V> rule : rules.rules()) {
            for (UniqueRule<V> other : others.rules()) {
                if (rule.name().equals(other.name())) {
                    throw ModelError.of(
                            type,
                            rule.properties().get(0),
                            "is @Unique by the name " + rule.name() + ", and so is " + ModelError.name(otherType) + "."
                                    + other.properties().get(0)
                                    + ": the items of a table share the values of one name",
                            "Give one of them a name of its own, such as @Unique(\"" + type.getSimpleName() + "."
                                    + rule.name() + "\")");
                }
            }
        }
    }

    private void requireNotStored(
            Class<?> type, UniqueRules<V> rules, Class<?> otherType, UniqueRules<V> others, Predicate<String> stores) {
        for (UniqueRule<V> other : others.rules()) {
            for (String attribute : other.attributes()) {
                if (!table.key().contains(attribute)
                        && stores.test(attribute)
                        && rules.rules().stream().noneMatch(other::isLike)) {
                    throw ModelError.of(
                            type,
                            "stores " + attribute + " of the same items as " + ModelError.name(otherType)
                                    + ", where it is @Unique",
                            "Put the same @Unique on the property of " + ModelError.name(type) + ", or remove the"
                                    + " property");
                }
            }
        }
    }

    /** Adds an item type all of whose checks have passed. */
    public void add(Class<?> type, UniqueRules<V> rules, Predicate<Map<String, V>> recognizes) {
        if (!rules.isEmpty()) {
            types.put(type, new UniqueType<>(type, rules, recognizes));
        }
    }

    /** The types with unique values. */
    public List<UniqueType<V>> types() {
        return List.copyOf(types.values());
    }

    public boolean isEmpty() {
        return types.isEmpty();
    }

    /**
     * That a row which is read by a scan is no companion item; null if the prefixes of what is read say so, or if the table
     * has none.
     *
     * @param prefixes of the table's key attributes, null for none
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // They are only read.
    public final @Nullable Clause<V> without(@Nullable String... prefixes) {
        if (isEmpty()) {
            return null;
        }
        for (String prefix : prefixes) {
            if (prefix != null && !PREFIX.startsWith(prefix) && !prefix.startsWith(PREFIX)) {
                return null;
            }
        }
        return new Clause.Not<>(new Clause.Call<>(
                "begins_with",
                AttributePath.of(table.key().partitionKey()),
                table.values().ofText(PREFIX)));
    }

    /** Whether a row is a companion item. */
    public boolean isCompanion(Map<String, V> row) {
        V partition = row.get(table.key().partitionKey());
        String text = partition == null ? null : table.values().text(partition);
        return text != null && text.startsWith(PREFIX);
    }

    /** Whether a companion item is of a value of one of the rules. */
    public boolean isOf(Map<String, V> companion, UniqueRules<V> rules) {
        V partition = companion.get(table.key().partitionKey());
        String text = partition == null ? null : table.values().text(partition);
        return text != null && rules.rules().stream().anyMatch(rule -> text.startsWith(PREFIX + rule.name() + "#"));
    }

    /**
     * Checks that a write keeps the unique values of the table.
     *
     * @param isRaw whether the item is written as a raw item, of which no unique value is known
     * @throws IllegalArgumentException if it does not
     */
    public void requireKept(Map<String, V> row, boolean isRaw) {
        if (isEmpty()) {
            return;
        }
        if (isCompanion(row)) {
            throw new IllegalArgumentException("The partition key of " + table.describeKey(row) + " begins with "
                    + PREFIX + ", under which the table keeps its unique values. Use another key.");
        }
        if (isRaw) {
            for (UniqueType<V> type : types.values()) {
                if (type.recognizes().test(row)) {
                    throw new IllegalArgumentException("The raw item " + table.describeKey(row) + " is of "
                            + ModelError.name(type.type()) + ", which has @Unique properties, and a write of a raw item"
                            + " keeps no unique values. Write it through a view of " + ModelError.name(type.type())
                            + ".");
                }
            }
        }
    }

    static <V> Map<String, V> key(String id, RawTable<V> table, @Nullable String sortKind) {
        Map<String, V> key = new HashMap<>(4);
        key.put(table.key().partitionKey(), table.values().ofText(id));
        String sortKey = table.key().sortKey();
        if (sortKey != null) {
            // An index by the sort key must not get one partition of all companion items.
            V sort;
            if ("N".equals(sortKind)) {
                sort = table.values().ofNumber(SORT_NUMBER);
            } else if ("B".equals(sortKind)) {
                sort = table.values().ofBytes(ByteBuffer.wrap(id.getBytes(StandardCharsets.UTF_8)));
            } else {
                sort = table.values().ofText(id);
            }
            key.put(sortKey, sort);
        }
        return key;
    }

    /** The companion item of a claim. */
    public Map<String, V> companion(Claim<V> claim, Map<String, V> ownerKey) {
        Map<String, V> row = new HashMap<>(claim.key());
        for (String attribute : table.key().attributes()) {
            row.put(ownerAttribute(attribute), requireNonNull(ownerKey.get(attribute)));
        }
        return row;
    }

    /** A name that no key of an index has, so that no index has the companion items because of it. */
    private static String ownerAttribute(String keyAttribute) {
        return PREFIX + keyAttribute;
    }

    /** The key of the item that holds the value of a companion item; null if the companion item does not say. */
    public @Nullable Map<String, V> ownerIn(Map<String, V> companion) {
        Map<String, V> owner = new HashMap<>(4);
        for (String attribute : table.key().attributes()) {
            V value = table.values().presentIn(companion, ownerAttribute(attribute));
            if (value == null) {
                return null;
            }
            owner.put(attribute, value);
        }
        return owner;
    }

    /** That a companion item is that of the item. */
    public Clause<V> isOwnedBy(Map<String, V> ownerKey) {
        List<Clause<V>> clauses = new ArrayList<>();
        for (String attribute : table.key().attributes()) {
            clauses.add(new Clause.Comparison<>(
                    AttributePath.of(ownerAttribute(attribute)), "=", requireNonNull(ownerKey.get(attribute))));
        }
        return new Clause.All<>(clauses);
    }

    /** That there is no companion item, or no item. */
    public Clause<V> isFree() {
        return new Clause.Existence<>(AttributePath.of(table.key().partitionKey()), false);
    }
}
