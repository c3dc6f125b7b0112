package dev.tempest.samples.musiclibrary;

import dev.tempest.samples.discography.ReleaseDate;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Stores a {@link ReleaseDate} as its text. */
public final class ReleaseDateConverter implements AttributeConverter<ReleaseDate> {
    @Override
    public AttributeValue transformFrom(ReleaseDate date) {
        return AttributeValue.fromS(date.toString());
    }

    @Override
    public ReleaseDate transformTo(AttributeValue value) {
        return ReleaseDate.parse(value.s());
    }

    @Override
    public EnhancedType<ReleaseDate> type() {
        return EnhancedType.of(ReleaseDate.class);
    }

    @Override
    public AttributeValueType attributeValueType() {
        return AttributeValueType.S;
    }
}
