package dev.tempest.internal.unique;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.expression.AttributePath;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.RawTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is unique of the items of one type.
 *
 * @param <V> the SDK's attribute value
 */
public final class UniqueRules<V> {
    private static final Set<String> KINDS = Set.of("S", "N", "B");

    private final List<UniqueRule<V>> rules;
    private final Set<String> attributes = new LinkedHashSet<>();
    private final RawTable<V> table;
    private final @Nullable String sortKind;

    private UniqueRules(List<UniqueRule<V>> rules, RawTable<V> table, @Nullable String sortKind) {
        this.rules = rules;
        this.table = table;
        this.sortKind = sortKind;
        rules.forEach(rule -> attributes.addAll(rule.attributes()));
    }

    /** Of a type without such properties. */
    public static <V> UniqueRules<V> none(RawTable<V> table) {
        return new UniqueRules<>(List.of(), table, null);
    }

    /**
     * The rules of an item type.
     *
     * @param keyBinding the binding of a key attribute of the table
     * @throws IllegalArgumentException if a property cannot be unique
     */
    public static <V> UniqueRules<V> of(
            Class<?> type,
            Collection<Binding<V>> bindings,
            RawTable<V> table,
            Function<String, Binding<V>> keyBinding) {
        Map<String, List<Binding<V>>> byName = new LinkedHashMap<>();
        for (Binding<V> binding : bindings) {
            for (String name : names(binding.property())) {
                check(binding);
                byName.computeIfAbsent(name, unused -> new ArrayList<>()).add(binding);
            }
        }
        if (byName.isEmpty()) {
            return none(table);
        }
        List<UniqueRule<V>> rules = new ArrayList<>();
        byName.forEach((name, found) -> {
            requireMoreThanKey(found, table);
            rules.add(new UniqueRule<>(name, List.copyOf(found)));
        });
        String partitionKey = table.key().partitionKey();
        String kind = keyBinding.apply(partitionKey).codec().kind();
        if (kind != null && !kind.equals("S")) {
            throw ModelError.of(
                    type,
                    rules.get(0).properties().get(0),
                    "is @Unique, but the partition key " + partitionKey + " of its table is of type " + kind
                            + ", and unique values are kept under a partition key of type String",
                    "Remove the annotation, or store the type in a table whose partition key is a String");
        }
        String sortKey = table.key().sortKey();
        return new UniqueRules<>(
                List.copyOf(rules),
                table,
                sortKey == null ? null : keyBinding.apply(sortKey).codec().kind());
    }

    private static Set<String> names(Property property) {
        Set<String> names = new LinkedHashSet<>();
        List<String> declared = property.unique();
        if (declared != null) {
            names.addAll(declared.isEmpty() ? List.of(property.name()) : declared);
        }
        for (String name : names) {
            if (name.isEmpty() || name.indexOf('#') >= 0) {
                throw ModelError.of(
                        property.owner(),
                        property.name(),
                        "is @Unique(\"" + name + "\"), which is not a valid name: it is empty or contains #",
                        "Name what is unique by other characters");
            }
        }
        return names;
    }

    private static <V> void check(Binding<V> binding) {
        Property property = binding.property();
        if (property.mark() != null) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is @Unique, and the " + property.mark() + " too",
                    "Remove @Unique: the library sets the property");
        }
        if (binding.isPart()) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is @Unique, but is stored only as a part of " + binding.attributes()[0],
                    "Give it an attribute of its own, too");
        }
        String kind = binding.codec().kind();
        if (kind != null && !KINDS.contains(kind)) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is @Unique, but is " + Types.aName(property.type()) + ", which is stored as " + kind,
                    "Put @Unique on properties that are stored as a string, a number or bytes");
        }
    }

    /** The key of the table is unique anyway; but others may be unique together with it. */
    private static <V> void requireMoreThanKey(List<Binding<V>> bindings, RawTable<V> table) {
        if (bindings.stream().allMatch(binding -> table.key().contains(binding.attributes()[0]))) {
            Property property = bindings.get(0).property();
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is @Unique, but is stored in " + bindings.get(0).attributes()[0]
                            + ", a key attribute of the table",
                    "Remove @Unique and write new items by create, which requires that the key is free");
        }
    }

    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** The single rules. */
    public List<UniqueRule<V>> rules() {
        return rules;
    }

    /** The attributes in which the values are stored. */
    public Set<String> attributes() {
        return attributes;
    }

    /** Whether one of the values is computed from the rest of the item. */
    public boolean isComputed() {
        return rules.stream()
                .anyMatch(rule -> rule.bindings().stream()
                        .anyMatch(binding -> binding.property().isComputed()));
    }

    /** Whether a type of the same rows keeps the same values. */
    boolean isLike(UniqueRules<V> other) {
        return rules.size() == other.rules.size()
                && rules.stream().allMatch(rule -> other.rules.stream().anyMatch(like -> like.isLike(rule)));
    }

    /** What a row claims, by the claims' ids. Null stands for a row that does not exist. */
    public Map<String, Claim<V>> claims(@Nullable Map<String, V> row) {
        Map<String, Claim<V>> claims = new LinkedHashMap<>();
        if (row == null) {
            return claims;
        }
        for (UniqueRule<V> rule : rules) {
            String id = rule.textOf(row, table.values());
            if (id != null) {
                claims.put(id, new Claim<>(rule, id, UniqueTable.key(id, table, sortKind)));
            }
        }
        return claims;
    }

    /** Whether a row has the value of a claim. */
    public boolean holds(Claim<V> claim, Map<String, V> row) {
        try {
            return claim.id().equals(claim.rule().textOf(row, table.values()));
        } catch (IllegalArgumentException e) {
            // What another program has stored there is no value that could be claimed.
            return false;
        }
    }

    /** That the values are still those of a row; for null, that there are none. */
    public @Nullable Clause<V> areStill(@Nullable Map<String, V> row) {
        Clause<V> all = null;
        for (String attribute : attributes) {
            if (!table.key().contains(attribute)) {
                AttributePath path = AttributePath.of(attribute);
                V value = row == null ? null : table.values().presentIn(row, attribute);
                all = Clause.both(
                        all,
                        value == null
                                ? Clause.isNothing(path, table.values())
                                : new Clause.Comparison<>(path, "=", value));
            }
        }
        return all;
    }

    /** Whether two states of an item have the same values. Null stands for an item that does not exist. */
    public boolean areSame(@Nullable Map<String, V> one, @Nullable Map<String, V> other) {
        for (String attribute : attributes) {
            V first = one == null ? null : table.values().presentIn(one, attribute);
            V second = other == null ? null : table.values().presentIn(other, attribute);
            boolean isKey = table.key().contains(attribute);
            boolean isSame = first == null
                    ? second == null
                    : second != null && table.values().same(first, second);
            if (!isKey && !isSame) {
                return false;
            }
        }
        return true;
    }
}
