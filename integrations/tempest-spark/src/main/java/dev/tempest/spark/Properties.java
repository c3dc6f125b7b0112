package dev.tempest.spark;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The properties of item types. */
final class Properties {
    private static final ClassValue<List<Property>> ALL = new ClassValue<>() {
        @Override
        protected List<Property> computeValue(Class<?> type) {
            return List.copyOf(type.isRecord() ? ofRecord(type) : ofClass(type));
        }
    };

    private Properties() {}

    /** The components of a record, or the fields of a class and those that it inherits. */
    static List<Property> of(Class<?> type) {
        return ALL.get(type);
    }

    /** Whether the items of a type have a version, those of all its subtypes if it is sealed. */
    static boolean haveVersion(Class<?> type) {
        if (type.isSealed() && (type.isInterface() || Modifier.isAbstract(type.getModifiers()))) {
            return Arrays.stream(type.getPermittedSubclasses()).allMatch(Properties::haveVersion);
        }
        return of(type).stream().anyMatch(Property::isVersion);
    }

    private static List<Property> ofRecord(Class<?> type) {
        List<Property> properties = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            properties.add(new Property(
                    component.getName(), component.getGenericType(), accessor, List.of(component, accessor)));
        }
        return properties;
    }

    private static List<Property> ofClass(Class<?> type) {
        List<Property> properties = new ArrayList<>();
        for (Class<?> declaring = type; declaring != null && declaring != Object.class; ) {
            for (Field field : declaring.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                    field.setAccessible(true);
                    properties.add(new Property(
                            field.getName(), field.getGenericType(), field, declarations(declaring, field)));
                }
            }
            declaring = declaring.getSuperclass();
        }
        return properties;
    }

    /** The field, and the methods that read it. */
    private static List<AnnotatedElement> declarations(Class<?> type, Field field) {
        String name = field.getName();
        String getter = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        List<String> names = List.of(name, "get" + getter, "is" + getter);
        List<AnnotatedElement> declarations = new ArrayList<>();
        declarations.add(field);
        for (Method method : type.getDeclaredMethods()) {
            if (method.getParameterCount() == 0 && names.contains(method.getName())) {
                declarations.add(method);
            }
        }
        return declarations;
    }
}
