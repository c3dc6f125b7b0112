package dev.tempest.internal.unique;

import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.schema.Values;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One property whose values are unique, or several whose combination is.
 *
 * @param name as the companion items have it
 * @param <V> the SDK's attribute value
 */
public record UniqueRule<V>(String name, List<Binding<V>> bindings) {
    /** A sort key, which the text becomes too, takes 1,024 bytes. */
    private static final int LONGEST = 1_000;

    /** The names of the properties. */
    public List<String> properties() {
        return bindings.stream().map(binding -> binding.property().name()).toList();
    }

    /** The properties as messages name them. */
    public String describe() {
        return bindings.size() == 1
                ? bindings.get(0).property().toString()
                : "The combination of "
                        + bindings.stream()
                                .map(binding -> binding.property().toString())
                                .collect(Collectors.joining(" and "));
    }

    /** The attributes that are looked at. */
    List<String> attributes() {
        return bindings.stream().map(binding -> binding.attributes()[0]).toList();
    }

    /** Whether both keep the same values of the same attributes. */
    boolean isLike(UniqueRule<V> other) {
        return name.equals(other.name) && attributes().equals(other.attributes());
    }

    /**
     * The text that stands for the values of a row, another text for other values; null if the row claims none.
     *
     * @throws IllegalArgumentException if a value is of a type that cannot be unique
     */
    @Nullable String textOf(Map<String, V> row, Values<V> values) {
        StringBuilder text = new StringBuilder();
        for (Binding<V> binding : bindings) {
            V value = values.presentIn(row, binding.attributes()[0]);
            if (value == null || isBarePrefix(binding, value, values)) {
                return null;
            }
            text.append(text.length() == 0 ? "" : "#").append(text(binding, value, values));
        }
        String head = UniqueTable.PREFIX + name + "#";
        String whole = head + text;
        return whole.getBytes(StandardCharsets.UTF_8).length <= LONGEST ? whole : head + "sha256:" + digest(text);
    }

    /** Null is stored as the prefix alone where the attribute must not be absent. */
    private static <V> boolean isBarePrefix(Binding<V> binding, V value, Values<V> values) {
        return !binding.omitsNull()
                && binding.prefix() != null
                && binding.prefix().equals(values.text(value));
    }

    private static <V> String text(Binding<V> binding, V value, Values<V> values) {
        String text = values.text(value);
        if (text != null) {
            // What parts the values of a combination must not stand in one of them.
            return "S:" + text.replace("\\", "\\\\").replace("#", "\\#");
        }
        Object neutral = values.isNumber(value) || values.isBinary(value) ? values.neutral(value) : null;
        if (neutral instanceof BigDecimal number) {
            return "N:" + number.stripTrailingZeros();
        }
        if (neutral instanceof ByteBuffer bytes) {
            byte[] array = new byte[bytes.remaining()];
            bytes.duplicate().get(array);
            return "B:" + Base64.getUrlEncoder().withoutPadding().encodeToString(array);
        }
        throw new IllegalArgumentException(binding.property() + " is @Unique, but is stored as " + values.kind(value)
                + ". Store it as a string, a number or bytes.");
    }

    private static String digest(CharSequence text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
