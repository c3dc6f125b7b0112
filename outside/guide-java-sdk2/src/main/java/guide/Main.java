package guide;

import dev.tempest.TableName;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.TestTable;
import java.lang.reflect.Proxy;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Renames a playlist, once alone and once beside a faster writer, and fails unless all is as the guide says. */
public final class Main {
  interface MusicDb extends LogicalDb {
    @TableName("music_items")
    MusicTable music();
  }

  private Main() {}

  public static void main(String[] args) {
    try (DynamoDbConnection dynamoDb = DynamoDbConnection.embedded()) {
      dynamoDb.createTable(TestTable.create("music_items", MusicItem.class));
      MusicTable table = LogicalDb.create(MusicDb.class, dynamoDb.enhancedClient()).music();
      table.playlistInfo().save(new PlaylistInfo("PLAYLIST_1", "First", List.of(new AlbumTrack.Key("ALBUM_1", "1"))));

      PlaylistRenamer renamer = new PlaylistRenamer(table);
      renamer.changePlaylistName("PLAYLIST_1", "Second");
      check(table, "Second, version 2");

      // Between the late writer's read and its write, another one is faster.
      MusicTable late = pausingBeforeWrite(table, () -> renamer.changePlaylistName("PLAYLIST_1", "Third"));
      try {
        new PlaylistRenamer(late).changePlaylistName("PLAYLIST_1", "Late");
        throw new IllegalStateException("The stale writer was not refused");
      } catch (ConditionalCheckFailedException refused) {
        check(table, "Third, version 3");
      }
    }
    System.out.println("Java, SDK 2.x: renamed; a stale writer was refused; nothing was overwritten");
  }

  /** The table, to a writer that asks for its view twice: first to read, then to write. */
  private static MusicTable pausingBeforeWrite(MusicTable table, Runnable pause) {
    int[] calls = {0};
    return (MusicTable)
        Proxy.newProxyInstance(Main.class.getClassLoader(), new Class<?>[] {MusicTable.class}, (proxy, method, args) -> {
          if (method.getName().equals("playlistInfo") && ++calls[0] == 2) {
            pause.run();
          }
          return method.invoke(table, args);
        });
  }

  private static void check(MusicTable table, String expected) {
    PlaylistInfo playlist = table.playlistInfo().load(new PlaylistInfo.Key("PLAYLIST_1"), true);
    String found = playlist.playlist_name + ", version " + playlist.playlist_version;
    if (!found.equals(expected) || !playlist.playlist_tracks.equals(List.of(new AlbumTrack.Key("ALBUM_1", "1")))) {
      throw new IllegalStateException("Expected " + expected + ", found " + found + " with " + playlist.playlist_tracks);
    }
  }
}
