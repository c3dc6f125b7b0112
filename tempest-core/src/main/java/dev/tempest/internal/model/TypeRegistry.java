package dev.tempest.internal.model;

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

/**
 * Finds the table and the type of the keys and items that a batch or transaction is given.
 *
 * @param <O> what reads and writes one item type in one table
 */
public abstract class TypeRegistry<O extends TypeRegistry.Entry> {
    /** What the registry tells its entries apart by. */
    public interface Entry {
        /** The DynamoDB table of the entry. */
        String tableName();

        /** The item type of the entry. */
        Class<?> type();

        /** The classes of the items: the item type, or the subtypes of a sealed one. */
        Set<Class<?>> classes();
    }

    private final Map<Class<?>, List<O>> byKeyType = new ConcurrentHashMap<>();
    private final Map<Class<?>, List<O>> byItemType = new ConcurrentHashMap<>();

    /** Adds an entry, unless there is one for the same item type in the same table. */
    public void add(Class<?> keyType, O added) {
        add(byKeyType, keyType, added);
        added.classes().forEach(type -> add(byItemType, type, added));
    }

    private void add(Map<Class<?>, List<O>> map, Class<?> type, O added) {
        List<O> known = map.computeIfAbsent(type, t -> new CopyOnWriteArrayList<>());
        for (O each : known) {
            if (each.tableName().equals(added.tableName()) && each.type() == added.type()) {
                return;
            }
        }
        known.add(added);
    }

    /** Whether the object is of a key type, and of no item type. */
    public boolean isKey(Object keyOrItem) {
        Class<?> type = type(keyOrItem);
        return byKeyType.containsKey(type) && !byItemType.containsKey(type);
    }

    /**
     * The entry of a key.
     *
     * @throws IllegalArgumentException if there is none, or more than one
     */
    public O ofKey(Object key) {
        return find(byKeyType, key, "key");
    }

    /**
     * The entry of an item.
     *
     * @throws IllegalArgumentException if there is none, or more than one
     */
    public O ofItem(Object item) {
        return find(byItemType, item, "item");
    }

    /**
     * The entry of an item type.
     *
     * @param tableName null where only one table has the type
     * @throws IllegalArgumentException if there is none, or more than one
     */
    public O ofType(Class<?> type, @Nullable String tableName) {
        List<O> known = byItemType.getOrDefault(type, List.of());
        if (known.isEmpty()) {
            throw new IllegalArgumentException(ModelError.name(type) + " is the item type of no view of this database."
                    + " Its item types are " + names(byItemType.keySet()) + ".");
        }
        List<O> found = new ArrayList<>(known);
        found.removeIf(entry -> tableName != null && !entry.tableName().equals(tableName));
        if (found.isEmpty()) {
            throw new IllegalArgumentException(ModelError.name(type) + " is not an item type of table " + tableName
                    + ", but of " + tables(known) + ".");
        }
        if (found.size() > 1) {
            throw new IllegalArgumentException(
                    ModelError.name(type) + " is an item type of the tables " + tables(found) + ". Name one.");
        }
        return found.get(0);
    }

    /** A key or item without its table. */
    public static Object plain(Object keyOrItem) {
        return keyOrItem instanceof Scoped<?> scoped ? scoped.value() : keyOrItem;
    }

    private static Class<?> type(@Nullable Object keyOrItem) {
        Object plain = keyOrItem == null ? null : plain(keyOrItem);
        if (plain == null) {
            throw new IllegalArgumentException("A key or item is null.");
        }
        // Raw items without a class of their own are maps, whatever class of the JDK these have.
        return plain instanceof Map ? Map.class : plain.getClass();
    }

    private O find(Map<Class<?>, List<O>> map, Object keyOrItem, String kind) {
        Class<?> type = type(keyOrItem);
        List<O> known = map.get(type);
        if (known == null) {
            throw new IllegalArgumentException("A " + ModelError.name(type) + " is no " + kind
                    + " of any view of this database. Its " + kind + " types are " + names(map.keySet()) + ".");
        }
        if (known.size() == 1 && !(keyOrItem instanceof Scoped<?>)) {
            return known.get(0);
        }
        List<O> found = new ArrayList<>(known);
        if (keyOrItem instanceof Scoped<?> scoped) {
            found.removeIf(entry -> !entry.tableName().equals(scoped.tableName()));
            if (found.isEmpty()) {
                throw new IllegalArgumentException("A " + ModelError.name(type) + " is no " + kind + " of table "
                        + scoped.tableName() + ", but of " + tables(known) + ".");
            }
        }
        // A subtype may have a view of its own besides that of its sealed type, which takes and returns the same.
        List<O> whole = found.stream().filter(entry -> isWhole(entry, found)).toList();
        if (whole.size() == 1 && tables(found).size() == 1) {
            return whole.get(0);
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        if (tables(found).size() > 1) {
            throw new IllegalArgumentException("A " + ModelError.name(type) + " may be meant for any of the tables "
                    + tables(found) + ". Say which: table.scoped(" + kind + ").");
        }
        List<Class<?>> itemTypes = new ArrayList<>();
        found.forEach(entry -> itemTypes.add(entry.type()));
        Set<String> names = names(itemTypes);
        if (names.size() > 1) {
            throw new IllegalArgumentException("A " + ModelError.name(type) + " is the key of several item types, "
                    + names + ". Give each a key type of its own.");
        }
        return found.get(0);
    }

    private boolean isWhole(O entry, List<O> others) {
        return others.stream()
                .allMatch(other -> other == entry || entry.classes().contains(other.type()));
    }

    private Set<String> tables(List<O> known) {
        TreeSet<String> tables = new TreeSet<>();
        known.forEach(entry -> tables.add(entry.tableName()));
        return tables;
    }

    private static Set<String> names(Iterable<Class<?>> types) {
        TreeSet<String> names = new TreeSet<>();
        types.forEach(type -> names.add(ModelError.name(type)));
        return names;
    }
}
