package dev.tempest.internal.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition as a request takes it.
 *
 * @param names by placeholder; null for none
 * @param values by placeholder; null for none
 * @param <V> the SDK's attribute value
 */
public record Rendered<V>(
        @Nullable String expression,
        @Nullable Map<String, String> names,
        @Nullable Map<String, V> values) {
    private static final Rendered<?> NONE = new Rendered<>(null, null, null);

    /** A condition; null for none. */
    @SuppressWarnings("unchecked")
    public static <V> Rendered<V> of(@Nullable Clause<V> clause) {
        if (clause == null) {
            return (Rendered<V>) NONE;
        }
        if (clause instanceof Clause.Text<V> text) {
            return new Rendered<>(
                    ExpressionLimits.requireCondition(text.expression()), orNull(text.names()), orNull(text.values()));
        }
        ExpressionWriter<V> writer = new ExpressionWriter<>(clause);
        return new Rendered<>(writer.text(clause), writer.names(), writer.values());
    }

    private static <T> @Nullable Map<String, T> orNull(@Nullable Map<String, T> meanings) {
        return meanings == null || meanings.isEmpty() ? null : meanings;
    }
}
