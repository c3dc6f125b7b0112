package dev.tempest.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Makes objects of one type through the constructor that was chosen for it. */
final class ItemFactory<T> {
    private final MethodHandle plain;
    private final MethodHandle constructor;
    private final int parameterCount;

    ItemFactory(MethodHandle constructor) {
        this.plain = constructor;
        this.parameterCount = constructor.type().parameterCount();
        this.constructor = constructor
                .asType(constructor.type().generic())
                .asSpreader(Object[].class, parameterCount)
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    /** The constructor with its own parameters. */
    MethodHandle constructor() {
        return plain;
    }

    int parameterCount() {
        return parameterCount;
    }

    @SuppressWarnings("unchecked")
    T make(@Nullable Object[] arguments) {
        try {
            return (T) (Object) constructor.invokeExact(arguments);
        } catch (Throwable e) {
            throw Rethrow.unchecked(e);
        }
    }
}
