package dev.tempest.sdk2;

import dev.tempest.internal.codec.order.SortableInstant;
import java.time.Instant;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Stores an {@link Instant} as text of one length, such as {@code 2026-03-01T10:00:00.000000000Z}, which DynamoDB sorts by time.
 * The SDK's own converter writes as many digits as are needed, and {@code 10:00:00.5Z} sorts before {@code 10:00:00Z}: so an
 * {@code Instant} in a sort key needs this one. Put
 * {@code @DynamoDbConvertedBy(SortableInstantConverter.class)} on its getter in the raw item type.
 *
 * <p>It takes the years 0 to 9999, and reads only what it writes: an item under a key in another form could not be loaded by the
 * key that was read. It throws an {@link IllegalArgumentException} for anything else.
 */
public final class SortableInstantConverter implements AttributeConverter<Instant> {
    /** A converter; the SDK makes one on its own. */
    public SortableInstantConverter() {}

    @Override
    public AttributeValue transformFrom(Instant instant) {
        return AttributeValue.fromS(SortableInstant.format(instant));
    }

    @Override
    public Instant transformTo(AttributeValue value) {
        String text = value.s();
        if (text == null) {
            throw new IllegalArgumentException("A value of type " + value.type() + " is not an instant.");
        }
        return SortableInstant.parse(text);
    }

    @Override
    public EnhancedType<Instant> type() {
        return EnhancedType.of(Instant.class);
    }

    @Override
    public AttributeValueType attributeValueType() {
        return AttributeValueType.S;
    }
}
