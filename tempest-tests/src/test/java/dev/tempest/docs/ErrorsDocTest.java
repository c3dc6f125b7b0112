package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.TempestException;
import dev.tempest.UnreadableItemException;
import dev.tempest.docs.model.AlbumInfo;
import dev.tempest.docs.model.AlbumTrack;
import dev.tempest.docs.model.PlaylistInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

class ErrorsDocTest extends DocTest {
    @Test
    void refusesAnIncompleteKey() {
        assertThatThrownBy(() -> table.albumTracks().load(new AlbumTrack.Key(null, "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("AlbumTrack.Key.album_token is null in the key {partition_key=(none), sort_key=TRACK_1},"
                        + " but it is stored in partition_key, which a key must have.");
    }

    @Test
    void refusesAnUnreadableRow() {
        assertThatThrownBy(() -> table.albumInfo().load(new AlbumInfo.Key("PLAYLIST_1")))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessage("The item {partition_key=PLAYLIST_1, sort_key=INFO_} cannot be read as AlbumInfo: it has no"
                        + " attribute track_count, which AlbumInfo.track_count (int) needs.");
    }

    @Test
    void givesTheTableAndTheKeyOfAnyExceptionOfTheLibrary() {
        Runnable job = () -> table.albumInfo().load(new AlbumInfo.Key("PLAYLIST_1"));
        List<String> report = new ArrayList<>();

        try {
            job.run();
        } catch (TempestException e) {
            report.add(e.getClass().getSimpleName() + " in table " + e.tableName() + " for " + e.key());
        }

        assertThat(report)
                .containsExactly("UnreadableItemException in table music_items for"
                        + " {partition_key=PLAYLIST_1, sort_key=INFO_}");
    }

    @Test
    void deletesWhatItCannotRead() {
        assertThatThrownBy(() -> table.albumInfo().deleteKey(new AlbumInfo.Key("PLAYLIST_1")))
                .isInstanceOf(UnreadableItemException.class);
        assertThat(table.playlistInfo().load(new PlaylistInfo.Key("PLAYLIST_1")))
                .isNull();
    }

    @Test
    void givesTheItemInTheWay() {
        Expression ifVersionIsOne = Expression.builder()
                .expression("playlist_version = :version")
                .putExpressionValue(":version", AttributeValue.fromN("1"))
                .build();
        table.playlistInfo().save(new PlaylistInfo("PLAYLIST_1", "Day drive", List.of(), 2L), ifVersionIsOne);
        PlaylistInfo late = new PlaylistInfo("PLAYLIST_1", "Late drive", List.of(), 2L);
        String[] message = {""};

        try {
            table.playlistInfo().save(late, ifVersionIsOne);
        } catch (ConditionalCheckFailedException e) {
            Optional<PlaylistInfo> stored = table.playlistInfo().itemIn(e);
            message[0] = stored.map(playlist -> "It is at version " + playlist.playlist_version + " by now.")
                    .orElse("It was deleted.");
        }

        assertThat(message[0]).isEqualTo("It is at version 2 by now.");
        assertThatThrownBy(() -> table.playlistInfo().save(late, ifVersionIsOne))
                .hasMessageStartingWith("save of PlaylistInfo {partition_key=PLAYLIST_1, sort_key=INFO_} in table"
                        + " music_items, expected playlist_version = :version, found an item: ");
    }
}
