package dev.tempest.internal.locking;

import dev.tempest.CreatedAt;
import dev.tempest.EpochUnit;
import dev.tempest.ExpiresAt;
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
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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
    private static final Instant PROBE = Instant.ofEpochSecond(1_582_243_200);

    private final Binding<V> binding;
    private final String mark;
    private final When when;
    private final Function<Instant, Object> form;

    /** When a time is set. */
    private enum When {
        /** In a new item, which then keeps it. */
        CREATION,
        /** In a new item that carries none; it may be changed afterwards. */
        FIRST,
        EACH_WRITE,
        /** By the caller alone. */
        NEVER
    }

    private TimeRule(Binding<V> binding, String mark, When when, Function<Instant, Object> form) {
        this.binding = binding;
        this.mark = mark;
        this.when = when;
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
        if (marks.get(0) instanceof ExpiresAt expiry) {
            return ofExpiry(expiry, binding, form, table.values());
        }
        return new TimeRule<>(binding, mark, marks.get(0) instanceof CreatedAt ? When.CREATION : When.EACH_WRITE, form);
    }

    private static <V> TimeRule<V> ofExpiry(
            ExpiresAt expiry, Binding<V> binding, Function<Instant, Object> form, Values<V> values) {
        Property property = binding.property();
        V stored = binding.toValue(form.apply(PROBE));
        if (!values.isNumber(stored)
                || ((BigDecimal) values.neutral(stored)).compareTo(BigDecimal.valueOf(PROBE.getEpochSecond())) != 0) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is the @ExpiresAt, but is not stored as the number of seconds since 1970, which DynamoDB needs",
                    "Make it a Long, or give it a converter that stores that number");
        }
        if (expiry.after().isEmpty()) {
            return new TimeRule<>(binding, name(expiry), When.NEVER, form);
        }
        Duration lifetime = lifetime(expiry.after());
        if (lifetime == null || lifetime.isZero() || lifetime.isNegative()) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is the @ExpiresAt after " + expiry.after() + ", which must be a duration of more than zero",
                    "Write it as Duration.parse reads it, such as P30D or PT12H");
        }
        When when = expiry.from() == ExpiresAt.From.CREATION ? When.FIRST : When.EACH_WRITE;
        return new TimeRule<>(binding, name(expiry), when, now -> form.apply(now.plus(lifetime)));
    }

    private static @Nullable Duration lifetime(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String name(Annotation annotation) {
        return "@" + annotation.annotationType().getSimpleName();
    }

    private static EpochUnit unit(Annotation mark) {
        if (mark instanceof CreatedAt created) {
            return created.unit();
        }
        return mark instanceof UpdatedAt updated ? updated.unit() : EpochUnit.SECONDS;
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

    /** Whether the time is when the item expires. */
    public boolean isExpiry() {
        return mark.equals("@ExpiresAt");
    }

    /**
     * Checks that an expiry is where DynamoDB looks for it.
     *
     * @param timeToLive the attribute that the table's interface names; null for none
     * @throws IllegalArgumentException if it is not
     */
    public void requireIn(@Nullable String timeToLive, Class<?> tableType) {
        Property property = binding.property();
        if (timeToLive == null) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is the @ExpiresAt, but " + ModelError.name(tableType) + " has no @TimeToLive, by which DynamoDB"
                            + " would delete the item",
                    "Put @TimeToLive(\"" + binding.attributes()[0] + "\") on it");
        }
        if (!binding.stores(timeToLive)) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is the @ExpiresAt, but is stored in " + binding.attributes()[0] + ", and "
                            + ModelError.name(tableType) + " has @TimeToLive(\"" + timeToLive + "\")",
                    "Name the same attribute in both");
        }
    }

    /**
     * Checks, where expired items count as absent, that an item without an expiry is not stored with 0, which is long past.
     *
     * @param tableType the table's interface, which says so
     * @throws IllegalArgumentException if it is
     */
    public void requireNoZero(Class<?> tableType) {
        if (!isSet() && binding.property().isPrimitive()) {
            throw ModelError.of(
                    binding.property().owner(),
                    binding.property().name(),
                    "is the @ExpiresAt and cannot be null, so that an item without an expiry has 0, which is long past, and "
                            + ModelError.name(tableType) + " has hideExpired = true",
                    "Make it a Long, and leave it null for an item that does not expire");
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
        return when == When.CREATION || when == When.FIRST;
    }

    /** Whether a stored item keeps the time. */
    public boolean isKept() {
        return when == When.CREATION;
    }

    /** Whether the library sets the time at all. */
    public boolean isSet() {
        return when != When.NEVER;
    }

    /** The annotation, as messages name it. */
    public String mark() {
        return mark;
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
        if (!binding.stores(attribute) || when == When.FIRST) {
            return null;
        }
        return "is the " + mark + ", which " + (isKept() ? "an item keeps" : "every change sets") + ". Leave it out";
    }
}
