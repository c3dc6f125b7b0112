package dev.tempest.internal.locking;

import dev.tempest.CreatedAt;
import dev.tempest.EpochUnit;
import dev.tempest.UpdatedAt;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.RawTable;
import dev.tempest.internal.schema.Values;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property that holds when its item was created, or written last.
 *
 * @param <V> the SDK's attribute value
 */
public final class TimeRule<V> {
    private final Binding<V> binding;
    private final String mark;
    private final boolean once;
    private final Function<Instant, Object> form;

    private TimeRule(Binding<V> binding, String mark, boolean once, Function<Instant, Object> form) {
        this.binding = binding;
        this.mark = mark;
        this.once = once;
        this.form = form;
    }

    /**
     * The rule of a property that is marked so.
     *
     * @return null for any other property
     * @throws IllegalArgumentException if the property cannot hold it
     */
    public static <V> @Nullable TimeRule<V> of(Binding<V> binding, RawTable<V> table) {
        Property property = binding.property();
        List<Annotation> marks = property.times();
        if (marks.isEmpty()) {
            return null;
        }
        String mark = name(marks.get(0));
        if (property.isVersion() || marks.size() > 1) {
            boolean isTwice = !property.isVersion() && name(marks.get(1)).equals(mark);
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    isTwice
                            ? "has one " + mark + " on its field and another on its accessor"
                            : "is the " + mark + ", and the " + (property.isVersion() ? "@Version" : name(marks.get(1)))
                                    + " too",
                    isTwice ? "Keep one of them" : "Keep one of them, and give the other a property of its own");
        }
        Function<Instant, Object> form = form(property.type(), unit(marks.get(0)));
        if (form == null) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is the " + mark + ", but is " + Types.aName(property.type()),
                    "Make it an Instant, a long or a java.util.Date");
        }
        if (binding.isPart()) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is the " + mark + ", but is stored only as a part of " + binding.attributes()[0],
                    "Give it an attribute of its own, too");
        }
        for (String attribute : binding.attributes()) {
            if (table.key().contains(attribute)) {
                throw ofKey(property, mark, attribute);
            }
        }
        if (property.isComputed()) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is the " + mark + ", but is computed, so a stored time cannot be read into it",
                    "Let the constructor take it");
        }
        return new TimeRule<>(binding, mark, marks.get(0) instanceof CreatedAt, form);
    }

    private static String name(Annotation annotation) {
        return "@" + annotation.annotationType().getSimpleName();
    }

    private static EpochUnit unit(Annotation mark) {
        return mark instanceof CreatedAt created ? created.unit() : ((UpdatedAt) mark).unit();
    }

    private static @Nullable Function<Instant, Object> form(Type type, EpochUnit unit) {
        Type plain = Types.plain(type);
        if (plain == Instant.class) {
            return instant -> instant;
        } else if (plain == Date.class) {
            return Date::from;
        } else if (plain == Long.class) {
            return unit == EpochUnit.SECONDS ? Instant::getEpochSecond : Instant::toEpochMilli;
        }
        return null;
    }

    /** What to throw where the key of the table, which names an item, would be made by the library. */
    private static IllegalArgumentException ofKey(Property property, String mark, String attribute) {
        return ModelError.of(
                property.owner(),
                property.name(),
                "is the " + mark + ", but is stored in " + attribute
                        + ", a key attribute of the table, which the caller" + " gives and which cannot change",
                "Remove the annotation and set the time yourself, or store it in another attribute");
    }

    /** Checks that a key attribute of the table is not made of the property, among others. */
    public void requireNoPartOf(Map<String, String> tableKeyParts) {
        String attribute = tableKeyParts.get(name());
        if (attribute != null) {
            throw ofKey(binding.property(), mark, attribute);
        }
    }

    /** Checks that another property is not marked alike. */
    public void requireOther(TimeRule<V> other) {
        if (mark.equals(other.mark)) {
            throw ModelError.of(
                    binding.property().owner(),
                    binding.property().name(),
                    "is the " + mark + ", and so is " + other.binding.property(),
                    "Keep one of them");
        }
    }

    /** Checks that an annotation of the SDK does not set the time, too. */
    public void requireAlone(String attribute, Class<?> owner, String annotation) {
        if (binding.stores(attribute)) {
            throw ModelError.of(
                    binding.property().owner(),
                    binding.property().name(),
                    "is the " + mark + ", but " + ModelError.name(owner) + " has " + annotation + " on " + attribute,
                    "Keep one of them");
        }
    }

    /** The name of the property. */
    public String name() {
        return binding.property().name();
    }

    public String[] attributes() {
        return binding.attributes();
    }

    /** Whether the time is set in a new item only, and not by each write. */
    public boolean isSetOnce() {
        return once;
    }

    /** The time as it is stored. */
    public V at(Instant instant) {
        return binding.toValue(form.apply(instant));
    }

    /** The time that a row has; null for none. */
    public @Nullable V in(Map<String, V> row, Values<V> values) {
        V stored = values.presentIn(row, binding.attributes()[0]);
        boolean isZero = stored != null
                && binding.property().isPrimitive()
                && values.isNumber(stored)
                && ((BigDecimal) values.neutral(stored)).signum() == 0;
        return isZero ? null : stored;
    }

    /** Why a caller must not change the attribute; null for another attribute. */
    public @Nullable String reservation(String attribute) {
        if (!binding.stores(attribute)) {
            return null;
        }
        return "is the " + mark + ", which " + (once ? "an item keeps" : "every change sets") + ". Leave it out";
    }
}
