package dev.tempest.internal.value;

import dev.tempest.internal.codec.UnreadableValue;
import dev.tempest.internal.codec.UnstorableException;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.DeepValues;
import dev.tempest.internal.schema.Parts;
import dev.tempest.internal.schema.StoredText;
import dev.tempest.internal.value.form.Shapes;
import dev.tempest.internal.value.form.TextForm;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Stores a map as a map, its keys as texts and its null values as DynamoDB's own. */
final class MapCodec<V> extends ValueCodec<V> {
    private final TextForm key;
    private final Type entryType;
    private final AttributeCodec<V> entry;
    private final IntFunction<Map<Object, Object>> maker;

    MapCodec(
            Type type,
            DeepValues<V> values,
            TextForm key,
            Type entryType,
            AttributeCodec<V> entry,
            IntFunction<Map<Object, Object>> maker) {
        super(type, values);
        this.key = key;
        this.entryType = entryType;
        this.entry = entry;
        this.maker = maker;
    }

    @Override
    public String kind() {
        return "M";
    }

    @Override
    public V toValue(Object property) {
        Map<?, ?> map = (Map<?, ?>) property;
        Map<String, V> stored = new HashMap<>(Shapes.capacity(map.size()));
        for (Map.Entry<?, ?> each : map.entrySet()) {
            Object name = each.getKey();
            if (name == null) {
                throw UnstorableException.of("is a map with null as a key");
            }
            String text = key.writer().apply(name);
            if (!StoredText.isWhole(text)) {
                throw UnstorableException.of("is a map with a key that " + StoredText.PROBLEM);
            }
            if (stored.put(text, value(each.getValue())) != null) {
                throw UnstorableException.of("is a map in which two keys are stored alike");
            }
        }
        return values().ofMap(stored);
    }

    /** A key is a value of the user's, so no message has it. */
    private V value(@Nullable Object each) {
        try {
            return each == null ? values().ofNull() : entry.toValue(each);
        } catch (UnstorableException e) {
            throw e.in("[*]");
        }
    }

    @Override
    @SuppressWarnings("NullAway") // A map may have nulls, and says so in no type.
    public @Nullable Object toProperty(V value) {
        Map<String, @Nullable V> stored = values().map(value);
        if (stored == null) {
            return nothing(value);
        }
        Map<Object, Object> read = maker.apply(stored.size());
        for (Map.Entry<String, @Nullable V> each : stored.entrySet()) {
            read.put(key(each.getKey()), property(each.getValue()));
        }
        return read;
    }

    private Object key(String text) {
        try {
            return key.reader().apply(text);
        } catch (RuntimeException e) {
            throw UnreadableValue.in("", e, "has a key that does not fit " + describe());
        }
    }

    private String describe() {
        return Types.name(type());
    }

    @SuppressWarnings("NullAway") // As above.
    private @Nullable Object property(@Nullable V stored) {
        try {
            return entry.toProperty(stored);
        } catch (RuntimeException e) {
            throw UnreadableValue.in("[*]", e, misfit(stored, entryType));
        }
    }

    @Override
    public Parts<V> parts() {
        return Parts.ofMap(entryType, entry, key.writer());
    }

    @Override
    public boolean isAlwaysStorable() {
        return entry.isAlwaysStorable();
    }
}
