package dev.tempest.samples.musiclibrary;

import dev.tempest.samples.items.AlbumTrack;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Stores the tracks of a playlist as a list of maps: a key type is no bean, so the SDK needs to be told how. */
public final class TrackKeysConverter implements AttributeConverter<List<AlbumTrack.Key>> {
    @Override
    public AttributeValue transformFrom(List<AlbumTrack.Key> keys) {
        return AttributeValue.fromL(keys.stream()
                .map(key -> AttributeValue.fromM(Map.of(
                        "album_token", AttributeValue.fromS(key.album_token()),
                        "track_token", AttributeValue.fromS(key.track_token()))))
                .toList());
    }

    @Override
    public List<AlbumTrack.Key> transformTo(AttributeValue value) {
        return value.l().stream()
                .map(AttributeValue::m)
                .map(key -> new AlbumTrack.Key(token(key, "album_token"), token(key, "track_token")))
                .toList();
    }

    private static String token(Map<String, AttributeValue> key, String name) {
        return Objects.requireNonNull(key.get(name), () -> "A track of a playlist lacks its " + name + ".")
                .s();
    }

    @Override
    public EnhancedType<List<AlbumTrack.Key>> type() {
        return EnhancedType.listOf(AlbumTrack.Key.class);
    }

    @Override
    public AttributeValueType attributeValueType() {
        return AttributeValueType.L;
    }
}
