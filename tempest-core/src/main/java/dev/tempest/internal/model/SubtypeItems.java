package dev.tempest.internal.model;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.codec.RowCodec;
import dev.tempest.internal.codec.SubtypesCodec;
import dev.tempest.internal.expression.AttributePath;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.ItemProperties;
import dev.tempest.internal.expression.SubtypeProperties;
import dev.tempest.internal.locking.TimeRule;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.Subtypes;
import dev.tempest.internal.schema.RawTable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The subtypes of a sealed type whose objects are items, checked: each fits the table, and what is stored tells them apart.
 *
 * @param <T> the sealed type
 * @param <V> the SDK's attribute value
 */
final class SubtypeItems<T, V> {
    private final Class<T> sealed;
    private final @Nullable String attribute;
    private final List<ItemType<? extends T, V>> types = new ArrayList<>();
    private final SharedBindings<V> shared;
    private final RawTable<V> table;
    private final SubtypesCodec<T, V> codec;
    private final @Nullable Binding<V> name;
    private @Nullable VersionRule<V> version;
    private final List<TimeRule<V>> times = new ArrayList<>();

    private SubtypeItems(Class<T> sealed, ItemTables<V> tables) {
        this.sealed = sealed;
        Map<String, Class<?>> byName = Subtypes.byName(sealed);
        Class<?> fallback = Subtypes.fallback(byName.values());
        for (Class<?> subtype : byName.values()) {
            types.add(ItemType.of(subtype.asSubclass(sealed), tables));
        }
        this.attribute = SubtypeKeys.areApart(sealed, types) ? null : Subtypes.attribute(sealed);
        this.shared = new SharedBindings<>(sealed, types);
        Map<Property, String[]> attributes = shared.attributes();
        if (attribute == null) {
            this.table = tables.of(sealed, attributes, shared.composed());
            this.name = null;
        } else {
            requireFree(attribute, fallback);
            Property property = new Name(sealed, attribute).property();
            attributes.put(property, new String[] {attribute});
            this.table = tables.of(sealed, attributes, shared.composed());
            this.name = PropertyBinding.of(property, new String[] {attribute}, sealed, table);
            shared.requireOneKey(table);
        }
        shared.requireOneType();
        List<SubtypesCodec.Case<T, V>> cases = new ArrayList<>();
        List<String> names = List.copyOf(byName.keySet());
        for (int i = 0; i < types.size(); i++) {
            RowCodec<? extends T, V> own = types.get(i).codec();
            cases.add(new SubtypesCodec.Case<>(names.get(i), table.values().ofText(names.get(i)), own));
        }
        this.codec = new SubtypesCodec<>(sealed, table, attribute, shared.bindings(), cases, fallback);
        findMarks();
    }

    /**
     * The subtypes of a sealed type.
     *
     * @throws IllegalArgumentException if one of them does not fit the table, or the others
     */
    static <T, V> SubtypeItems<T, V> of(Class<T> sealed, ItemTables<V> tables) {
        return new SubtypeItems<>(sealed, tables);
    }

    /** A fallback may keep the name that it was read for. */
    private void requireFree(String attribute, @Nullable Class<?> fallback) {
        for (ItemType<? extends T, V> type : types) {
            Binding<V> binding = type.bindingOfAttribute(attribute);
            if (binding != null && type.type() != fallback) {
                throw ModelError.of(
                        type.type(),
                        binding.property().name(),
                        "is stored in attribute " + attribute + ", and so is the name of the subtype of "
                                + ModelError.name(sealed),
                        "Put @SubtypeAttribute with another name on " + ModelError.name(sealed));
            }
        }
    }

