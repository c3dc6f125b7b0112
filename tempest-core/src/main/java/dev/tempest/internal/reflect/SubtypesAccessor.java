package dev.tempest.internal.reflect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a property that several subtypes of a sealed type have. */
final class SubtypesAccessor extends Accessor {
    private final Map<Class<?>, Accessor> byClass = new HashMap<>();

    SubtypesAccessor(Class<?> type, List<Property> same) {
        super(type, same.get(0).accessor());
        same.forEach(each -> byClass.put(each.owner(), each.accessor()));
    }

    @Override
    @Nullable Object get(Object owner) {
        Accessor found = byClass.get(owner.getClass());
        return found == null ? null : found.get(owner);
    }

    @Override
    public long getLong(Object owner) {
        return of(owner).getLong(owner);
    }

    @Override
    public double getDouble(Object owner) {
        return of(owner).getDouble(owner);
    }

    private Accessor of(Object owner) {
        Accessor found = byClass.get(owner.getClass());
        if (found == null) {
            throw new IllegalStateException(owner.getClass() + " lacks " + member().getName());
        }
        return found;
    }
}
