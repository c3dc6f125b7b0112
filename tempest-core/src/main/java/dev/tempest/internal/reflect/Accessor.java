package dev.tempest.internal.reflect;

import dev.tempest.internal.Rethrow;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Member;
import org.jspecify.annotations.Nullable;

/** Reads one property of an object, through a handle that was resolved once. */
public sealed class Accessor permits SubtypesAccessor {
    private static final MethodType GENERIC = MethodType.methodType(Object.class, Object.class);
    private static final MethodType TO_LONG = MethodType.methodType(long.class, Object.class);
    private static final MethodType TO_DOUBLE = MethodType.methodType(double.class, Object.class);

    private final Class<?> type;
    private final MemberHandle getter;
    // Adapted when first needed, as each form of a handle costs a new JVM some time. Racing threads make equal ones.
    private @Nullable MethodHandle generic;
    private @Nullable MethodHandle number;

    Accessor(Class<?> type, MemberHandle getter) {
        this.type = type;
        this.getter = getter;
    }

    /** For a member that is like another. */
    Accessor(Class<?> type, Accessor other) {
        this(type, other.getter);
    }

    @Nullable Object get(Object owner) {
        MethodHandle handle = generic;
        if (handle == null) {
            handle = getter.get().asType(GENERIC);
            generic = handle;
        }
        try {
            return (Object) handle.invokeExact(owner);
        } catch (Throwable e) {
            throw Rethrow.unchecked(e);
        }
    }

    /** The field that is read, or the method that is called. */
    public Member member() {
        return getter.member();
    }

    /** What is read: {@code int} and {@code long} by {@link #getLong} too, {@code double} by {@link #getDouble}. */
    public Class<?> type() {
        return type;
    }

    public long getLong(Object owner) {
        MethodHandle handle = number;
        if (handle == null) {
            handle = getter.get().asType(TO_LONG);
            number = handle;
        }
        try {
            return (long) handle.invokeExact(owner);
        } catch (Throwable e) {
            throw Rethrow.unchecked(e);
        }
    }

    public double getDouble(Object owner) {
        MethodHandle handle = number;
        if (handle == null) {
            handle = getter.get().asType(TO_DOUBLE);
            number = handle;
        }
        try {
            return (double) handle.invokeExact(owner);
        } catch (Throwable e) {
            throw Rethrow.unchecked(e);
        }
    }
}
