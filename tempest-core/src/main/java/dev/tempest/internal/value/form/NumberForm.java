package dev.tempest.internal.value.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type's values as numbers, which are those of the SDK's enhanced client.
 *
 * @param fits whether DynamoDB has a number for each of the values
 */
public record NumberForm(Function<Object, String> writer, Function<String, Object> reader, boolean fits) {
    private static final int NANO_DIGITS = 9;
    private static final Map<Class<?>, NumberForm> FORMS = forms();

    /** The form of a type that is stored as a number; null for other types. */
    public static @Nullable NumberForm of(Class<?> type) {
        return FORMS.get(type);
    }

    private static NumberForm of(Function<String, Object> reader, boolean fits) {
        return new NumberForm(Object::toString, reader, fits);
    }

    private static Map<Class<?>, NumberForm> forms() {
        Map<Class<?>, NumberForm> forms = new HashMap<>();
        forms.put(Byte.class, of(Byte::valueOf, true));
        forms.put(Short.class, of(Short::valueOf, true));
        forms.put(Integer.class, of(Integer::valueOf, true));
        forms.put(Long.class, of(Long::valueOf, true));
        forms.put(Float.class, of(NumberForm::floating, false));
        forms.put(Double.class, of(NumberForm::doubled, false));
        forms.put(BigInteger.class, of(text -> new BigDecimal(text).toBigIntegerExact(), false));
        forms.put(BigDecimal.class, of(BigDecimal::new, false));
        forms.put(AtomicInteger.class, of(text -> new AtomicInteger(Integer.parseInt(text)), true));
        forms.put(AtomicLong.class, of(text -> new AtomicLong(Long.parseLong(text)), true));
        forms.put(Year.class, of(text -> Year.of(Integer.parseInt(text)), true));
        forms.put(Duration.class, new NumberForm(time -> seconds((Duration) time), NumberForm::duration, true));
        return forms;
    }

    private static Object floating(String text) {
        float number = Float.parseFloat(text);
        if (Float.isInfinite(number)) {
            throw new IllegalArgumentException("Out of range");
        }
        return number;
    }

    private static Object doubled(String text) {
        double number = Double.parseDouble(text);
        if (Double.isInfinite(number)) {
            throw new IllegalArgumentException("Out of range");
        }
        return number;
    }

    static String seconds(Duration time) {
        return time.getNano() == 0
                ? Long.toString(time.getSeconds())
                : BigDecimal.valueOf(time.getSeconds())
                        .add(BigDecimal.valueOf(time.getNano(), NANO_DIGITS))
                        .toPlainString();
    }

    static Duration duration(String text) {
        BigDecimal seconds = new BigDecimal(text);
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        return Duration.ofSeconds(
                whole.longValueExact(),
                seconds.subtract(whole).movePointRight(NANO_DIGITS).longValueExact());
    }
}
