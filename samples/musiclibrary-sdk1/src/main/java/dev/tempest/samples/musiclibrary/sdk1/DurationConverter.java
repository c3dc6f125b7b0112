package dev.tempest.samples.musiclibrary.sdk1;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverter;
import java.math.BigDecimal;
import java.time.Duration;

/** Stores a length as its seconds, which is what SDK 2.x makes of it without being told. The mapper knows no lengths. */
public final class DurationConverter implements DynamoDBTypeConverter<BigDecimal, Duration> {
    @Override
    public BigDecimal convert(Duration length) {
        return BigDecimal.valueOf(length.toSeconds());
    }

    @Override
    public Duration unconvert(BigDecimal seconds) {
        return Duration.ofSeconds(seconds.longValueExact());
    }
}
