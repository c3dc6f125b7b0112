package guide;

/** Just the key, which playlists hold. */
public final class AlbumTrack {
  private AlbumTrack() {}

  public record Key(String album_token, String track_token) {}
}
