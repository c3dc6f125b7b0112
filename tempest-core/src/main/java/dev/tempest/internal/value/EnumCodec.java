package dev.tempest.internal.value;

import dev.tempest.Fallback;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.UnreadableValue;
import dev.tempest.internal.codec.UnstorableException;
import dev.tempest.internal.schema.DeepValues;
import dev.tempest.internal.schema.StoredText;
import dev.tempest.internal.value.form.TextForm;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores the constants of an enum as the SDK's enhanced client does: by what {@code toString()} says, once and for all. */
final class EnumCodec<V> extends ValueCodec<V> {
    private final TextForm form;

    private EnumCodec(Class<?> type, DeepValues<V> values, TextForm form) {
        super(type, values);
        this.form = form;
    }

    static <V> EnumCodec<V> of(Class<?> type, DeepValues<V> values) {
        return new EnumCodec<>(type, values, form(type));
    }

    /** The constants as texts. */
    static TextForm form(Class<?> type) {
        Map<String, Object> constants = new HashMap<>();
        Map<Object, String> texts = new HashMap<>();
        Object fallback = null;
        for (Object constant : type.getEnumConstants()) {
            Enum<?> each = (Enum<?>) constant;
            String text = String.valueOf(each);
            texts.put(each, text);
            Object other = constants.put(text, each);
            if (other != null) {
                throw ModelError.of(
                        type,
                        each.name(),
                        "is stored as its toString(), which is that of " + ((Enum<?>) other).name() + " too",
                        "Let toString() return another text for each constant");
            }
            if (!StoredText.isWhole(text)) {
                throw ModelError.of(
                        type,
                        each.name(),
                        "is stored as its toString(), which " + StoredText.PROBLEM,
                        "Let toString() return another text");
            }
            if (isFallback(each)) {
                if (fallback != null) {
                    throw ModelError.of(
                            type,
                            each.name(),
                            "is a @Fallback, and so is " + fallbackName(fallback),
                            "Keep one of them");
                }
                fallback = each;
            }
        }
        Object unknown = fallback;
        return new TextForm(texts::get, text -> constant(type, constants.getOrDefault(text, unknown)));
    }

    private static String fallbackName(Object constant) {
        return ((Enum<?>) constant).name();
    }

    private static boolean isFallback(Enum<?> constant) {
        try {
            return constant.getDeclaringClass().getField(constant.name()).isAnnotationPresent(Fallback.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object constant(Class<?> type, @Nullable Object found) {
        if (found == null) {
            throw new UnreadableValue("is not a constant of " + ModelError.name(type));
        }
        return found;
    }

    @Override
    public String kind() {
        return "S";
    }

    @Override
    public V toValue(Object property) {
        if (!(property instanceof Enum)) {
            throw UnstorableException.of("is not a constant of an enum");
        }
        return values().ofText(form.writer().apply(property));
    }

    @Override
    public @Nullable Object toProperty(V value) {
        String text = values().text(value);
        return text != null ? form.reader().apply(text) : nothing(value);
    }

    @Override
    public boolean isAlwaysStorable() {
        return true;
    }
}
