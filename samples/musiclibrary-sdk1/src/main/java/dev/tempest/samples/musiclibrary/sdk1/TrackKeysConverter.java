package dev.tempest.samples.musiclibrary.sdk1;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverter;
import dev.tempest.samples.items.AlbumTrack;
import java.util.List;
import java.util.Map;

/** Stores the tracks of a playlist as a list of maps: a key type is no document, so the mapper needs to be told how. */
public final class TrackKeysConverter
        implements DynamoDBTypeConverter<List<Map<String, String>>, List<AlbumTrack.Key>> {
    @Override
    public List<Map<String, String>> convert(List<AlbumTrack.Key> keys) {
        return keys.stream()
                .map(key -> Map.of("album_token", key.album_token(), "track_token", key.track_token()))
                .toList();
    }

    @Override
    public List<AlbumTrack.Key> unconvert(List<Map<String, String>> stored) {
        return stored.stream()
                .map(key -> new AlbumTrack.Key(
                        requireNonNull(key.get("album_token")), requireNonNull(key.get("track_token"))))
                .toList();
    }
}
