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

/** An item or key type as reflection shows it: its properties, and how to make an object of them. */
public final class TypeModel<T> {
    private final Class<T> type;
    private final List<Property> properties;
    private final ItemFactory<T> factory;

    private TypeModel(Class<T> type, List<Property> properties, ItemFactory<T> factory) {
        this.type = type;
        this.properties = List.copyOf(properties);
        this.factory = factory;
    }

    /** The model of an item type. */
    public static <T> TypeModel<T> ofItem(Class<T> type) {
        return new Parser<>(type, Set.of()).parse();
    }

    /**
     * The model of a key type.
     *
     * @param itemProperties the names of the item type's properties: a method of such a name is a property of the key too
     */
    public static <T> TypeModel<T> ofKey(Class<T> type, Set<String> itemProperties) {
        return new Parser<>(type, itemProperties).parse();
    }

    public Class<T> type() {
        return type;
    }

    public List<Property> properties() {
        return properties;
    }

    public ItemFactory<T> factory() {
        return factory;
    }

    private static final class Parser<T> {
        private final Class<T> type;
        private final Set<String> computedNames;
        private final @Nullable KotlinClass kotlin;
        private final Map<String, Field> fields = new LinkedHashMap<>();
        private final Map<String, Method> methods = new LinkedHashMap<>();
        private final TypeVariables variables;
        private final PropertyAnnotations annotations;
        private final Set<String> accessors = new HashSet<>();
        // That of the class that was looked into last.
        private @Nullable Lookup lookup;

        Parser(Class<T> type, Set<String> computedNames) {
            this.type = type;
            this.computedNames = computedNames;
            this.kotlin = KotlinClass.of(type);
            this.variables = TypeVariables.of(type);
            this.annotations = new PropertyAnnotations(type);
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
            Type declared = variables.resolve(field.getGenericType());
            Class<?> erasure = TypeVariables.erasure(declared);
            Method accessor = accessorOf(name, erasure);
            Found found = annotations.of(name, field, accessors(name, erasure));
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
                    unboxed ? choice.typeOf(parameter) : declared,
                    unboxed ? choice.typeOf(parameter) : erasure,
                    found,
                    required,
                    keepsInitialValue,
                    new Accessor(erasure, handle(accessor == null ? field : accessor)),
                    parameter,
                    setter);
        }

        private @Nullable Method accessorOf(String property, Class<?> type) {
            for (String name : getterNames(property)) {
                Method method = methods.get(name);
                if (method != null && typeOf(method) == type) {
                    return method;
                }
            }
            return null;
        }

        /** The annotated methods that read a field; its box counts as its type. */
        private List<String> accessors(String property, Class<?> type) {
            List<String> found = new ArrayList<>();
            for (String name : getterNames(property)) {
                if (annotations.has(name) && Types.same(typeOf(implementation(name)), type)) {
                    found.add(name);
                    accessors.add(name);
                }
            }
            return found;
        }

        /** What a call of an annotated method comes to. */
        private Method implementation(String name) {
            Method inherited = methods.get(name);
            if (inherited != null) {
                return inherited;
            }
            for (Class<?> each = type; each != null; each = each.getSuperclass()) {
                for (Method method : each.getDeclaredMethods()) {
                    if (method.getName().equals(name)
                            && method.getParameterCount() == 0
                            && !method.isBridge()
                            && !Modifier.isStatic(method.getModifiers())) {
                        return method;
                    }
                }
            }
            throw new IllegalStateException(type + " lacks " + name);
        }

        private Class<?> typeOf(Method method) {
            return TypeVariables.erasure(variables.resolve(method.getGenericReturnType()));
        }

        private static List<String> getterNames(String property) {
            String suffix = capitalized(property);
            return List.of(property, "get" + suffix, "is" + suffix);
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
            for (String name : annotations.names()) {
                if (!accessors.contains(name)) {
                    Method method = implementation(name);
                    addComputed(properties, method, annotations.of(propertyName(method), null, List.of(name)));
                }
            }
            for (Method method : annotations.notOverridable()) {
                addComputed(properties, method, PropertyAnnotations.of(method));
            }
            for (Method method : methods.values()) {
                if (computedNames.contains(propertyName(method))
                        && !fields.containsKey(propertyName(method))
                        && !annotations.has(method.getName())) {
                    addComputed(properties, method, PropertyAnnotations.NONE);
                }
            }
        }

        private void addComputed(List<Property> properties, Method method, Found found) {
            String name = propertyName(method);
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
