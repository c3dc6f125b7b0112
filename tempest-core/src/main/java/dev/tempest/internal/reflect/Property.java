package dev.tempest.internal.reflect;

import dev.tempest.Attribute;
import dev.tempest.ValueConverter;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.reflect.PropertyAnnotations.Found;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One property of an item or key type, and how it is read and filled. */
public final class Property {
    /** The parameter of a property that no constructor fills. */
    public static final int NONE = -1;

    private final Class<?> owner;
    private final String name;
    private final Type type;
    private final Class<?> erasure;
    private final Found annotations;
    private final boolean required;
    private final boolean keepsInitialValue;
    private final Accessor accessor;
    private final @Nullable Field field;
    private final @Nullable Class<?> valueClass;
    private final int parameter;
    private final @Nullable MethodHandle setter;
    // The setter, adapted when first needed. Racing threads make equal ones.
    private @Nullable MethodHandle generic;

    /**
     * @param required whether a row without the attribute cannot be read
     * @param keepsInitialValue whether a row without the attribute leaves what the constructor gave to the property
     */
    Property(
            Class<?> owner,
            String name,
            Type type,
            Class<?> erasure,
            Found annotations,
            boolean required,
            boolean keepsInitialValue,
            Accessor accessor,
            @Nullable Field field,
            @Nullable Class<?> valueClass,
            int parameter,
            @Nullable MethodHandle setter) {
        this.owner = owner;
        this.name = name;
        this.type = type;
        this.erasure = erasure;
        this.annotations = annotations;
        this.required = required;
        this.keepsInitialValue = keepsInitialValue;
        this.accessor = accessor;
        this.field = field;
        this.valueClass = valueClass;
        this.parameter = parameter;
        this.setter = setter;
    }

    /**
     * A property that no member of the type has: it is computed of others.
     *
     * @param getter from the type's objects to the value
     * @param member that the handle calls
     */
    public static Property computed(Class<?> owner, String name, Class<?> type, MethodHandle getter, Member member) {
        MemberHandle handle = new MemberHandle(MethodHandles.lookup(), member, getter);
        return new Property(
                owner,
                name,
                type,
                type,
                PropertyAnnotations.NONE,
                false,
                false,
                new Accessor(type, handle),
                null,
                null,
                NONE,
                null);
    }

    /** The same property as others are that the accessor reads, too. */
    Property of(Accessor shared, boolean isRequired) {
        return new Property(
                owner,
                name,
                type,
                shared.type(),
                annotations,
                isRequired,
                keepsInitialValue,
                shared,
                field,
                valueClass,
                parameter,
                setter);
    }

    public Class<?> owner() {
        return owner;
    }

    public String name() {
        return name;
    }

    /** What a method may be called that reads the property. */
    public List<String> getterNames() {
        return Getters.names(name);
    }

    public Type type() {
        return type;
    }

    /** The Kotlin value class that the property is declared as, while its {@link #type()} is what that wraps; or null. */
    public @Nullable Class<?> valueClass() {
        return valueClass;
    }

    /** What to throw for a property of a value class that cannot be stored as such. */
    public static IllegalArgumentException ofValueClass(Class<?> owner, String property) {
        return ModelError.of(
                owner,
                property,
                "is of a value class, which Java sees as the type that it wraps",
                "Declare it as the wrapped type, or make its class an ordinary one and give the attribute a converter");
    }

    public boolean isPrimitive() {
        return erasure.isPrimitive();
    }

    /** Whether a row without the attribute cannot be read. */
    public boolean isRequired() {
        return required;
    }

    /** Whether a row without the attribute leaves what the constructor gave to the property. */
    public boolean keepsInitialValue() {
        return keepsInitialValue;
    }

    public @Nullable Attribute attribute() {
        return annotations.attribute();
    }

    /** The converter of the property's {@code @Converted}; null if it has none. */
    public @Nullable Class<? extends ValueConverter<?, ?>> converter() {
        return annotations.converter();
    }

    /**
     * How its values become values of another type, which is what is stored: by the property's own converter, or by that of its
     * class. Null if they are stored themselves.
     *
     * @throws IllegalArgumentException if the converter does not fit
     */
    public @Nullable Conversion conversion() {
        Class<? extends ValueConverter<?, ?>> converter = annotations.converter();
        if (converter != null) {
            return Conversion.of(this, converter);
        }
        // What is checked first spares a new JVM the class of conversions.
        return erasure.isPrimitive() || erasure.getName().startsWith("java.") ? null : Conversion.ofClass(erasure);
    }

