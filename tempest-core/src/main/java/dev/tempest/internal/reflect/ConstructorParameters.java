package dev.tempest.internal.reflect;

import dev.tempest.internal.reflect.bytecode.ConstructorFlow;
import dev.tempest.internal.reflect.bytecode.Value;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which parameter of a constructor goes to which field, so that an object can be built again from what its fields held.
 *
 * <p>Two witnesses are heard: the parameters' names ({@code -parameters}, or else what the compiler left for debuggers)
 * and the constructor's instructions. One is enough, but they must not contradict each other. The order and the types
 * of parameters are no witnesses: to swap two strings would corrupt data in silence. What stays ambiguous is refused.
 */
final class ConstructorParameters {

    /** Either {@link Mapped} or {@link Refused}. */
    sealed interface Result {}

    /**
     * The constructor can be used. A field that is not listed is set by no parameter: it is constant or derived.
     *
     * @param fieldNames the field of each parameter, in the parameters' order; no field twice
     */
    record Mapped(List<String> fieldNames) implements Result {}

    /**
     * The constructor cannot be used.
     *
     * @param reason what is wrong and what to do about it; reads well after the constructor and a colon
     */
    record Refused(String reason) implements Result {}

    private final Parameter[] parameters;
    private final Map<String, Field> fields;
    private final ConstructorFlow.Result flow;
    private final TypeVariables variables;

    private ConstructorParameters(Constructor<?> constructor, Map<String, Field> fields) {
        this.parameters = constructor.getParameters();
        this.fields = fields;
        this.flow = ConstructorFlow.of(constructor, fields);
        this.variables = TypeVariables.of(constructor.getDeclaringClass());
    }

    /**
     * Reads one constructor. This costs the reading of a class file: keep the result.
     *
     * @param fields the fields that parameters may set, by name: the instance fields of the class, inherited ones too
     */
    static Result of(Constructor<?> constructor, Map<String, Field> fields) {
        Class<?> type = constructor.getDeclaringClass();
        if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
            return new Refused("an inner class cannot be made without its outer object; make the class static");
        }
        List<String> components = components(constructor);
        return components != null ? new Mapped(components) : new ConstructorParameters(constructor, fields).result();
    }

    /** The names of a record's components, if the constructor is the canonical one. */
    private static @Nullable List<String> components(Constructor<?> constructor) {
        RecordComponent[] components = constructor.getDeclaringClass().getRecordComponents();
        if (components == null) {
            return null;
        }
        Class<?>[] types = new Class<?>[components.length];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            names.add(components[i].getName());
        }
        return Arrays.equals(types, constructor.getParameterTypes()) ? names : null;
    }

    private Result result() {
        List<String> fieldNames = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            Set<String> assigned = fieldsWith(Value.parameter(i)::equals);
            String field = named(i, assigned);
            String objection = field == null ? doubt(i, assigned) : contradiction(i, field, assigned);
            if (objection != null) {
                return new Refused(describe(i) + " " + objection);
            }
            fieldNames.add(field == null ? assigned.iterator().next() : field);
        }
        return new Mapped(List.copyOf(fieldNames));
    }

    /** The field that has the parameter's name, if it can be meant. */
    private @Nullable String named(int parameter, Set<String> assigned) {
        String name = name(parameter);
        Field field = name == null ? null : fields.get(name);
        return field != null
                        && accepts(parameter, field)
                        && (assigned.contains(field.getName()) || sameArguments(parameter, field))
                ? field.getName()
                : null;
    }

    /** What the instructions say against the field that has the parameter's name. */
    private @Nullable String contradiction(int parameter, String named, Set<String> assigned) {
        if (!assigned.isEmpty() && !assigned.contains(named)) {
            return "has the name of the field " + named + " but is assigned to " + list(assigned)
                    + "; give the parameter and the field that it sets the same name";
        }
        Set<Integer> origins =
                flow.values().getOrDefault(named, Value.UNRELATED).origins();
        if (!origins.isEmpty() && !origins.contains(parameter)) {
            String others = origins.stream().sorted().map(this::describe).collect(Collectors.joining(" and "));
            return "has the name of the field " + named + ", but that field is set from " + others
                    + "; give the parameter and the field that it sets the same name";
        }
        return null;
    }

    /** Why the instructions alone do not tell the field of a parameter. */
    private @Nullable String doubt(int parameter, Set<String> assigned) {
        if (assigned.size() > 1) {
            return "is assigned to several fields (" + list(assigned) + ") and has the name of none"
                    + advice(parameter);
        }
        if (assigned.size() == 1) {
            Field field = fields.get(assigned.iterator().next());
            return field == null || accepts(parameter, field)
                    ? null
                    : "sets the field " + field.getName() + " of another type ("
                            + typeOf(field).getTypeName() + "); give both the same type";
        }
        Set<String> touched = fieldsWith(value -> value.origins().contains(parameter));
        return touched.isEmpty()
                ? "reaches no field" + advice(parameter)
                : "goes into " + list(touched) + ", but not as it is" + advice(parameter);
    }

    private String advice(int parameter) {
        String unreadable = flow.unreadable().isEmpty()
                ? ""
                : " (no class file that can be read: " + String.join(", ", flow.unreadable()) + ")";
        return unreadable
                + (name(parameter) == null
                        ? "; compile with -parameters, or make the class a record"
                        : "; give it the name and the type of the field that it sets");
    }

    private Set<String> fieldsWith(Predicate<Value> condition) {
        Set<String> names = new TreeSet<>(); // sorted: messages do not change from run to run
        flow.values().forEach((name, value) -> {
            if (condition.test(value)) {
                names.add(name);
            }
        });
        return names;
    }

    private @Nullable String name(int parameter) {
        return parameters[parameter].isNamePresent()
                ? parameters[parameter].getName()
                : flow.parameterNames().get(parameter);
    }

    /** Whether what the field holds can be passed as the parameter. */
    private boolean accepts(int parameter, Field field) {
        return box(parameters[parameter].getType()).isAssignableFrom(box(TypeVariables.erasure(typeOf(field))));
    }

    /** What the field of a generic superclass holds in this class. */
    private Type typeOf(Field field) {
        return variables.resolve(field.getGenericType());
    }

    /** A constructor may turn a list of numbers into a list of texts: then the name alone does not tell. */
    private boolean sameArguments(int parameter, Field field) {
        Type type = parameters[parameter].getParameterizedType();
        return type instanceof Class
                || typeOf(field) instanceof Class
                || withoutVariance(type).equals(withoutVariance(typeOf(field)));
    }

    /** Kotlin compiles {@code List<Key>} to {@code List<? extends Key>} in parameters, but not in fields. */
    private static String withoutVariance(Type type) {
        return type.getTypeName().replace("? extends ", "");
    }

    private static Class<?> box(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    private String describe(int parameter) {
        String name = name(parameter);
        String type = parameters[parameter].getType().getTypeName();
        return "parameter " + (parameter + 1) + " (" + (name == null ? type : type + " " + name) + ")";
    }

    private static String list(Set<String> names) {
        return String.join(", ", names);
    }
}
