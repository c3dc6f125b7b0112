package dev.tempest.internal.reflect;

import dev.tempest.Converted;
import dev.tempest.StoredAsString;
import dev.tempest.ValueConverter;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.Rethrow;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a property, or of a class, become values of another type, which is what is stored.
 *
 * @param declaring what says so: the converter, or the class itself
 * @param from the type of the values
 * @param to the type of what is stored
 */
public record Conversion(
        Class<?> declaring,
        Type from,
        Type to,
        Function<Object, @Nullable Object> toStored,
        Function<Object, @Nullable Object> fromStored) {
    private static final List<String> FACTORIES = List.of("parse", "valueOf", "of", "fromString");

    /**
     * The conversion of a property that has a {@link Converted}.
     *
     * @throws IllegalArgumentException if its converter is of another type, or cannot be made
     */
    static Conversion of(Property property, Class<? extends ValueConverter<?, ?>> converter) {
        Conversion conversion;
        try {
            conversion = of(converter);
        } catch (IllegalArgumentException e) {
            throw ModelError.of(property.owner(), property.name(), e);
        }
        if (property.valueClass() != null) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "has a @Converted, but is of a value class, which Java sees as the type that it wraps",
                    "Remove the annotation, and let the value class wrap what is stored");
        }
        if (!Types.same(conversion.from(), property.type())) {
            throw ofAnotherType(property, converter, conversion.from());
        }
        return conversion;
    }

    /**
     * What to throw for a property whose converter is of another type.
     *
     * @param converter the user's class, by whichever annotation
     */
    public static IllegalArgumentException ofAnotherType(Property property, Class<?> converter, Type converted) {
        return ModelError.of(
                property.owner(),
                property.name(),
                "is " + Types.aName(property.type()) + ", but its converter " + ModelError.name(converter)
                        + " converts " + Types.aName(converted),
                "Make both the same type");
    }

    /** What to throw for a property whose converter, an SDK's, has no constructor that works. */
    public static IllegalArgumentException notMade(
            Property property, Class<?> converter, ReflectiveOperationException failure) {
        Throwable thrown = failure instanceof InvocationTargetException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        IllegalArgumentException error = ModelError.of(
                property.owner(),
                property.name(),
                "has the converter " + ModelError.name(converter) + ", which cannot be made ("
                        + thrown.getClass().getName() + ")",
                "Give it a public constructor without parameters, and make it public");
        error.initCause(thrown);
        return error;
    }

    /**
     * The conversion of a class that says how all of its objects are stored; null if it does not.
     *
     * @throws IllegalArgumentException if its annotation does not fit
     */
    public static @Nullable Conversion ofClass(Class<?> type) {
        if (type.isPrimitive() || type.isArray() || type.getName().startsWith("java.")) {
            return null;
        }
        Converted converted = type.getDeclaredAnnotation(Converted.class);
        boolean asString = type.isAnnotationPresent(StoredAsString.class);
        if (converted == null) {
            return asString ? asString(type) : null;
        }
        if (asString) {
            throw ModelError.of(type, "has both @Converted and @StoredAsString", "Keep one of them");
        }
        Conversion conversion = of(converted.value());
        if (TypeVariables.erasure(conversion.from()) != type) {
            throw ModelError.of(
                    type,
                    "has a @Converted, but the converter " + ModelError.name(converted.value()) + " converts "
                            + Types.aName(conversion.from()),
                    "Make both the same type");
        }
        if (TypeVariables.erasure(conversion.to()) == type) {
            throw ModelError.of(
                    type, "has a @Converted that converts it to itself", "Convert it to the type that is to be stored");
        }
        return conversion;
    }

    @SuppressWarnings("unchecked")
    private static Conversion of(Class<? extends ValueConverter<?, ?>> type) {
        TypeVariable<?>[] parameters = ValueConverter.class.getTypeParameters();
        TypeVariables given = TypeVariables.of(type, ValueConverter.class);
        Type from = given.resolve(parameters[0]);
        Type to = given.resolve(parameters[1]);
        if (from instanceof TypeVariable<?> || to instanceof TypeVariable<?>) {
            throw ModelError.of(
                    type,
                    "does not say what it converts",
                    "Let it implement ValueConverter with two types, such as ValueConverter<Price, Long>");
        }
        ValueConverter<Object, Object> converter = (ValueConverter<Object, Object>) make(type);
        return new Conversion(type, from, to, converter::toStored, converter::fromStored);
    }

    private static ValueConverter<?, ?> make(Class<? extends ValueConverter<?, ?>> type) {
        String reason;
        try {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals("INSTANCE")
                        && field.getType() == type
                        && Modifier.isStatic(field.getModifiers())) {
                    Object single = lookup(type).unreflectGetter(field).invoke();
                    return (ValueConverter<?, ?>) single;
                }
            }
            return (ValueConverter<?, ?>) lookup(type)
                    .findConstructor(type, MethodType.methodType(void.class))
                    .invoke();
        } catch (NoSuchMethodException e) {
            reason = "it has no constructor without parameters";
        } catch (InstantiationException e) {
            reason = "it is abstract";
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            IllegalArgumentException error = notMade(type, e.toString());
            error.initCause(e);
            throw error;
        }
        throw notMade(type, reason);
    }

    private static IllegalArgumentException notMade(Class<?> type, String reason) {
        return ModelError.of(
                type,
                "is a converter, but cannot be made: " + reason,
                "Make it a static class with a constructor without parameters");
    }

    private static Lookup lookup(Class<?> type) throws IllegalAccessException {
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    }

    private static Conversion asString(Class<?> type) {
        MethodHandle reader = reader(type).asType(MethodType.methodType(Object.class, Object.class));
        return new Conversion(type, type, String.class, Object::toString, text -> {
            try {
                return reader.invokeExact(text);
            } catch (Throwable e) {
                throw Rethrow.unchecked(e);
            }
        });
    }

    private static MethodHandle reader(Class<?> type) {
        try {
            for (String name : FACTORIES) {
                for (Method method : type.getDeclaredMethods()) {
                    if (method.getName().equals(name)
                            && Modifier.isStatic(method.getModifiers())
                            && type.isAssignableFrom(method.getReturnType())
                            && isOfText(method.getParameterTypes())) {
                        return lookup(type).unreflect(method);
                    }
                }
            }
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (isOfText(constructor.getParameterTypes()) && !Modifier.isAbstract(type.getModifiers())) {
                    return lookup(type).unreflectConstructor(constructor);
                }
            }
        } catch (IllegalAccessException e) {
            IllegalArgumentException error = ModelError.of(
                    type,
                    "is not open to this library (" + e.getMessage() + ")",
                    "Add to its module-info: opens " + type.getPackageName());
            error.initCause(e);
            throw error;
        }
        throw ModelError.of(
                type,
                "has @StoredAsString, but nothing makes an object of a string",
                "Add a static method " + type.getSimpleName() + " parse(String)");
    }

    private static boolean isOfText(Class<?>[] parameters) {
        return parameters.length == 1 && (parameters[0] == String.class || parameters[0] == CharSequence.class);
    }
}
