package dev.tempest.internal.reflect;

import dev.tempest.internal.Rethrow;
import org.jspecify.annotations.Nullable;

/** Makes objects of one type through the constructor that was chosen for it. */
public final class ItemFactory<T> {
    private final MemberHandle constructor;
    private final int parameterCount;
    private final @Nullable DefaultArguments defaults;

    /**
     * Makes objects with a constructor.
     *
     * @param defaults fills in for arguments that are null; null if none has a default
     */
    public ItemFactory(MemberHandle constructor, int parameterCount, @Nullable DefaultArguments defaults) {
        this.constructor = constructor;
        this.parameterCount = parameterCount;
        this.defaults = defaults;
    }

    public MemberHandle constructor() {
        return constructor;
    }

    /** Whether a null for the parameter stands for a value of the constructor's own. */
    public boolean hasDefault(int parameter) {
        return defaults != null && defaults.has(parameter);
    }

    /** Whether values of the constructor's own take the place of some arguments that are null. */
    public boolean needsDefaults(@Nullable Object[] arguments) {
        return defaults != null && defaults.areNeeded(arguments);
    }

    public int parameterCount() {
        return parameterCount;
    }

    @SuppressWarnings("unchecked")
    public T make(@Nullable Object[] arguments) {
        try {
            if (defaults != null && needsDefaults(arguments)) {
                return (T) defaults.make(arguments);
            }
            return (T) (Object) constructor.spread().invokeExact(arguments);
        } catch (Throwable e) {
            throw Rethrow.unchecked(e);
        }
    }
}