    /** What the library sets is set in the items of each subtype, or of none. */
    private void findMarks() {
        for (ItemType<? extends T, V> type : types) {
            for (Binding<V> own : type.codec().bindings()) {
                Property property = own.property();
                TimeRule<V> time = property.times().isEmpty() ? null : TimeRule.of(own, table);
                boolean isSet = property.isVersion() || (time != null && time.isSet());
                if (isSet && !shared.isOfAll(property.name())) {
                    throw ModelError.of(
                            type.type(),
                            property.name(),
                            "is the " + property.mark() + ", but not every subtype of " + ModelError.name(sealed)
                                    + " has the same",
                            "Declare it in " + ModelError.name(sealed) + ", and give it to each subtype");
                }
            }
        }
        for (Binding<V> binding : shared.byName().values()) {
            if (binding.property().isVersion()) {
                version = VersionRule.of(binding, table);
            }
            TimeRule<V> time = TimeRule.of(binding, table);
            if (time != null) {
                times.forEach(time::requireOther);
                times.add(time);
            }
        }
    }

    /** The attribute that holds the names; null if the key tells the subtypes apart. */
    @Nullable String attribute() {
        return attribute;
    }

    RawTable<V> table() {
        return table;
    }

    SubtypesCodec<T, V> codec() {
        return codec;
    }

    /** The properties by their names, but for those that two subtypes store differently. */
    Map<String, Binding<V>> byName() {
        return shared.byName();
    }

    /** All that is stored, each attribute as the first subtype stores it that has it. */
    Map<String, Binding<V>> byAttribute() {
        Map<String, Binding<V>> found = new LinkedHashMap<>();
        for (Binding<V> binding : shared.bindings()) {
            if (!binding.isPart()) {
                for (String stored : binding.attributes()) {
                    found.putIfAbsent(stored, binding);
                }
            }
        }
        if (attribute != null && name != null) {
            found.put(attribute, name);
        }
        return found;
    }

    @Nullable VersionRule<V> version() {
        return version;
    }

    List<TimeRule<V>> times() {
        return times;
    }

    /** The classes of the items. */
    Set<Class<?>> classes() {
        Set<Class<?>> classes = new HashSet<>();
        types.forEach(type -> classes.add(type.type()));
        return classes;
    }

    /** Why a key has no such property; null if that is not due to the subtypes. */
    @Nullable String conflict(String property) {
        return shared.conflict(property);
    }

    /** The properties by the names that conditions and changes give them. */
    ItemProperties<V> properties(Set<String> keyParts) {
        List<SubtypeProperties.Subtype<V>> subtypes = new ArrayList<>();
        for (ItemType<? extends T, V> type : types) {
            subtypes.add(new SubtypeProperties.Subtype<>(type.type(), isOne(type), type::properties));
        }
        List<Binding<V>> ofAll = shared.byName().values().stream()
                .filter(binding -> shared.isOfAll(binding.property().name()))
                .toList();
        return ItemProperties.of(sealed, table, ofAll, keyParts).with(new SubtypeProperties<>(subtypes));
    }

    /** That an item is of a subtype. */
    private @Nullable Clause<V> isOne(ItemType<? extends T, V> type) {
        return attribute == null
                ? Clause.both(
                        type.hasPrefix(table.key().sortKey()),
                        type.hasPrefix(table.key().partitionKey()))
                : new Clause.Comparison<>(
                        AttributePath.of(attribute), "=", table.values().ofText(codec.nameOf(type.type())));
    }

    /** The subtypes, if the key tells them apart; none if an attribute does. */
    List<ItemType<? extends T, V>> typesByKey() {
        return attribute == null ? types : List.of();
    }

    /** The attribute of the subtype's name as a property that no class has. */
    private record Name(Class<?> sealed, String attribute) {
        private static final MethodHandle HANDLE;
        private static final Method METHOD;

        static {
            try {
                METHOD = Name.class.getDeclaredMethod("of", Object.class);
                HANDLE = MethodHandles.lookup()
                        .findVirtual(Name.class, "of", MethodType.methodType(String.class, Object.class));
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        @SuppressWarnings("UnusedMethod") // The handle calls it.
        String of(Object item) {
            throw new IllegalStateException(attribute + " of " + item.getClass() + " is written by the codec");
        }

        Property property() {
            return Property.computed(sealed, attribute, String.class, HANDLE.bindTo(this), METHOD);
        }
    }
}
