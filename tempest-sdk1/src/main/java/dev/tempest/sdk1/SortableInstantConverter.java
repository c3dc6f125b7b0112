package dev.tempest.sdk1;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverter;
import dev.tempest.internal.codec.order.SortableInstant;
import java.time.Instant;

/**
 * Stores an {@link Instant} as text of one length, such as {@code 2026-03-01T10:00:00.000000000Z}, which DynamoDB sorts by time.
 * Put
 * {@code @DynamoDBTypeConverted(converter = SortableInstantConverter.class)} on its getter in the raw item type.
 *
 * <p>It takes the years 0 to 9999, and reads only what it writes: an item under a key in another form could not be loaded by the
 * key that was read. It throws an {@link IllegalArgumentException} for anything else.
 */
public final class SortableInstantConverter implements DynamoDBTypeConverter<String, Instant> {
    /** A converter; the mapper makes one on its own. */
    public SortableInstantConverter() {}

    @Override
    public String convert(Instant instant) {
        return SortableInstant.format(instant);
    }

    @Override
    public Instant unconvert(String text) {
        return SortableInstant.parse(text);
    }
}
