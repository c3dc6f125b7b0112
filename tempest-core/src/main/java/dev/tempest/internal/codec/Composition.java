package dev.tempest.internal.codec;

import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.Values;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that is made of several properties: a head, and each property's text with what stands after it. The head is the
 * prefix of the attribute, and is not part of {@link #text}.
 */
public final class Composition {
    private final String attribute;
    private final String head;
    private final Part[] parts;
    private final Property property;

    /**
     * A property in a composed attribute.
     *
     * @param after the text between it and the next part, or the end; empty for nothing, which only the last part has
     */
    record Part(Property property, PartFormat format, String after) {
        String text(Object owner, String attribute) {
            Object value = property.get(owner);
            return value == null ? "" : textOf(value, attribute);
        }

        String textOf(Object value, String attribute) {
            String text;
            try {
                text = format.toText().apply(value);
            } catch (UnstorableException e) {
                throw e.in(property.toString());
            } catch (IllegalArgumentException e) {
                throw unstorable(String.valueOf(e.getMessage()), attribute);
            }
            if (text.isEmpty()) {
                throw unstorable("is empty", attribute);
            }
            if (!after.isEmpty() && (text + after).indexOf(after) != text.length()) {
                throw unstorable("contains \"" + after + "\", or the end of it", attribute);
            }
            return text;
        }

        private UnstorableException unstorable(String reason, String attribute) {
            return UnstorableException.because(
                            reason + ", and so cannot be stored as a part of attribute " + attribute, null)
                    .in(property.toString());
        }

        boolean isLike(Part other) {
            return property.name().equals(other.property.name())
                    && format.width() == other.format.width()
                    && after.equals(other.after);
        }
    }

    /**
     * The first parts of a key.
     *
     * @param text with the head, and with what stands after the last of them
     * @param group the same without the last of them; what all keys begin with that a range can find
     * @param count how many parts there are
     */
    public record Leading(String text, String group, int count, boolean isComplete) {}

    private Composition(Class<?> owner, String attribute, String head, Part[] parts) {
        this.attribute = attribute;
        this.head = head;
        this.parts = parts;
        this.property = Property.computed(owner, attribute, String.class, Text.HANDLE.bindTo(this), Text.METHOD);
    }

    static Composition of(Class<?> owner, String attribute, String head, List<Part> parts) {
        return new Composition(owner, attribute, head, parts.toArray(new Part[0]));
    }

    /** The same of another type, which has properties of the same names. */
    public Composition of(Class<?> owner, UnaryOperator<Property> properties) {
        List<Part> others = new ArrayList<>();
        for (Part part : parts) {
            others.add(new Part(properties.apply(part.property()), part.format(), part.after()));
        }
        return of(owner, attribute, head, others);
    }

    public String attribute() {
        return attribute;
    }

    /** What every value begins with; empty for nothing. */
    public String head() {
        return head;
    }

    /** Whether no property is in it, so that all items have the same. */
    public boolean isConstant() {
        return parts.length == 0;
    }

    /** The attribute as a property that the type computes. */
    public Property property() {
        return property;
    }

    public List<Property> parts() {
        List<Property> properties = new ArrayList<>();
        for (Part part : parts) {
            properties.add(part.property());
        }
        return properties;
    }

    /** Whether the attribute is made of the property. */
    public boolean isMadeOf(String name) {
        return index(name) >= 0;
    }

    private int index(String name) {
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].property().name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether both make the same of equal properties. */
    public boolean isLike(Composition other) {
        if (!head.equals(other.head) || parts.length != other.parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isLike(other.parts[i])) {
                return false;
            }
        }
        return true;
    }

    /** Reads one of the properties from the attribute. */
    public <V> AttributeCodec<V> codec(String name, Values<V> values) {
        return new PartCodec<>(this, index(name), values);
    }

    /**
     * The attribute without its head; null if one of the properties is.
     *
     * @throws IllegalArgumentException if one of the properties cannot be a part of it
     */
    @Nullable String text(Object owner) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            String own = part.text(owner, attribute);
            if (own.isEmpty()) {
                return null;
            }
            text.append(own).append(part.after());
        }
        return text.toString();
    }

    /**
     * The attribute without its head, of the values of its properties; null if one of them is.
     *
     * @throws IllegalArgumentException if one of the values cannot be a part of it
     */
    @Nullable String textOf(Function<Property, @Nullable Object> values) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            Object value = values.apply(part.property());
            if (value == null) {
                return null;
            }
            text.append(part.textOf(value, attribute)).append(part.after());
        }
        return text.toString();
    }

    /** The first of the properties that is null. */
    Property lacking(Object owner) {
        for (Part part : parts) {
            if (part.property().get(owner) == null) {
                return part.property();
            }
        }
        return property;
    }

    /**
     * As much of the attribute as a key gives.
     *
     * @throws IllegalArgumentException if the key lacks a part and gives a later one
     */
    public Leading leading(Object key) {
        StringBuilder text = new StringBuilder(head);
        String group = head;
        int count = 0;
        for (Part part : parts) {
            String own = part.text(key, attribute);
            if (own.isEmpty()) {
                break;
            }
            group = text.toString();
            text.append(own).append(part.after());
            count++;
        }
        for (int i = count + 1; i < parts.length; i++) {
            if (parts[i].property().get(key) != null && !parts[i].property().isPrimitive()) {
                throw new IllegalArgumentException(parts[count].property() + " is null in the key, but "
                        + parts[i].property() + ", which comes after it in " + attribute
                        + ", is not. Leave out parts from the end only.");
            }
        }
        return new Leading(text.toString(), group, count, count == parts.length);
    }

    /**
     * Checks that a range of keys has the order of the last property that is given.
     *
     * @throws IllegalArgumentException if the values of the property are stored in another order
     */
    public void requireOrder(Leading bound, String condition) {
        Part last = isConstant() ? null : parts[Math.max(bound.count() - 1, 0)];
        if (last != null && !last.format().isOrdered()) {
            throw new IllegalArgumentException(condition + " compares " + last.property()
                    + ", but its values are not stored in their order in Java, such as an enum's constants that are not"
                    + " declared in the order of their names. Use EqualTo or BeginsWith.");
        }
    }

    /**
     * One of the properties in the attribute.
     *
     * @throws IllegalArgumentException if the template does not make such a text
     */
    Object part(int index, String stored) {
        if (!stored.startsWith(head)) {
            throw notMade();
        }
        int start = head.length();
        for (int i = 0; ; i++) {
            String after = parts[i].after();
            int end = i == parts.length - 1 ? stored.length() - after.length() : stored.indexOf(after, start);
            if (end <= start || (i == parts.length - 1 && !stored.endsWith(after))) {
                throw notMade();
            }
            if (i == index) {
                return parts[i].format().toValue().apply(stored.substring(start, end));
            }
            start = end + after.length();
        }
    }

    private IllegalArgumentException notMade() {
        return new IllegalArgumentException("The text is not one of " + this + ".");
    }

    /** The template. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(head);
        for (Part part : parts) {
            text.append('{').append(part.property().name());
            if (part.format().width() > 0) {
                text.append(':').append(part.format().width());
            }
            text.append('}').append(part.after());
        }
        return text.toString();
    }

    private static final class Text {
        static final MethodHandle HANDLE;
        static final Method METHOD;

        static {
            try {
                HANDLE = MethodHandles.lookup()
                        .findVirtual(Composition.class, "text", MethodType.methodType(String.class, Object.class));
                METHOD = Composition.class.getDeclaredMethod("text", Object.class);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("text", e);
            }
        }
    }
}
