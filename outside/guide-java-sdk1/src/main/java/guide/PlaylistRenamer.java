package guide;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ComparisonOperator;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;

/** Renames playlists; all but the constructor stands in the guide. */
public class PlaylistRenamer {
  private MusicTable table;

  public void changePlaylistName(String playlistToken, String newName) {
    // Read.
    PlaylistInfo existing = table.playlistInfo().load(new PlaylistInfo.Key(playlistToken));
    if (existing == null) {
      throw new IllegalStateException("Playlist does not exist: " + playlistToken);
    }
    // Modify.
    PlaylistInfo newPlaylist = new PlaylistInfo(
        existing.playlist_token,
        newName,
        existing.playlist_tracks,
        // playlist_version.
        existing.playlist_version + 1
    );
    // Write.
    table.playlistInfo().save(
        newPlaylist,
        ifPlaylistVersionIs(existing.playlist_version)
    );
  }

  private DynamoDBSaveExpression ifPlaylistVersionIs(Long playlist_version) {
    return new DynamoDBSaveExpression()
        .withExpectedEntry(
            "playlist_version",
            new ExpectedAttributeValue()
                .withComparisonOperator(ComparisonOperator.EQ)
                .withAttributeValueList(new AttributeValue().withN("" + playlist_version))
        );
  }

  public PlaylistRenamer(MusicTable table) {
    this.table = table;
  }
}
