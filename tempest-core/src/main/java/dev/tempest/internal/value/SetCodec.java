package dev.tempest.internal.value;

import dev.tempest.internal.codec.UnreadableValue;
import dev.tempest.internal.codec.UnstorableException;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.DeepValues;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Stores a collection as one of DynamoDB's sets: of texts, numbers or bytes, at least one, and no two alike. */
final class SetCodec<V> extends ValueCodec<V> {
    private final Type elementType;
    private final AttributeCodec<V> element;
    private final String elementKind;
    private final IntFunction<Collection<Object>> maker;

    SetCodec(
            Type type,
            DeepValues<V> values,
            Type elementType,
            AttributeCodec<V> element,
            IntFunction<Collection<Object>> maker) {
        super(type, values);
        this.elementType = elementType;
        this.element = element;
        this.elementKind = String.valueOf(element.kind());
        this.maker = maker;
    }

    @Override
    public String kind() {
        return elementKind + "S";
    }

    @Override
    public V toValue(Object property) {
        List<V> elements = new ArrayList<>();
        for (Object each : (Iterable<?>) property) {
            if (each == null) {
                throw UnstorableException.of("is a set with null in it");
            }
            elements.add(stored(each));
        }
        if (elements.isEmpty()) {
            throw UnstorableException.of("is an empty set");
        }
        return switch (elementKind) {
            case "S" -> values().ofTextSet(distinct(elements, values()::text));
            case "N" -> values().ofNumberSet(each(elements, values()::number));
            default -> values().ofBinarySet(distinct(elements, values()::bytes));
        };
    }

    private V stored(Object each) {
        V stored;
        try {
            stored = element.toValue(each);
        } catch (UnstorableException e) {
            throw e.in("[*]");
        }
        String problem = element.isAlwaysStorable() ? null : values().problem(stored);
        if (problem != null) {
            throw UnstorableException.of(problem).in("[*]");
        }
        return stored;
    }

    /** DynamoDB compares what is stored; of numbers the binding sees to it. */
    private static <V, T> List<T> distinct(List<V> elements, Function<V, @Nullable T> content) {
        List<T> contents = each(elements, content);
        if (new HashSet<>(contents).size() < contents.size()) {
            throw UnstorableException.of("is a set in which two elements are stored alike");
        }
        return contents;
    }

    private static <V, T> List<T> each(List<V> elements, Function<V, @Nullable T> content) {
        List<T> contents = new ArrayList<>(elements.size());
        for (V each : elements) {
            T one = content.apply(each);
            if (one == null) {
                throw new IllegalStateException("A codec made another value than it said");
            }
            contents.add(one);
        }
        return contents;
    }

    @Override
    public @Nullable Object toProperty(V value) {
        List<V> stored = new ArrayList<>();
        if (!addAll(value, stored)) {
            return nothing(value);
        }
        Collection<Object> read = maker.apply(stored.size());
        for (V each : stored) {
            try {
                Object one = element.toProperty(each);
                if (one == null) {
                    throw new IllegalStateException("A set has no nulls");
                }
                read.add(one);
            } catch (RuntimeException e) {
                throw UnreadableValue.in("[*]", e, misfit(each, elementType));
            }
        }
        return read;
    }

    private boolean addAll(V value, List<V> stored) {
        List<@Nullable String> texts = values().textSet(value);
        List<@Nullable String> numbers = values().numberSet(value);
        List<@Nullable ByteBuffer> binaries = values().binarySet(value);
        if (texts != null && elementKind.equals("S")) {
            texts.forEach(text -> stored.add(text == null ? values().ofNull() : values().ofText(text)));
        } else if (numbers != null && elementKind.equals("N")) {
            numbers.forEach(number -> stored.add(number == null ? values().ofNull() : values().ofNumber(number)));
        } else if (binaries != null && elementKind.equals("B")) {
            binaries.forEach(bytes -> stored.add(bytes == null ? values().ofNull() : values().ofBytes(bytes)));
        } else {
            return false;
        }
        return true;
    }
}
