package dev.tempest.internal.reflect;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.reflect.PropertyAnnotations.Found;
import dev.tempest.internal.reflect.bytecode.KotlinClass;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the properties of a class, and how to make an object of it, by reflection and by what its class file says.
 *
 * <p>For one class and one thread.
 */
final class TypeParser<T> {
    /** What came of it. */
    record Parsed<T>(List<Property> properties, ItemFactory<T> factory) {}

    private final Class<T> type;
    private final Set<String> computedNames;
    private final boolean mayBeEmpty;
    private final @Nullable KotlinClass kotlin;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final TypeVariables variables;
    private final Getters getters;
    private final PropertyAnnotations annotations;
    private final Set<String> accessors = new HashSet<>();
    // That of the class that was looked into last.
    private @Nullable Lookup lookup;

    /**
     * Finds the properties of a type.
     *
     * @param declared the type with its type arguments
     * @param computedNames what makes a method of such a name a property, without an annotation
     * @param mayBeEmpty whether the type needs no properties
     */
    TypeParser(Class<T> type, Type declared, Set<String> computedNames, boolean mayBeEmpty) {
        this.type = type;
        this.computedNames = computedNames;
        this.mayBeEmpty = mayBeEmpty;
        this.kotlin = KotlinClass.of(type);
        this.variables = TypeVariables.of(declared);
        this.getters = new Getters(type, variables);
        this.annotations = new PropertyAnnotations(type);
    }

