package guide;

import dev.tempest.Attribute;
import java.util.List;

public class PlaylistInfo {
  @Attribute(name = "partition_key")
  public final String playlist_token;
  public final String playlist_name;
  public final List<AlbumTrack.Key> playlist_tracks;
  public final Long playlist_version;
  @Attribute(prefix = "INFO_")
  public final String sort_key = "";

  public PlaylistInfo(String playlist_token, String playlist_name,
      List<AlbumTrack.Key> playlist_tracks) {
    this(playlist_token, playlist_name, playlist_tracks, 1L);
  }

  public PlaylistInfo(String playlist_token, String playlist_name,
      List<AlbumTrack.Key> playlist_tracks, Long playlist_version) {
    this.playlist_token = playlist_token;
    this.playlist_name = playlist_name;
    this.playlist_tracks = playlist_tracks;
    this.playlist_version = playlist_version;
  }

  public static class Key {
    public final String playlist_token;
    public final String sort_key = "";

    public Key(String playlist_token) {
      this.playlist_token = playlist_token;
    }
  }
}
