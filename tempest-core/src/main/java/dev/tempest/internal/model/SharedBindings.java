package dev.tempest.internal.model;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.codec.Composition;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.SharedProperty;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.RawTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a sealed type's subtypes: those of one name that are stored alike are one property, which reads the objects of
 * all subtypes that have it.
 *
 * @param <V> the SDK's attribute value
 */
final class SharedBindings<V> {
    private final Class<?> sealed;
    private final List<? extends ItemType<?, V>> types;
    private final Map<String, List<Binding<V>>> groups = new LinkedHashMap<>();
    private final Map<String, Binding<V>> byName = new LinkedHashMap<>();
    private final List<Binding<V>> bindings = new ArrayList<>();
    private final Set<String> composed = new LinkedHashSet<>();

    SharedBindings(Class<?> sealed, List<? extends ItemType<?, V>> types) {
        this.sealed = sealed;
        this.types = types;
        for (ItemType<?, V> type : types) {
            for (Binding<V> binding : type.codec().bindings()) {
                groups.computeIfAbsent(binding.property().name(), name -> new ArrayList<>())
                        .add(binding);
            }
        }
        groups.values().forEach(this::requireSameUnique);
        Map<String, Property> properties = new LinkedHashMap<>();
        groups.forEach((name, group) -> {
            if (group.get(0).composition() == null && isAlike(group)) {
                List<Property> same = group.stream().map(Binding::property).toList();
                properties.put(name, SharedProperty.of(same, same.size() == types.size()));
            }
        });
        Map<String, Composition> compositions = new LinkedHashMap<>();
        groups.forEach((name, group) -> {
            Composition composition = group.get(0).composition();
            if (composition != null && isAlike(group)) {
                compositions.put(name, composition.of(sealed, part -> properties.getOrDefault(part.name(), part)));
            }
        });
        groups.forEach((name, group) -> add(name, group, properties.get(name), compositions));
    }

    private void add(
            String name, List<Binding<V>> group, @Nullable Property property, Map<String, Composition> compositions) {
        Binding<V> first = group.get(0);
        Composition own = compositions.get(name);
        if (own != null) {
            composed.add(name);
            bindings.add(first.of(own));
        } else if (property == null) {
            // Each reads the objects of its own subtype only.
            for (Binding<V> each : group) {
                if (each.composition() != null) {
                    composed.add(each.attributes()[0]);
                }
                bindings.add(
                        each.composition() != null || each.isPart()
                                ? each
                                : each.shared(SharedProperty.of(List.of(each.property()), false)));
            }
        } else {
            Composition whole = first.isPart() ? compositions.get(first.attributes()[0]) : null;
            Binding<V> binding = !first.isPart()
                    ? first.shared(property)
                    : whole == null
                            ? first
                            : Binding.partOf(
                                    whole, property, types.get(0).table().values());
            bindings.add(binding);
            byName.put(name, binding);
        }
    }

    /** What is unique is seen by what is stored, whichever subtype the item is of. */
    private void requireSameUnique(List<Binding<V>> group) {
        for (Binding<V> binding : group) {
            Property property = binding.property();
            if (property.unique() == null) {
                continue;
            }
            for (Binding<V> other : group) {
                boolean isSame =
                        Objects.equals(property.unique(), other.property().unique());
                if (!isSame || !isAlike(binding, other)) {
                    throw ModelError.of(
                            property.owner(),
                            property.name(),
                            "is @Unique, but " + other.property()
                                    + (isSame ? " is not stored alike" : " does not have the same @Unique")
                                    + ", and both are properties of a " + ModelError.name(sealed),
                            "Declare the property once, on " + ModelError.name(sealed)
                                    + ", or give one of them another name");
                }
            }
        }
    }

    /** Whether equal values of all of them are stored alike. */
    private static <V> boolean isAlike(List<Binding<V>> group) {
        Binding<V> first = group.get(0);
        return group.stream().allMatch(other -> isAlike(first, other));
    }

    private static <V> boolean isAlike(Binding<V> one, Binding<V> other) {
        Property property = one.property();
        return one.storesAs(other)
                && one.isPart() == other.isPart()
                && Types.same(property.type(), other.property().type())
                && property.isComputed() == other.property().isComputed()
                && Objects.equals(property.mark(), other.property().mark())
                && property.times().equals(other.property().times())
                && one.codec().storesAs(other.codec());
    }

    /** How the objects are stored: each property that is shared once, each other one for its own subtype. */
    List<Binding<V>> bindings() {
        return bindings;
    }

    /** The properties that are stored alike by all subtypes that have them. */
    Map<String, Binding<V>> byName() {
        return byName;
    }

    /** Whether all subtypes have the property, and store it alike. */
    boolean isOfAll(String name) {
        return byName.containsKey(name) && groups.getOrDefault(name, List.of()).size() == types.size();
    }

    /** Why a property has no common form; null if it has one, or there is no such property. */
    @Nullable String conflict(String name) {
        List<Binding<V>> group = groups.get(name);
        if (group == null || isAlike(group)) {
            return null;
        }
        Binding<V> first = group.get(0);
        for (Binding<V> other : group) {
            if (!isAlike(first, other)) {
                return first.property() + " and " + other.property() + " are not stored alike";
            }
        }
        return null;
    }

    /** The names of the attributes that are made of several properties. */
    Set<String> composed() {
        return composed;
    }

    /** The attributes of the properties, each attribute once. */
    Map<Property, String[]> attributes() {
        Map<Property, String[]> found = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Binding<V> binding : bindings) {
            if (binding.isPart() || binding.composition() != null) {
                continue;
            }
            List<String> own = new ArrayList<>(List.of(binding.attributes()));
            own.removeIf(attribute -> !taken.add(attribute));
            if (!own.isEmpty()) {
                found.put(binding.property(), own.toArray(new String[0]));
            }
        }
        return found;
    }

    /**
     * Checks that one key type can be the key of all subtypes.
     *
     * @throws IllegalArgumentException if two subtypes store the table's key differently
     */
    void requireOneKey(RawTable<V> table) {
        ItemType<?, V> first = types.get(0);
        for (ItemType<?, V> other : types) {
            for (String attribute : table.key().attributes()) {
                Binding<V> one = first.binding(attribute);
                Binding<V> two = other.binding(attribute);
                if (!one.property().name().equals(two.property().name()) || !isAlike(one, two)) {
                    throw ModelError.of(
                            sealed,
                            "has the subtypes " + ModelError.name(first.type()) + " and "
                                    + ModelError.name(other.type()) + ", which store " + attribute
                                    + ", a key attribute of the table, differently: as " + describe(one) + " and as "
                                    + describe(two),
                            "Store the key of all subtypes alike, such as by @Attribute or @KeyTemplate on "
                                    + ModelError.name(sealed));
                }
            }
        }
    }

    /** @throws IllegalArgumentException if two subtypes store a key attribute as different types */
    void requireOneType() {
        KeyAttributes<V> keys = new KeyAttributes<>();
        for (ItemType<?, V> type : types) {
            keys.check(type);
            keys.add(type);
        }
    }

    private static String describe(Binding<?> binding) {
        Composition composition = binding.composition();
        if (composition != null) {
            return "\"" + composition + "\"";
        }
        return binding.property() + " (" + Types.name(binding.property().type())
                + (binding.prefix() == null ? ", without a prefix)" : ", prefix " + binding.prefix() + ")");
    }
}
