package dev.tempest.spring;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Set;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * What is reached by reflection of a database: the interfaces of its tables, which become proxies, and the members of its item and
 * key types, of the types of their properties, and of the converters that annotations name. The parameters of constructors are
 * read from class files, so these are resources.
 */
final class DatabaseHints {
    private static final MemberCategory[] MEMBERS = {
        MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
        MemberCategory.INVOKE_DECLARED_METHODS,
        MemberCategory.ACCESS_DECLARED_FIELDS
    };

    private final RuntimeHints hints;
    private final Set<Class<?>> known = new HashSet<>();

    DatabaseHints(RuntimeHints hints) {
        this.hints = hints;
    }

    /** Registers all types of a database. */
    void register(Class<?> dbType) {
        registerProxy(dbType);
        DatabaseRegistrar.tableMethods(dbType).values().forEach(this::registerTable);
    }

    private void registerTable(ResolvableType table) {
        Class<?> tableType = table.toClass();
        registerProxy(tableType);
        for (ResolvableType each : ResolvableType.forClass(tableType).getInterfaces()) {
            registerTypes(each);
        }
        for (Method view : tableType.getMethods()) {
            if (Modifier.isAbstract(view.getModifiers()) && view.getDeclaringClass() != Object.class) {
                registerTypes(ResolvableType.forMethodReturnType(view, tableType));
            }
        }
    }

    private void registerProxy(Class<?> type) {
        hints.proxies().registerJdkProxy(type);
        hints.reflection().registerType(type, MemberCategory.INVOKE_PUBLIC_METHODS);
    }

    /** Registers a class with its type arguments, and what its properties are of. */
    private void registerTypes(ResolvableType type) {
        for (ResolvableType argument : type.getGenerics()) {
            registerTypes(argument);
        }
        if (type.isArray()) {
            registerTypes(type.getComponentType());
            return;
        }
        Class<?> raw = type.toClass();
        if (isOfOthers(raw) || !known.add(raw)) {
            return;
        }
        hints.reflection().registerType(raw, MEMBERS);
        hints.resources().registerPattern(raw.getName().replace('.', '/') + ".class");
        registerNamedByAnnotations(raw);
        for (Field field : raw.getDeclaredFields()) {
            registerNamedByAnnotations(field);
            registerTypes(ResolvableType.forField(field));
        }
        for (Method method : raw.getDeclaredMethods()) {
            registerNamedByAnnotations(method);
            if (method.getParameterCount() == 0) {
                registerTypes(ResolvableType.forMethodReturnType(method));
            }
        }
        for (Class<?> nested : raw.getDeclaredClasses()) {
            registerTypes(ResolvableType.forClass(nested));
        }
        if (raw.getPermittedSubclasses() != null) {
            for (Class<?> subtype : raw.getPermittedSubclasses()) {
                registerTypes(ResolvableType.forClass(subtype));
            }
        }
        registerTypes(ResolvableType.forClass(raw).getSuperType());
    }

    /** Converters, and the like. */
    private void registerNamedByAnnotations(AnnotatedElement element) {
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            for (Object value :
                    AnnotationUtils.getAnnotationAttributes(annotation).values()) {
                if (value instanceof Class<?> type) {
                    registerTypes(ResolvableType.forClass(type));
                } else if (value instanceof Class<?>[] types) {
                    for (Class<?> type : types) {
                        registerTypes(ResolvableType.forClass(type));
                    }
                }
            }
        }
    }

    /** The JDK, the AWS SDK and this library do without reflection on their own classes. */
    private static boolean isOfOthers(Class<?> type) {
        String name = type.getName();
        return type.isPrimitive()
                || name.startsWith("java.")
                || name.startsWith("kotlin.")
                || name.startsWith("software.amazon.awssdk.")
                || name.matches("dev\\.tempest\\.(sdk2\\.)?[A-Z].*");
    }
}
