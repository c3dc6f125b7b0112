package dev.tempest.internal.write;

import dev.tempest.internal.expression.AttributePath;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.schema.Values;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When the items of a table expire that reads are to leave out. As DynamoDB sees it, an attribute that is absent, or no number,
 * says that an item does not expire.
 *
 * @param attribute holds the seconds since 1970
 * @param clock of the database
 * @param <V> the SDK's attribute value
 */
public record Expiry<V>(String attribute, Clock clock, Values<V> values) {

    /** That an item is past its expiry. */
    public Clause<V> isPast(Nonces nonces) {
        // An attribute that is absent, or of another type, compares as false with every number.
        return new Clause.Comparison<>(
                AttributePath.of(attribute),
                "<=",
                values.ofNumber(BigDecimal.valueOf(nonces.now(clock).getEpochSecond())));
    }

    /** That an item is not past its expiry; holds for an absent item, too. */
    public Clause<V> isNotPast(Nonces nonces) {
        return new Clause.Not<>(isPast(nonces));
    }

    /** Whether a row is of an item that is past its expiry. */
    public boolean isPast(Map<String, V> row) {
        V stored = values.presentIn(row, attribute);
        return stored != null
                && values.isNumber(stored)
                && ((BigDecimal) values.neutral(stored))
                                .compareTo(BigDecimal.valueOf(clock.instant().getEpochSecond()))
                        <= 0;
    }

    /** The row; null if its item is past its expiry. */
    public @Nullable Map<String, V> unlessPast(@Nullable Map<String, V> row) {
        return row == null || isPast(row) ? null : row;
    }
}