    /** The superclass's or interface's member that has the {@link #attribute()}; null if the type itself has it. */
    public @Nullable String inheritedFrom() {
        return annotations.inheritedFrom();
    }

    /**
     * An annotation of another library on the property's field, or on the method that reads it or one that it overrides; null if
     * there is none.
     *
     * @throws IllegalArgumentException if two declarations contradict each other
     */
    public <A extends Annotation> @Nullable A annotation(Class<A> type) {
        List<AnnotatedElement> declared = annotated();
        declared.removeIf(element -> !element.isAnnotationPresent(type));
        A found = null;
        List<AnnotatedElement> nearest = Inherited.nearest(declared, PropertyAnnotations::owner);
        for (AnnotatedElement each : nearest) {
            A one = each.getAnnotation(type);
            if (found != null && !found.equals(one)) {
                throw ModelError.of(
                        owner,
                        name,
                        "gets one @" + type.getSimpleName() + " from " + PropertyAnnotations.name(nearest.get(0))
                                + " and another from " + PropertyAnnotations.name(each),
                        "Put the one that applies on " + this);
            }
            found = one;
        }
        return found;
    }

    /** Where annotations of the property may be, the nearest first: its field, and the methods that read it. */
    public List<AnnotatedElement> annotated() {
        List<AnnotatedElement> elements = new ArrayList<>();
        if (field != null) {
            elements.add(field);
        }
        for (Class<?> each : Inherited.hierarchy(owner)) {
            for (Method method : each.getDeclaredMethods()) {
                if (isReadBy(method)) {
                    elements.add(method);
                }
            }
        }
        return elements;
    }

    /** Whether the method reads the property, or is one that the method which does overrides. */
    private boolean isReadBy(Method method) {
        return method.getName().equals(accessor.member().getName())
                && method.getParameterCount() == 0
                && !method.isBridge()
                && !Modifier.isStatic(method.getModifiers())
                && (method.equals(accessor.member()) || !Modifier.isPrivate(method.getModifiers()));
    }

    /** Whether the property tells the versions of its items apart. */
    public boolean isVersion() {
        return annotations.version();
    }

    /** The annotations that say which time the property holds. */
    public List<Annotation> times() {
        return annotations.times();
    }

    /** The names in the {@code @Unique} of the property, none for its own; null if its values need not be unique. */
    public @Nullable List<String> unique() {
        return annotations.unique();
    }

    /** The annotation that says what the library does with the property, as messages name it; null for none. */
    public @Nullable String role() {
        return mark() == null && unique() != null ? "@Unique" : mark();
    }

    /** The annotation by which the library sets the property, as messages name it; null for a property that the user sets. */
    public @Nullable String mark() {
        if (isVersion()) {
            return "@Version";
        }
        return times().isEmpty() ? null : "@" + times().get(0).annotationType().getSimpleName();
    }

    public @Nullable Object get(Object item) {
        return accessor.get(item);
    }

    public Accessor accessor() {
        return accessor;
    }

    /** Whether it is neither given to the constructor nor set after it, but made by the object itself. */
    public boolean isComputed() {
        return parameter == NONE && setter == null;
    }

    /** The constructor's parameter that fills the property, or {@link #NONE}. */
    public int parameter() {
        return parameter;
    }

    /** Whether the property is filled after the constructor, and not by it or computed. */
    public boolean isSet() {
        return setter != null;
    }

    /**
     * Fills the property of an object.
     *
     * @throws IllegalStateException if the property {@linkplain #isSet() is not set}
     */
    public void set(Object item, @Nullable Object value) throws Throwable {
        MethodHandle handle = generic;
        if (handle == null) {
            if (setter == null) {
                throw new IllegalStateException(this + " has no setter");
            }
            handle = setter.asType(MethodType.methodType(void.class, Object.class, Object.class));
            generic = handle;
        }
        handle.invokeExact(item, value);
    }

    /** The property as messages name it. */
    @Override
    public String toString() {
        return ModelError.name(owner) + "." + name;
    }
}