    Parsed<T> parse() {
        if (type.isInterface() || Modifier.isAbstract(type.getModifiers()) || type.isEnum() || type.isArray()) {
            throw ModelError.of(
                    type,
                    "cannot be made",
                    "Make it a record or a class that is not abstract"
                            + (type.isEnum() || type.isArray() ? "" : ", or make it sealed"));
        }
        if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
            throw ModelError.of(type, "belongs to an object of its enclosing class", "Make it a static class");
        }
        collectFields();
        ConstructorChoice<T> choice = ConstructorChoice.of(type, fields);
        Constructor<?> withDefaults = kotlin == null ? null : kotlin.withDefaults(choice.constructor());
        BitSet defaults = kotlin == null || withDefaults == null ? new BitSet() : kotlin.defaults(withDefaults);
        BitSet notNull = kotlin == null ? new BitSet() : kotlin.notNullParameters(choice.constructor());
        List<Property> properties = new ArrayList<>();
        for (Field field : fields.values()) {
            properties.add(property(field, choice, defaults, notNull));
        }
        addComputed(properties);
        if (properties.isEmpty() && !mayBeEmpty) {
            throw ModelError.of(type, "has no properties", "Give it a field for each attribute");
        }
        ItemFactory<T> factory = new ItemFactory<>(
                handle(choice.constructor()),
                choice.constructor().getParameterCount(),
                defaultArguments(choice, withDefaults, defaults));
        return new Parsed<>(properties, factory);
    }

    private @Nullable DefaultArguments defaultArguments(
            ConstructorChoice<T> choice, @Nullable Constructor<?> withDefaults, BitSet defaults) {
        if (withDefaults == null || defaults.isEmpty()) {
            return null;
        }
        return new DefaultArguments(
                handle(withDefaults),
                withDefaults.getParameterCount(),
                choice.constructor().getParameterTypes(),
                defaults);
    }

    private void collectFields() {
        Deque<Class<?>> hierarchy = new ArrayDeque<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            hierarchy.push(c);
        }
        for (Class<?> c : hierarchy) {
            for (Field field : c.getDeclaredFields()) {
                int modifiers = field.getModifiers();
                if (field.isSynthetic()) {
                    continue;
                }
                if (Modifier.isStatic(modifiers) || Modifier.isTransient(modifiers) || KotlinClass.isDelegate(field)) {
                    if (PropertyAnnotations.isAnnotated(field)) {
                        throw ModelError.of(
                                type,
                                field.getName(),
                                PropertyAnnotations.mark(field) + ", but is "
                                        + (KotlinClass.isDelegate(field) ? "delegated" : "static or transient")
                                        + " and so is not stored",
                                "Remove the annotation or the "
                                        + (KotlinClass.isDelegate(field) ? "delegate" : "modifier"));
                    }
                    continue;
                }
                if (fields.put(field.getName(), field) != null) {
                    throw ModelError.of(type, field.getName(), "hides a field of a superclass", "Give it another name");
                }
            }
        }
    }

    private Property property(Field field, ConstructorChoice<T> choice, BitSet defaults, BitSet notNull) {
        int parameter = choice.parameterOf(field);
        String name = field.getName();
        KotlinClass declaring = field.getDeclaringClass() == type ? kotlin : KotlinClass.of(field.getDeclaringClass());
        Type declared = variables.resolve(field.getGenericType());
        Class<?> erasure = TypeVariables.erasure(declared);
        Class<?> valueClass = valueClass(declaring, field, parameter);
        Method accessor = getters.of(name, erasure);
        Found found = annotations.of(name, field, accessors(name, erasure));
        MethodHandle setter = parameter == Property.NONE ? setterOf(field) : null;
        // A constructor that unboxes needs a value, whatever its field could hold.
        boolean unboxed = parameter != Property.NONE && choice.typeOf(parameter).isPrimitive();
        boolean primitive = unboxed || field.getType().isPrimitive();
        // In Kotlin, what has a value from the beginning keeps it if the row has none.
        boolean keepsInitialValue = declaring != null && setter != null;
        boolean required = parameter == Property.NONE
                ? primitive && !keepsInitialValue
                : !defaults.get(parameter)
                        && (primitive || notNull.get(parameter) || (declaring != null && declaring.isNotNull(field)));
        return new Property(
                type,
                name,
                unboxed ? choice.typeOf(parameter) : declared,
                unboxed ? choice.typeOf(parameter) : erasure,
                found,
                required,
                keepsInitialValue,
                new Accessor(erasure, handle(accessor == null ? field : accessor)),
                field,
                valueClass,
                parameter,
                setter);
    }

    /** The value class of a property whose field holds what it wraps; null for other properties. */
    private @Nullable Class<?> valueClass(@Nullable KotlinClass declaring, Field field, int parameter) {
        if (declaring == null || !declaring.isValueClass(Getters.names(field.getName()), parameter)) {
            return null;
        }
        Class<?> found = declaring.valueClass(Getters.names(field.getName()), parameter);
        if (found == null) {
            throw Property.ofValueClass(type, field.getName());
        }
        return found == field.getType() ? null : found;
    }

    /** The annotated methods that read a field; its box counts as its type. */
    private List<String> accessors(String property, Class<?> type) {
        List<String> found = new ArrayList<>();
        for (String name : Getters.names(property)) {
            if (annotations.has(name) && Types.same(getters.typeOf(getters.implementation(name)), type)) {
                found.add(name);
                accessors.add(name);
            }
        }
        return found;
    }

    private @Nullable MethodHandle setterOf(Field field) {
        if (Modifier.isFinal(field.getModifiers())) {
            return null;
        }
        String name = "set" + Getters.capitalized(field.getName());
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name)
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0] == field.getType()
                    && !Modifier.isStatic(method.getModifiers())) {
                return unreflect(method);
            }
        }
        return unreflectSetter(field);
    }

    private void addComputed(List<Property> properties) {
        for (String name : annotations.names()) {
            if (!accessors.contains(name)) {
                Method method = getters.implementation(name);
                addComputed(properties, method, annotations.of(Getters.propertyName(method), null, List.of(name)));
            }
        }
        for (Method method : annotations.notOverridable()) {
            addComputed(properties, method, PropertyAnnotations.of(method));
        }
        for (Method method : getters.all()) {
            if (computedNames.contains(Getters.propertyName(method))
                    && !fields.containsKey(Getters.propertyName(method))
                    && !annotations.has(method.getName())) {
                addComputed(properties, method, PropertyAnnotations.NONE);
            }
        }
    }

    private void addComputed(List<Property> properties, Method method, Found found) {
        String name = Getters.propertyName(method);
        Type declared = variables.resolve(method.getGenericReturnType());
        Field field = fields.get(name);
        if (field != null) {
            throw notAccessor(method, declared, field);
        }
        Class<?> erasure = TypeVariables.erasure(declared);
        properties.add(new Property(
                type,
                name,
                declared,
                erasure,
                found,
                erasure.isPrimitive(),
                false,
                new Accessor(erasure, handle(method)),
                null,
                null,
                Property.NONE,
                null));
    }

    private IllegalArgumentException notAccessor(Method method, Type declared, Field field) {
        if (Modifier.isPrivate(method.getModifiers())) {
            return PropertyAnnotations.notRead(method);
        }
        return ModelError.of(
                type,
                method.getName() + "()",
                "has an annotation, here or where it is declared first, but is " + Types.aName(declared)
                        + ", and the field " + field.getName() + " is "
                        + Types.aName(variables.resolve(field.getGenericType())),
                "Make both the same type, or annotate the field");
    }

    private MethodHandle unreflect(Method method) {
        try {
            return lookup(method.getDeclaringClass()).unreflect(method);
        } catch (IllegalAccessException e) {
            throw notOpen(method.getDeclaringClass(), e);
        }
    }

    private MemberHandle handle(Member member) {
        try {
            return new MemberHandle(lookup(member.getDeclaringClass()), member);
        } catch (IllegalAccessException e) {
            throw notOpen(member.getDeclaringClass(), e);
        }
    }

    private MethodHandle unreflectSetter(Field field) {
        try {
            return lookup(field.getDeclaringClass()).unreflectSetter(field);
        } catch (IllegalAccessException e) {
            throw notOpen(field.getDeclaringClass(), e);
        }
    }

    private Lookup lookup(Class<?> owner) throws IllegalAccessException {
        Lookup known = lookup;
        if (known == null || known.lookupClass() != owner) {
            known = MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
            lookup = known;
        }
        return known;
    }

    private IllegalArgumentException notOpen(Class<?> owner, IllegalAccessException e) {
        return ModelError.of(
                type,
                "is not open to this library (" + e.getMessage() + ")",
                "Add to its module-info: opens " + owner.getPackageName());
    }
}
