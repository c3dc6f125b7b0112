package dev.tempest.internal;

import dev.tempest.Attribute;
import dev.tempest.Version;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An item or key type as reflection shows it: its properties, and how to make an object of them. */
final class TypeModel<T> {
    private final Class<T> type;
    private final List<Property> properties;
    private final ItemFactory<T> factory;

    private TypeModel(Class<T> type, List<Property> properties, ItemFactory<T> factory) {
        this.type = type;
        this.properties = List.copyOf(properties);
        this.factory = factory;
    }

    /** The model of an item type. */
    static <T> TypeModel<T> ofItem(Class<T> type) {
        return new Parser<>(type, Set.of()).parse();
    }

    /**
     * The model of a key type.
     *
     * @param itemProperties the names of the item type's properties: a method of such a name is a property of the key too
     */
    static <T> TypeModel<T> ofKey(Class<T> type, Set<String> itemProperties) {
        return new Parser<>(type, itemProperties).parse();
    }

    Class<T> type() {
        return type;
    }

    List<Property> properties() {
        return properties;
    }

    ItemFactory<T> factory() {
        return factory;
    }

    private static final class Parser<T> {
        private final Class<T> type;
        private final Set<String> computedNames;
        private final @Nullable KotlinClass kotlin;
        private final Map<String, Field> fields = new LinkedHashMap<>();
        private final Map<String, Method> methods = new LinkedHashMap<>();
        private final Set<Method> accessors = new HashSet<>();
        // That of the class that was looked into last.
        private @Nullable Lookup lookup;

        Parser(Class<T> type, Set<String> computedNames) {
            this.type = type;
            this.computedNames = computedNames;
            this.kotlin = KotlinClass.of(type);
        }

