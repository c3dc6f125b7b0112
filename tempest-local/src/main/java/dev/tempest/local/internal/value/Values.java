package dev.tempest.local.internal.value;

import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.value.AttributeValue.Binary;
import dev.tempest.local.internal.value.AttributeValue.BinarySet;
import dev.tempest.local.internal.value.AttributeValue.ListOf;
import dev.tempest.local.internal.value.AttributeValue.MapOf;
import dev.tempest.local.internal.value.AttributeValue.NumberSet;
import dev.tempest.local.internal.value.AttributeValue.Numeric;
import dev.tempest.local.internal.value.AttributeValue.Text;
import dev.tempest.local.internal.value.AttributeValue.TextSet;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What expressions and keys ask of attribute values. */
public final class Values {
    private static final int MAX_DEPTH = 32;
    private static final int DOCUMENT_OVERHEAD = 3;
    private static final int ELEMENT_OVERHEAD = 1;

    private Values() {}

    /** Compares two scalars of the same type: texts by their UTF-8 bytes, numbers by value, bytes as unsigned. */
    public static int compare(AttributeValue left, AttributeValue right) {
        if (left instanceof Text a && right instanceof Text b) {
            return compareUtf8(a.value(), b.value());
        }
        if (left instanceof Numeric a && right instanceof Numeric b) {
            return a.value().compareTo(b.value());
        }
        if (left instanceof Binary a && right instanceof Binary b) {
            return a.value().compareTo(b.value());
        }
        return left.type().compareTo(right.type());
    }

    private static int compareUtf8(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                // In UTF-8 a surrogate pair comes after all other characters; in UTF-16 some come after it.
                boolean pairs = Character.isSurrogate(a) != Character.isSurrogate(b);
                return pairs ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b)) : a - b;
            }
        }
        return left.length() - right.length();
    }

    /** Whether values of this pair can be ordered. */
    public static boolean isComparable(AttributeValue left, AttributeValue right) {
        return left.type() == right.type() && left.type().isScalarKey();
    }

    public static boolean startsWith(AttributeValue value, AttributeValue prefix) {
        if (value instanceof Text text && prefix instanceof Text start) {
            return text.value().startsWith(start.value());
        }
        return value instanceof Binary bytes
                && prefix instanceof Binary start
                && bytes.value().startsWith(start.value());
    }

    /** Whether a text or binary has the part in it, or a set or list the element. */
    public static boolean contains(AttributeValue value, AttributeValue part) {
        if (value instanceof Text text) {
            return part instanceof Text other && text.value().contains(other.value());
        }
        if (value instanceof Binary bytes) {
            return part instanceof Binary other && bytes.value().contains(other.value());
        }
        if (value instanceof TextSet set) {
            return part instanceof Text element && set.values().contains(element.value());
        }
        if (value instanceof NumberSet set) {
            return part instanceof Numeric element && set.values().contains(element.value());
        }
        if (value instanceof BinarySet set) {
            return part instanceof Binary element && set.values().contains(element.value());
        }
        return value instanceof ListOf list && list.values().contains(part);
    }

    /** What the function size returns, which numbers and booleans do not have. */
    public static OptionalInt length(AttributeValue value) {
        if (value instanceof Text text) {
            return OptionalInt.of(text.value().length());
        }
        if (value instanceof Binary bytes) {
            return OptionalInt.of(bytes.value().length());
        }
        if (value instanceof MapOf map) {
            return OptionalInt.of(map.values().size());
        }
        Collection<?> elements = elements(value);
        return elements == null ? OptionalInt.empty() : OptionalInt.of(elements.size());
    }

    private static @Nullable Collection<?> elements(AttributeValue value) {
        if (value instanceof ListOf list) {
            return list.values();
        }
        if (value instanceof TextSet set) {
            return set.values();
        }
        if (value instanceof NumberSet set) {
            return set.values();
        }
        return value instanceof BinarySet set ? set.values() : null;
    }

    /** The size of an item or map of attributes: of all names and values. */
    public static int size(Map<String, AttributeValue> attributes) {
        int size = 0;
        for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
            size += utf8Length(attribute.getKey()) + size(attribute.getValue());
        }
        return size;
    }

    public static int size(AttributeValue value) {
        if (value instanceof Text text) {
            return utf8Length(text.value());
        }
        if (value instanceof Numeric number) {
            return number.value().size();
        }
        if (value instanceof Binary bytes) {
            return bytes.value().length();
        }
        if (value instanceof MapOf map) {
            return DOCUMENT_OVERHEAD + size(map.values()) + map.values().size() * ELEMENT_OVERHEAD;
        }
        if (value instanceof ListOf list) {
            int size = DOCUMENT_OVERHEAD;
            for (AttributeValue element : list.values()) {
                size += size(element) + ELEMENT_OVERHEAD;
            }
            return size;
        }
        if (value instanceof TextSet set) {
            return set.values().stream().mapToInt(Values::utf8Length).sum();
        }
        if (value instanceof NumberSet set) {
            return set.values().stream().mapToInt(DecimalNumber::size).sum();
        }
        if (value instanceof BinarySet set) {
            return set.values().stream().mapToInt(ByteString::length).sum();
        }
        return 1;
    }

    /** Fails if the value nests more deeply than an item can. */
    static void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw ServiceException.validation("Nesting Levels have exceeded supported limits: "
                    + "Attributes in the item have nested levels beyond supported limit");
        }
    }

    /** Fails if the value nests more deeply than one of an item can. */
    public static void checkDepth(AttributeValue value) {
        checkDepth(value, 1);
    }

    private static void checkDepth(AttributeValue value, int depth) {
        checkDepth(depth);
        if (value instanceof MapOf map) {
            map.values().values().forEach(inner -> checkDepth(inner, depth + 1));
        } else if (value instanceof ListOf list) {
            list.values().forEach(inner -> checkDepth(inner, depth + 1));
        }
    }

    public static int utf8Length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // A pair of surrogates is four bytes, two for each of them.
                length += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return length;
    }

    /** Whether this is a text or binary without content, which keys cannot be. */
    public static boolean isEmpty(AttributeValue value) {
        return (value instanceof Text text && text.value().isEmpty())
                || (value instanceof Binary bytes && bytes.value().length() == 0);
    }
}
