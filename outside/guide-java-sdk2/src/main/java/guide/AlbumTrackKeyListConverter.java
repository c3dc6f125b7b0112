package guide;

import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Stores a track's key as {@code album/track}. */
public final class AlbumTrackKeyListConverter implements AttributeConverter<List<AlbumTrack.Key>> {
  @Override
  public AttributeValue transformFrom(List<AlbumTrack.Key> keys) {
    return AttributeValue.fromL(keys.stream()
        .map(key -> AttributeValue.fromS(key.album_token() + "/" + key.track_token()))
        .toList());
  }

  @Override
  public List<AlbumTrack.Key> transformTo(AttributeValue value) {
    return value.l().stream()
        .map(key -> key.s().split("/", 2))
        .map(parts -> new AlbumTrack.Key(parts[0], parts[1]))
        .toList();
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
