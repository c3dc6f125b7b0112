package dev.tempest.local.internal.value;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ten types of attribute values. */
public enum DataType {
    S("STRING", AttributeValue.Text.class),
    N("NUMBER", AttributeValue.Numeric.class),
    B("BINARY", AttributeValue.Binary.class),
    SS("STRING_SET", AttributeValue.TextSet.class),
    NS("NUMBER_SET", AttributeValue.NumberSet.class),
    BS("BINARY_SET", AttributeValue.BinarySet.class),
    M("MAP", AttributeValue.MapOf.class),
    L("LIST", AttributeValue.ListOf.class),
    NULL("NULL", AttributeValue.Null.class),
    BOOL("BOOLEAN", AttributeValue.Bool.class);

    private static final Map<Class<?>, DataType> BY_CLASS =
            Arrays.stream(values()).collect(Collectors.toMap(type -> type.valueClass, Function.identity()));
    private static final Map<String, DataType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(DataType::name, Function.identity()));

    private final String longName;
    private final Class<? extends AttributeValue> valueClass;

    DataType(String longName, Class<? extends AttributeValue> valueClass) {
        this.longName = longName;
        this.valueClass = valueClass;
    }

    /** The name that some messages use. */
    public String longName() {
        return longName;
    }

    /** Whether keys can be of this type. */
    public boolean isScalarKey() {
        return this == S || this == N || this == B;
    }

    public boolean isSet() {
        return this == SS || this == NS || this == BS;
    }

    public static @Nullable DataType of(String name) {
        return BY_NAME.get(name);
    }

    static DataType of(AttributeValue value) {
        DataType type = BY_CLASS.get(value.getClass());
        if (type == null) {
            throw new IllegalStateException("No type has " + value.getClass());
        }
        return type;
    }
}
