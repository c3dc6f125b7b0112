package guide;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverter;
import java.util.List;

/** Stores a track's key as {@code album/track}. */
public final class AlbumTrackKeyListConverter implements DynamoDBTypeConverter<List<String>, List<AlbumTrack.Key>> {
  @Override
  public List<String> convert(List<AlbumTrack.Key> keys) {
    return keys.stream()
        .map(key -> key.album_token() + "/" + key.track_token())
        .toList();
  }

  @Override
  public List<AlbumTrack.Key> unconvert(List<String> stored) {
    return stored.stream()
        .map(key -> key.split("/", 2))
        .map(parts -> new AlbumTrack.Key(parts[0], parts[1]))
        .toList();
  }
}
