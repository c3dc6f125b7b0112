package dev.tempest.samples.musiclibrary.sdk1;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverter;
import dev.tempest.samples.discography.ReleaseDate;

/** Stores a {@link ReleaseDate} as its text. */
public final class ReleaseDateConverter implements DynamoDBTypeConverter<String, ReleaseDate> {
    @Override
    public String convert(ReleaseDate date) {
        return date.toString();
    }

    @Override
    public ReleaseDate unconvert(String stored) {
        return ReleaseDate.parse(stored);
    }
}
