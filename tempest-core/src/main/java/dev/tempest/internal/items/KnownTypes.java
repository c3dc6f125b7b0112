package dev.tempest.internal.items;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.model.KeyType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The item types of a table, of which the prefixes of a key say one.
 *
 * @param <V> the SDK's attribute value
 */
public final class KnownTypes<V> {
    private final List<ItemType<?, V>> types;
    private final List<KeyType<?, V>> keys;

    private KnownTypes(List<ItemType<?, V>> types, List<KeyType<?, V>> keys) {
        this.types = types;
        this.keys = keys;
    }

    /**
     * Types that a caller names, or all types of the table.
     *
     * @param owner the user's interface, for messages
     * @param types all that the table has
     * @param keys the key types of all views
     * @param named the types that are read; empty for all
     * @throws IllegalArgumentException if the table does not have a type, or if nothing distinguishes two of them
     */
    public static <V> KnownTypes<V> of(
            Class<?> owner, List<ItemType<?, V>> types, List<KeyType<?, V>> keys, Class<?>... named) {
        List<ItemType<?, V>> chosen = new ArrayList<>();
        if (named.length == 0) {
            List<ItemType<?, V>> viewed =
                    types.stream().filter(type -> isViewed(type, keys)).toList();
            chosen.addAll(viewed);
            types.stream()
                    .filter(type -> !viewed.contains(type))
                    .filter(type -> viewed.stream().noneMatch(other -> isLike(type, other)))
                    .forEach(chosen::add);
        } else {
            for (Class<?> name : named) {
                chosen.add(find(owner, types, name));
            }
        }
        // Reflection returns the views in no order.
        chosen.sort(Comparator.comparing(type -> type.type().getName()));
        requireApart(chosen);
        chosen.sort(Comparator.comparingInt((ItemType<?, V> type) -> -prefixLength(type)));
        return new KnownTypes<>(List.copyOf(chosen), List.copyOf(keys));
    }

    /** Whether a view of the table, or a collection, has the type, and not only an index. */
    private static <V> boolean isViewed(ItemType<?, V> type, List<KeyType<?, V>> keys) {
        List<KeyType<?, V>> own = keys.stream()
                .filter(key -> key.itemType().type() == type.type())
                .toList();
        return own.isEmpty() || own.stream().anyMatch(key -> key.index() == null);
    }

    private static <V> ItemType<?, V> find(Class<?> owner, List<ItemType<?, V>> types, Class<?> name) {
        return types.stream()
                .filter(type -> type.type() == name)
                .findFirst()
                .orElseThrow(() -> ModelError.of(
                        owner,
                        "has no view of " + ModelError.name(name),
                        "Name item types of its views: " + describe(types)));
    }

    private static <V> void requireApart(List<ItemType<?, V>> types) {
        for (int i = 0; i < types.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (types.get(i).type() != types.get(j).type() && isLike(types.get(i), types.get(j))) {
                    throw ModelError.of(
                            types.get(j).type(),
                            "and " + ModelError.name(types.get(i).type())
                                    + " have the same prefixes in the table's key, so nothing says which of them a stored"
                                    + " item is",
                            "Name the types that are to be read: ItemReader.of(table, types)");
                }
            }
        }
    }

    private static <V> boolean isLike(ItemType<?, V> one, ItemType<?, V> other) {
        String sortKey = one.table().key().sortKey();
        String partitionKey = one.table().key().partitionKey();
        return Objects.equals(one.prefix(partitionKey), other.prefix(partitionKey))
                && (sortKey == null || Objects.equals(one.prefix(sortKey), other.prefix(sortKey)));
    }

    private static int prefixLength(ItemType<?, ?> type) {
        String sortKey = type.table().key().sortKey();
        return length(type.prefix(type.table().key().partitionKey()))
                + (sortKey == null ? 0 : length(type.prefix(sortKey)));
    }

    private static int length(@Nullable String prefix) {
        return prefix == null ? 0 : prefix.length();
    }

    /** The item type of a key; null if it is of none. */
    @Nullable ItemType<?, V> typeOf(Map<String, V> key) {
        for (ItemType<?, V> type : types) {
            if (type.codec().recognizes(key)) {
                return type;
            }
        }
        return null;
    }

    /**
     * The type of an item.
     *
     * @throws IllegalArgumentException if the table has no such type
     */
    ItemType<?, V> typeOf(Object item) {
        ItemType<?, V> found = null;
        for (ItemType<?, V> type : types) {
            if (type.type() == item.getClass()) {
                return type;
            }
            if (type.type().isInstance(item)) {
                found = type;
            }
        }
        if (found == null) {
            throw new IllegalArgumentException("A " + ModelError.name(item.getClass())
                    + " is an item of no type of the table. Its types are " + describe(types) + ".");
        }
        return found;
    }

    /**
     * The key types of one class.
     *
     * @throws IllegalArgumentException if there is none
     */
    KeyType<?, V> key(Class<?> keyType) {
        return keys.stream()
                .filter(key -> key.type() == keyType)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The table has no view with the key "
                        + ModelError.name(keyType) + ". The keys of its views are "
                        + String.join(
                                ", ",
                                keys.stream()
                                        .map(key -> ModelError.name(key.type()))
                                        .distinct()
                                        .sorted()
                                        .toList())
                        + "."));
    }

    List<Class<?>> classes() {
        return types.stream().<Class<?>>map(ItemType::type).toList();
    }

    @Override
    public String toString() {
        return Arrays.toString(
                types.stream().map(type -> ModelError.name(type.type())).toArray());
    }

    private static <V> String describe(List<ItemType<?, V>> types) {
        return String.join(
                ", ", types.stream().map(type -> ModelError.name(type.type())).toList());
    }
}
