package guide;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperFieldModel.DynamoDBAttributeType;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverted;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTyped;
import java.util.List;

/** The raw item type of the guide's table. */
@DynamoDBTable(tableName = "music_items")
public class MusicItem {
  private String partition_key;
  private String sort_key;
  private String playlist_name;
  private List<AlbumTrack.Key> playlist_tracks;
  private Long playlist_version;

  @DynamoDBHashKey
  public String getPartition_key() {
    return partition_key;
  }

  public void setPartition_key(String partition_key) {
    this.partition_key = partition_key;
  }

  @DynamoDBRangeKey
  public String getSort_key() {
    return sort_key;
  }

  public void setSort_key(String sort_key) {
    this.sort_key = sort_key;
  }

  public String getPlaylist_name() {
    return playlist_name;
  }

  public void setPlaylist_name(String playlist_name) {
    this.playlist_name = playlist_name;
  }

  @DynamoDBTyped(DynamoDBAttributeType.L)
  @DynamoDBTypeConverted(converter = AlbumTrackKeyListConverter.class)
  public List<AlbumTrack.Key> getPlaylist_tracks() {
    return playlist_tracks;
  }

  public void setPlaylist_tracks(List<AlbumTrack.Key> playlist_tracks) {
    this.playlist_tracks = playlist_tracks;
  }

  public Long getPlaylist_version() {
    return playlist_version;
  }

  public void setPlaylist_version(Long playlist_version) {
    this.playlist_version = playlist_version;
  }
}
