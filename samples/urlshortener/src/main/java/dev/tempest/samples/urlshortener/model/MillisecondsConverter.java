package dev.tempest.samples.urlshortener.model;

import java.time.Instant;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Stores a time as a number of milliseconds. The SDK would store it as text with as many digits as it needs, and DynamoDB
 * sorts {@code 12:00:00Z} after {@code 12:00:00.5Z}.
 */
public final class MillisecondsConverter implements AttributeConverter<Instant> {
    @Override
    public AttributeValue transformFrom(Instant time) {
        return AttributeValue.fromN(Long.toString(time.toEpochMilli()));
    }

    @Override
    public Instant transformTo(AttributeValue value) {
        return Instant.ofEpochMilli(Long.parseLong(value.n()));
    }

    @Override
    public EnhancedType<Instant> type() {
        return EnhancedType.of(Instant.class);
    }

    @Override
    public AttributeValueType attributeValueType() {
        return AttributeValueType.N;
    }
}
