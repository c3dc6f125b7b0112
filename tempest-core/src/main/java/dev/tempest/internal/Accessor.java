package dev.tempest.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Reads one property of an object, through a handle that was resolved once. */
final class Accessor {
    private static final MethodType GENERIC = MethodType.methodType(Object.class, Object.class);

    private final MethodHandle handle;

    Accessor(MethodHandle getter) {
        handle = getter.asType(GENERIC);
    }

    @Nullable Object get(Object owner) {
        try {
            return (Object) handle.invokeExact(owner);
        } catch (Throwable e) {
            throw Rethrow.unchecked(e);
        }
    }
}
