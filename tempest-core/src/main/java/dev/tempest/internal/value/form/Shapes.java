package dev.tempest.internal.value.form;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** How collections and maps of the standard library are made, by the types that properties declare. */
public final class Shapes {
    @SuppressWarnings("JdkObsolete") // A program may have a LinkedList, whether it should or not.
    private static final Map<Class<?>, IntFunction<Collection<Object>>> LISTS = Map.of(
            List.class, ArrayList::new,
            ArrayList.class, ArrayList::new,
            LinkedList.class, size -> new LinkedList<>(),
            Queue.class, ArrayDeque::new,
            Deque.class, ArrayDeque::new,
            ArrayDeque.class, ArrayDeque::new);

    /** The SDK's enhanced client takes a collection of which it knows no more for a set. */
    private static final Map<Class<?>, IntFunction<Collection<Object>>> SETS = Map.of(
            Set.class,
            Shapes::linkedSet,
            LinkedHashSet.class,
            Shapes::linkedSet,
            Collection.class,
            Shapes::linkedSet,
            Iterable.class,
            Shapes::linkedSet,
            HashSet.class,
            size -> new HashSet<>(capacity(size)),
            SortedSet.class,
            size -> new TreeSet<>(),
            NavigableSet.class,
            size -> new TreeSet<>(),
            TreeSet.class,
            size -> new TreeSet<>());

    private static final Map<Class<?>, IntFunction<Map<Object, Object>>> MAPS = Map.of(
            Map.class,
            Shapes::linkedMap,
            LinkedHashMap.class,
            Shapes::linkedMap,
            HashMap.class,
            size -> new HashMap<>(capacity(size)),
            SortedMap.class,
            size -> new TreeMap<>(),
            NavigableMap.class,
            size -> new TreeMap<>(),
            TreeMap.class,
            size -> new TreeMap<>(),
            ConcurrentMap.class,
            ConcurrentHashMap::new,
            ConcurrentHashMap.class,
            ConcurrentHashMap::new);

    private Shapes() {}

    public static @Nullable IntFunction<Collection<Object>> list(Class<?> type) {
        return LISTS.get(type);
    }

    public static @Nullable IntFunction<Collection<Object>> set(Class<?> type) {
        return SETS.get(type);
    }

    public static @Nullable IntFunction<Map<Object, Object>> map(Class<?> type) {
        return MAPS.get(type);
    }

    private static Collection<Object> linkedSet(int size) {
        return new LinkedHashSet<>(capacity(size));
    }

    private static Map<Object, Object> linkedMap(int size) {
        return new LinkedHashMap<>(capacity(size));
    }

    /** So that nothing has to grow. */
    public static int capacity(int size) {
        return size * 4 / 3 + 1;
    }
}
