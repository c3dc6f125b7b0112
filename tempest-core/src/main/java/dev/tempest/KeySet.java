package dev.tempest;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keys of any types and tables, each once, in the order in which they were given. Unmodifiable. */
public final class KeySet extends AbstractSet<Object> {
    private final Set<Object> keys = new LinkedHashSet<>();

    /** The given keys. */
    public KeySet(Iterable<?> keys) {
        keys.forEach(this.keys::add);
    }

    /** The given keys. */
    public static KeySet of(Object... keys) {
        return new KeySet(Arrays.asList(keys));
    }

    /** The given keys. */
    public static KeySet copyOf(Collection<?> keys) {
        return new KeySet(keys);
    }

    /** The keys of one type, in their order; those given {@link Scoped} included. */
    public <K> List<K> getKeys(Class<K> keyType) {
        List<K> found = new ArrayList<>();
        for (Object key : keys) {
            Object plain = key instanceof Scoped<?> scoped ? scoped.value() : key;
            if (keyType.isInstance(plain)) {
                found.add(keyType.cast(plain));
            }
        }
        return found;
    }

    @Override
    public Iterator<Object> iterator() {
        Iterator<Object> iterator = keys.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public Object next() {
                return iterator.next();
            }
        };
    }

    @Override
    public int size() {
        return keys.size();
    }

    @Override
    public boolean contains(@Nullable Object key) {
        return keys.contains(key);
    }
}
