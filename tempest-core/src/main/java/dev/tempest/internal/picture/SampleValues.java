package dev.tempest.internal.picture;

import dev.tempest.internal.reflect.ItemFactory;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.TypeModel;
import dev.tempest.internal.reflect.Types;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values for properties of which nothing is known but name and type: always the same, and the same for equal names. */
final class SampleValues {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 5, 1, 9, 30);

    private static final Map<Class<?>, Object> BY_TYPE = Map.ofEntries(
            Map.entry(Boolean.class, true),
            Map.entry(Byte.class, (byte) 1),
            Map.entry(Short.class, (short) 1),
            Map.entry(Integer.class, 1),
            Map.entry(Long.class, 1L),
            Map.entry(Float.class, 1.5f),
            Map.entry(Double.class, 1.5),
            Map.entry(Character.class, 'a'),
            Map.entry(BigInteger.class, BigInteger.ONE),
            Map.entry(BigDecimal.class, new BigDecimal("1.50")),
            Map.entry(UUID.class, new UUID(0x1234567812344678L, 0x8123456789abcdefL)),
            Map.entry(Instant.class, TIME.toInstant(ZoneOffset.UTC)),
            Map.entry(LocalDate.class, TIME.toLocalDate()),
            Map.entry(LocalTime.class, TIME.toLocalTime()),
            Map.entry(LocalDateTime.class, TIME),
            Map.entry(OffsetDateTime.class, TIME.atOffset(ZoneOffset.UTC)),
            Map.entry(ZonedDateTime.class, TIME.atZone(ZoneOffset.UTC)),
            Map.entry(Duration.class, Duration.ofMinutes(3)),
            Map.entry(Year.class, Year.of(2026)),
            Map.entry(YearMonth.class, YearMonth.of(2026, 5)),
            Map.entry(URI.class, URI.create("https://example.org/")),
            Map.entry(Locale.class, Locale.ENGLISH));

    private SampleValues() {}

    /** A value of a type; null if there is none to be had. */
    static @Nullable Object of(String name, Type declared) {
        Type type = Types.plain(declared);
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(name, generic);
        }
        if (!(type instanceof Class<?> plain)) {
            return null;
        }
        if (plain == String.class) {
            return text(name);
        }
        if (plain.isEnum()) {
            Object[] constants = plain.getEnumConstants();
            return constants.length == 0 ? null : constants[0];
        }
        if (plain == byte[].class) {
            return text(name).getBytes(StandardCharsets.UTF_8);
        }
        Object known = BY_TYPE.get(plain);
        return known != null || plain.getName().startsWith("java.") ? known : object(plain);
    }

    /** Letters and a digit, so that no separator of a key is in it. */
    private static String text(String name) {
        StringBuilder text = new StringBuilder();
        boolean beginsWord = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                text.append(beginsWord && text.length() > 0 ? Character.toUpperCase(c) : c);
            }
            beginsWord = !Character.isLetterOrDigit(c);
        }
        return text.append('1').toString();
    }

    private static @Nullable Object ofGeneric(String name, ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        Object last = of(name, arguments[arguments.length - 1]);
        if (last == null || !(type.getRawType() instanceof Class<?> raw)) {
            return null;
        }
        if (raw == Optional.class) {
            return Optional.of(last);
        }
        if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
            return List.of(last);
        }
        if (raw == Set.class) {
            return Set.of(last);
        }
        Object key = of(name, arguments[0]);
        return raw == Map.class && key != null ? Map.of(key, last) : null;
    }

    private static @Nullable Object object(Class<?> type) {
        try {
            return object(TypeModel.ofValue(type));
        } catch (RuntimeException | StackOverflowError e) {
            // A type that contains itself has no sample, and a constructor may want other values.
            return null;
        }
    }

    /** An object whose properties all have samples, as far as there are any. */
    static <T> T object(TypeModel<T> model) {
        ItemFactory<T> factory = model.factory();
        @Nullable Object[] arguments = new Object[factory.parameterCount()];
        for (Property property : model.properties()) {
            if (property.parameter() != Property.NONE) {
                arguments[property.parameter()] = of(property.name(), property.type());
            }
        }
        T made = factory.make(arguments);
        for (Property property : model.properties()) {
            Object value = property.isSet() ? of(property.name(), property.type()) : null;
            if (value != null) {
                set(property, made, value);
            }
        }
        return made;
    }

    private static void set(Property property, Object made, Object value) {
        try {
            property.set(made, value);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalArgumentException(property + " cannot be set.", e);
        }
    }
}
