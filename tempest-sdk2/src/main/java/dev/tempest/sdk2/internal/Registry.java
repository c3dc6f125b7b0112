package dev.tempest.sdk2.internal;

import dev.tempest.Scoped;
import dev.tempest.internal.ModelError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Finds the table and the type of the keys and items that a batch or transaction is given. */
final class Registry {
    private final Map<Class<?>, List<ItemOperations<?, ?>>> byKeyType = new ConcurrentHashMap<>();
    private final Map<Class<?>, List<ItemOperations<?, ?>>> byItemType = new ConcurrentHashMap<>();

    void add(Class<?> keyType, Class<?> itemType, ItemOperations<?, ?> operations) {
        add(byKeyType, keyType, operations);
        add(byItemType, itemType, operations);
    }

    private static void add(Map<Class<?>, List<ItemOperations<?, ?>>> map, Class<?> type, ItemOperations<?, ?> added) {
        List<ItemOperations<?, ?>> known = map.computeIfAbsent(type, t -> new CopyOnWriteArrayList<>());
        for (ItemOperations<?, ?> each : known) {
            if (each.isLike(added)) {
                return;
            }
        }
        known.add(added);
    }

    /** Whether the object is of a key type, and of no item type. */
    boolean isKey(Object keyOrItem) {
        Class<?> type = type(keyOrItem);
        return byKeyType.containsKey(type) && !byItemType.containsKey(type);
    }

    ItemOperations<Object, Object> ofKey(Object key) {
        return find(byKeyType, key, "key");
    }

    ItemOperations<Object, Object> ofItem(Object item) {
        return find(byItemType, item, "item");
    }

    static Object plain(Object keyOrItem) {
        return keyOrItem instanceof Scoped<?> scoped ? scoped.value() : keyOrItem;
    }

    private static Class<?> type(@Nullable Object keyOrItem) {
        Object plain = keyOrItem == null ? null : plain(keyOrItem);
        if (plain == null) {
            throw new IllegalArgumentException("A key or item is null.");
        }
        return plain.getClass();
    }

    @SuppressWarnings("unchecked")
    private static ItemOperations<Object, Object> find(
            Map<Class<?>, List<ItemOperations<?, ?>>> map, Object keyOrItem, String kind) {
        Class<?> type = type(keyOrItem);
        List<ItemOperations<?, ?>> known = map.get(type);
        if (known == null) {
            throw new IllegalArgumentException("A " + ModelError.name(type) + " is no " + kind
                    + " of any view of this database. Its " + kind + " types are " + names(map) + ".");
        }
        if (known.size() == 1 && !(keyOrItem instanceof Scoped<?>)) {
            return (ItemOperations<Object, Object>) known.get(0);
        }
        List<ItemOperations<?, ?>> found = new ArrayList<>(known);
        if (keyOrItem instanceof Scoped<?> scoped) {
            found.removeIf(operations -> !operations.table().name().equals(scoped.tableName()));
            if (found.isEmpty()) {
                throw new IllegalArgumentException("A " + ModelError.name(type) + " is no " + kind + " of table "
                        + scoped.tableName() + ", but of " + tables(known) + ".");
            }
        }
        if (found.size() == 1) {
            return (ItemOperations<Object, Object>) found.get(0);
        }
        if (tables(found).size() > 1) {
            throw new IllegalArgumentException("A " + ModelError.name(type) + " may be meant for any of the tables "
                    + tables(found) + ". Say which: table.scoped(" + kind + ").");
        }
        TreeSet<String> itemTypes = new TreeSet<>();
        found.forEach(operations -> itemTypes.add(operations.typeName()));
        if (itemTypes.size() > 1) {
            throw new IllegalArgumentException("A " + ModelError.name(type) + " is the key of several item types, "
                    + itemTypes + ". Give each a key type of its own.");
        }
        return (ItemOperations<Object, Object>) found.get(0);
    }

    private static Set<String> tables(List<ItemOperations<?, ?>> known) {
        TreeSet<String> tables = new TreeSet<>();
        known.forEach(operations -> tables.add(operations.table().name()));
        return tables;
    }

    private static Set<String> names(Map<Class<?>, List<ItemOperations<?, ?>>> map) {
        TreeSet<String> names = new TreeSet<>();
        map.keySet().forEach(type -> names.add(ModelError.name(type)));
        return names;
    }
}
