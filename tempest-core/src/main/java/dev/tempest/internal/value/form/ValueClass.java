package dev.tempest.internal.value.form;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.Rethrow;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** A value class of Kotlin, by the methods that its compiler makes. No library of Kotlin is needed. */
public final class ValueClass {
    private static final MethodType UNARY = MethodType.methodType(Object.class, Object.class);

    private final Type wrapped;
    private final MethodHandle unbox;
    private final MethodHandle construct;
    private final MethodHandle box;

    private ValueClass(Type wrapped, MethodHandle unbox, MethodHandle construct, MethodHandle box) {
        this.wrapped = wrapped;
        this.unbox = unbox;
        this.construct = construct;
        this.box = box;
    }

    /** Null for a class of another kind. */
    public static @Nullable ValueClass of(Class<?> type) {
        Class<?> wrapped;
        try {
            wrapped = type.getDeclaredMethod("unbox-impl").getReturnType();
        } catch (NoSuchMethodException e) {
            return null;
        }
        try {
            Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            MethodHandle unbox = lookup.findVirtual(type, "unbox-impl", MethodType.methodType(wrapped));
            MethodHandle construct =
                    lookup.findStatic(type, "constructor-impl", MethodType.methodType(wrapped, wrapped));
            MethodHandle box = lookup.findStatic(type, "box-impl", MethodType.methodType(type, wrapped));
            return new ValueClass(
                    wrappedType(type, wrapped), unbox.asType(UNARY), construct.asType(UNARY), box.asType(UNARY));
        } catch (ReflectiveOperationException e) {
            IllegalArgumentException error = ModelError.of(
                    type,
                    "is not open to this library (" + e.getMessage() + ")",
                    "Add to its module-info: opens " + type.getPackageName());
            error.initCause(e);
            throw error;
        }
    }

    private static Type wrappedType(Class<?> type, Class<?> wrapped) {
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && field.getType() == wrapped) {
                return field.getGenericType();
            }
        }
        return wrapped;
    }

    /** The type that the class wraps. */
    public Type wrapped() {
        return wrapped;
    }

    public Object unbox(Object value) {
        return call(unbox, value);
    }

    /** What the class's constructor makes of the wrapped value, as it is wrapped. */
    public Object construct(Object value) {
        return call(construct, value);
    }

    public Object box(Object value) {
        return call(box, value);
    }

    private static Object call(MethodHandle handle, Object value) {
        try {
            return (Object) handle.invokeExact(value);
        } catch (Throwable e) {
            throw Rethrow.unchecked(e);
        }
    }
}