        TypeModel<T> parse() {
            if (type.isInterface() || Modifier.isAbstract(type.getModifiers()) || type.isEnum() || type.isArray()) {
                throw ModelError.of(type, "cannot be made", "Make it a record or a class that is not abstract");
            }
            if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
                throw ModelError.of(type, "belongs to an object of its enclosing class", "Make it a static class");
            }
            collectFields();
            for (Method method : type.getMethods()) {
                if (method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getDeclaringClass() != Object.class) {
                    Method other = methods.get(method.getName());
                    methods.put(method.getName(), other == null ? method : moreSpecific(other, method));
                }
            }
            ConstructorChoice<T> choice = ConstructorChoice.of(type, fields);
            Constructor<?> withDefaults = kotlin == null ? null : kotlin.withDefaults(choice.constructor());
            BitSet defaults = kotlin == null || withDefaults == null ? new BitSet() : kotlin.defaults(withDefaults);
            BitSet notNull = kotlin == null ? new BitSet() : kotlin.notNullParameters(choice.constructor());
            List<Property> properties = new ArrayList<>();
            for (Field field : fields.values()) {
                properties.add(property(field, choice, defaults, notNull));
            }
            addComputed(properties);
            if (properties.isEmpty()) {
                throw ModelError.of(type, "has no properties", "Give it a field for each attribute");
            }
            ItemFactory<T> factory = new ItemFactory<>(
                    handle(choice.constructor()),
                    choice.constructor().getParameterCount(),
                    defaultArguments(choice, withDefaults, defaults));
            return new TypeModel<>(type, properties, factory);
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
                    if (Modifier.isStatic(modifiers)
                            || Modifier.isTransient(modifiers)
                            || KotlinClass.isDelegate(field)) {
                        if (isAnnotated(field)) {
                            throw ModelError.of(
                                    type,
                                    field.getName(),
                                    mark(field) + ", but is "
                                            + (KotlinClass.isDelegate(field) ? "delegated" : "static or transient")
                                            + " and so is not stored",
                                    "Remove the annotation or the "
                                            + (KotlinClass.isDelegate(field) ? "delegate" : "modifier"));
                        }
                        continue;
                    }
                    if (fields.put(field.getName(), field) != null) {
                        throw ModelError.of(
                                type, field.getName(), "hides a field of a superclass", "Give it another name");
                    }
                }
            }
        }

        private Property property(Field field, ConstructorChoice<T> choice, BitSet defaults, BitSet notNull) {
            int parameter = choice.parameterOf(field);
            String name = field.getName();
            KotlinClass declaring =
                    field.getDeclaringClass() == type ? kotlin : KotlinClass.of(field.getDeclaringClass());
            if (declaring != null && declaring.isValueClass(getterNames(name), parameter)) {
                throw ModelError.of(
                        type,
                        name,
                        "is of a value class, which cannot be told from the type that it wraps",
                        "Declare it as the wrapped type, or make its class an ordinary one and give the attribute a"
                                + " converter");
            }
            Method accessor = accessorOf(field);
            if (accessor != null) {
                accessors.add(accessor);
            }
            MethodHandle setter = parameter == Property.NONE ? setterOf(field) : null;
            // A constructor that unboxes needs a value, whatever its field could hold.
            boolean unboxed =
                    parameter != Property.NONE && choice.typeOf(parameter).isPrimitive();
            boolean primitive = unboxed || field.getType().isPrimitive();
            // In Kotlin, what has a value from the beginning keeps it if the row has none.
            boolean keepsInitialValue = declaring != null && setter != null;
            boolean required = parameter == Property.NONE
                    ? primitive && !keepsInitialValue
                    : !defaults.get(parameter)
                            && (primitive
                                    || notNull.get(parameter)
                                    || (declaring != null && declaring.isNotNull(field)));
            return new Property(
                    type,
                    name,
                    unboxed ? choice.typeOf(parameter) : field.getGenericType(),
                    unboxed ? choice.typeOf(parameter) : field.getType(),
                    attributeOf(field, accessor),
                    field.isAnnotationPresent(Version.class)
                            || (accessor != null && accessor.isAnnotationPresent(Version.class)),
                    required,
                    keepsInitialValue,
                    new Accessor(field.getType(), handle(accessor == null ? field : accessor)),
                    parameter,
                    setter);
        }

        private @Nullable Method accessorOf(Field field) {
            for (String name : getterNames(field.getName())) {
                Method method = methods.get(name);
                if (method != null && method.getReturnType() == field.getType()) {
                    return method;
                }
            }
            return null;
        }

        private static List<String> getterNames(String property) {
            String suffix = capitalized(property);
            return List.of(property, "get" + suffix, "is" + suffix);
        }

        private @Nullable Attribute attributeOf(Field field, @Nullable Method accessor) {
            Attribute onField = field.getAnnotation(Attribute.class);
            Attribute onAccessor = accessor == null ? null : accessor.getAnnotation(Attribute.class);
            if (onField != null && onAccessor != null && !onField.equals(onAccessor)) {
                throw ModelError.of(
                        type,
                        field.getName(),
                        "has one @Attribute on its field and another on its accessor",
                        "Keep one of them");
            }
            return onField != null ? onField : onAccessor;
        }

        private @Nullable MethodHandle setterOf(Field field) {
            if (Modifier.isFinal(field.getModifiers())) {
                return null;
            }
            String name = "set" + capitalized(field.getName());
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
            for (Method method : annotatedMethods()) {
                if (Modifier.isStatic(method.getModifiers())
                        || method.getParameterCount() > 0
                        || method.getReturnType() == void.class
                        || fields.containsKey(propertyName(method))) {
                    throw ModelError.of(
                            type,
                            method.getName() + "()",
                            mark(method) + ", but reads no field and computes no value of an item",
                            "Make it a method without arguments that returns the value, or annotate the field");
                }
                addComputed(properties, method);
            }
            for (Method method : methods.values()) {
                if (computedNames.contains(propertyName(method))
                        && !fields.containsKey(propertyName(method))
                        && !isAnnotated(method)) {
                    addComputed(properties, method);
                }
            }
        }

        private void addComputed(List<Property> properties, Method method) {
            String name = propertyName(method);
            properties.add(new Property(
                    type,
                    name,
                    method.getGenericReturnType(),
                    method.getReturnType(),
                    method.getAnnotation(Attribute.class),
                    method.isAnnotationPresent(Version.class),
                    method.getReturnType().isPrimitive(),
                    false,
                    new Accessor(method.getReturnType(), handle(method)),
                    Property.NONE,
                    null));
        }

        private Set<Method> annotatedMethods() {
            Set<Method> annotated = new LinkedHashSet<>();
            addAnnotated(type.getMethods(), annotated);
            for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
                addAnnotated(c.getDeclaredMethods(), annotated);
            }
            return annotated;
        }

        private void addAnnotated(Method[] candidates, Set<Method> annotated) {
            for (Method method : candidates) {
                // To look at the JDK's own annotations costs a new JVM a class for each of them.
                if (method.getDeclaringClass() != Object.class
                        && isAnnotated(method)
                        && !method.isBridge()
                        && !accessors.contains(method)) {
                    annotated.add(method);
                }
            }
        }

        private static String mark(AnnotatedElement element) {
            return element.isAnnotationPresent(Attribute.class) ? "has an @Attribute" : "is the @Version";
        }

        private static boolean isAnnotated(AnnotatedElement element) {
            return element.isAnnotationPresent(Attribute.class) || element.isAnnotationPresent(Version.class);
        }

        private static String propertyName(Method method) {
            String name = method.getName();
            if (name.length() > 3 && name.startsWith("get") && !Character.isLowerCase(name.charAt(3))) {
                return Character.toLowerCase(name.charAt(3)) + name.substring(4);
            }
            return name;
        }

        private static String capitalized(String name) {
            return Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }

        private static Method moreSpecific(Method one, Method other) {
            return one.getReturnType().isAssignableFrom(other.getReturnType()) ? other : one;
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
}
