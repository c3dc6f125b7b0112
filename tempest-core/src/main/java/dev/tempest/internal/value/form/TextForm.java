package dev.tempest.internal.value.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A type's values as texts, which are those of the SDK's enhanced client. */
public record TextForm(Function<Object, String> writer, Function<String, Object> reader) {
    private static final Map<Class<?>, TextForm> TEXTS = texts();
    private static final Map<Class<?>, TextForm> KEYS = keys();

    /** The form of a type that is stored as a text; null for other types. */
    public static @Nullable TextForm of(Class<?> type) {
        return TEXTS.get(type);
    }

    /** The form of a map's keys: of some types that are stored as something else, too. */
    public static @Nullable TextForm ofKey(Class<?> type) {
        TextForm text = TEXTS.get(type);
        return text != null && type != char[].class ? text : KEYS.get(type);
    }

    private static TextForm of(Function<String, Object> reader) {
        return new TextForm(Object::toString, reader);
    }

    @SuppressWarnings("JdkObsolete") // A program may have a StringBuffer, whether it should or not.
    private static Map<Class<?>, TextForm> texts() {
        Map<Class<?>, TextForm> forms = new HashMap<>();
        forms.put(String.class, new TextForm(text -> (String) text, text -> text));
        forms.put(CharSequence.class, new TextForm(Object::toString, text -> text));
        forms.put(StringBuilder.class, new TextForm(Object::toString, StringBuilder::new));
        forms.put(StringBuffer.class, new TextForm(Object::toString, StringBuffer::new));
        forms.put(char[].class, new TextForm(chars -> new String((char[]) chars), String::toCharArray));
        forms.put(Character.class, of(TextForm::character));
        forms.put(Instant.class, of(Instant::parse));
        forms.put(LocalDate.class, of(LocalDate::parse));
        forms.put(LocalDateTime.class, of(LocalDateTime::parse));
        forms.put(LocalTime.class, of(LocalTime::parse));
        forms.put(MonthDay.class, of(MonthDay::parse));
        forms.put(OffsetDateTime.class, of(OffsetDateTime::parse));
        forms.put(OffsetTime.class, of(OffsetTime::parse));
        forms.put(Period.class, of(Period::parse));
        forms.put(YearMonth.class, of(YearMonth::parse));
        forms.put(ZonedDateTime.class, of(ZonedDateTime::parse));
        forms.put(ZoneId.class, of(ZoneId::of));
        forms.put(ZoneOffset.class, of(ZoneOffset::of));
        forms.put(UUID.class, of(UUID::fromString));
        forms.put(URI.class, new TextForm(Object::toString, URI::create));
        forms.put(URL.class, new TextForm(Object::toString, TextForm::url));
        forms.put(Locale.class, new TextForm(locale -> ((Locale) locale).toLanguageTag(), Locale::forLanguageTag));
        forms.put(
                Currency.class,
                new TextForm(currency -> ((Currency) currency).getCurrencyCode(), Currency::getInstance));
        return forms;
    }

    private static Map<Class<?>, TextForm> keys() {
        Map<Class<?>, TextForm> forms = new HashMap<>();
        forms.put(Boolean.class, of(TextForm::bool));
        forms.put(Byte.class, of(Byte::valueOf));
        forms.put(Short.class, of(Short::valueOf));
        forms.put(Integer.class, of(Integer::valueOf));
        forms.put(Long.class, of(Long::valueOf));
        forms.put(Float.class, of(Float::valueOf));
        forms.put(Double.class, of(Double::valueOf));
        forms.put(BigInteger.class, of(BigInteger::new));
        forms.put(BigDecimal.class, of(BigDecimal::new));
        forms.put(Duration.class, of(Duration::parse));
        forms.put(Year.class, of(Year::parse));
        return forms;
    }

    private static Object character(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException("Not one character");
        }
        return text.charAt(0);
    }

    private static Object bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("Neither true nor false");
        }
        return text.equals("true");
    }

    private static Object url(String text) {
        try {
            return new URL(text);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
