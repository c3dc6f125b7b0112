package dev.tempest.internal.model;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.SubtypesCodec;
import dev.tempest.internal.reflect.Subtypes;
import dev.tempest.internal.schema.RawTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a sealed key type: each is the key of the subtype in which it is declared. One that is declared elsewhere names a
 * partition.
 *
 * @param <K> the key type
 * @param <V> the SDK's attribute value
 */
final class SealedKeys<K, V> {
    private final Class<K> type;
    private final ItemType<?, V> itemType;
    private final Map<Class<?>, KeyType<? extends K, V>> byClass = new LinkedHashMap<>();
    private final List<KeyType<? extends K, V>> whole = new ArrayList<>();

    private SealedKeys(Class<K> type, ItemType<?, V> itemType) {
        this.type = type;
        this.itemType = itemType;
        if (!itemType.isToldByKey()) {
            throw ModelError.of(
                    type,
                    "is sealed, but all items of " + ModelError.name(itemType.type()) + " have keys of one form",
                    "Make it a record");
        }
        for (Class<?> each : Subtypes.of(type)) {
            add(each.asSubclass(type));
        }
        for (ItemType<?, V> subtype : itemType.byKey()) {
            if (whole.stream().noneMatch(key -> key.itemType() == subtype)) {
                throw ModelError.of(
                        type,
                        "has no key of " + ModelError.name(subtype.type()) + ", a subtype of "
                                + ModelError.name(itemType.type()),
                        "Declare one inside of " + ModelError.name(subtype.type()));
            }
        }
        for (KeyType<? extends K, V> each : byClass.values()) {
            if (!Objects.equals(each.index(), whole.get(0).index())) {
                throw ModelError.of(
                        type, "has keys of different indexes", "Put the same @ForIndex on each of them, or on none");
            }
        }
    }

    /**
     * The classes of a sealed key type.
     *
     * @throws IllegalArgumentException if there is not one for each subtype, or one does not fit
     */
    static <K, V> SealedKeys<K, V> of(Class<K> type, ItemType<?, V> itemType) {
        return new SealedKeys<>(type, itemType);
    }

    private <S extends K> void add(Class<S> each) {
        @Nullable ItemType<?, V> owner = null;
        for (ItemType<?, V> subtype : itemType.byKey()) {
            owner = subtype.type() == each.getEnclosingClass() ? subtype : owner;
        }
        KeyType<S, V> key = owner == null ? KeyType.ofPartition(each, itemType) : KeyType.of(each, owner);
        byClass.put(each, key);
        if (owner != null) {
            whole.add(key);
        }
    }

    Map<Class<?>, KeyType<? extends K, V>> byClass() {
        return byClass;
    }

    /** A key of an item: all of them are of the same attributes. */
    KeyType<? extends K, V> whole() {
        return whole.get(0);
    }

    SubtypesCodec<K, V> codec() {
        RawTable<V> table = itemType.table();
        List<SubtypesCodec.Case<K, V>> cases = new ArrayList<>();
        for (KeyType<? extends K, V> key : whole) {
            String name = key.type().getName();
            cases.add(new SubtypesCodec.Case<>(name, table.values().ofText(name), key.codec()));
        }
        return new SubtypesCodec<>(type, table, null, whole().codec().bindings(), cases, null);
    }
}
