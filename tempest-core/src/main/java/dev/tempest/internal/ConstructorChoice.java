package dev.tempest.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Map;

/** The constructor through which objects of a type are made, and the field that each of its parameters goes to. */
record ConstructorChoice<T>(Constructor<T> constructor, Map<String, Integer> parameters) {
    int parameterOf(Field field) {
        return parameters.getOrDefault(field.getName(), Property.NONE);
    }

    static <T> ConstructorChoice<T> of(Class<T> type, Map<String, Field> fields) {
        throw new UnsupportedOperationException();
    }
}
