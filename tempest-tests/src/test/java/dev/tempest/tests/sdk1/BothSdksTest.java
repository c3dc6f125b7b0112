package dev.tempest.tests.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import dev.tempest.BeginsWith;
import dev.tempest.Offset;
import dev.tempest.TableName;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Draft;
import dev.tempest.tests.faces.Media.Track;
import dev.tempest.tests.guide.AlbumTrack;
import dev.tempest.tests.guide.MusicTable;
import dev.tempest.tests.guide.PlaylistInfo;
import dev.tempest.tests.sdk1.guide.MusicItem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One set of item types and one table serve both SDK lines: what one module wrote, the other reads. */
class BothSdksTest {
    @RegisterExtension
    final Sdk1Db db = Sdk1Db.media().table("music_items", MusicItem.class);

    interface MusicDb1 extends LogicalDb {
        dev.tempest.tests.sdk1.guide.MusicTable music();
    }

    interface MusicDb2 extends dev.tempest.sdk2.LogicalDb {
        @TableName("music_items")
        MusicTable music();
    }

    interface MediaDb2 extends dev.tempest.sdk2.LogicalDb {
        @TableName(Media.TABLE)
        Media.Table media();
    }

    private final List<Track> tracks = Media.tracks("1", 20);
    private Media.Sdk1Table sdk1;
    private Media.Table sdk2;

    @BeforeEach
    void connect() {
        sdk1 = LogicalDb.create(Media.Sdk1Db.class, db.mapper()).media();
        sdk2 = db.sdk2().logicalDb(MediaDb2.class).media();
    }

    @Test
    void readEachOthersItems() {
        tracks.subList(0, 10).forEach(sdk1.tracks()::save);
        tracks.subList(10, 20).forEach(sdk2.tracks()::save);
        BeginsWith<Track.Key> album = new BeginsWith<>(new Track.Key("1"));

        assertThat(sdk1.tracks().queryAllContents(album)).containsExactlyElementsOf(tracks);
        assertThat(sdk2.tracks().queryAllContents(album)).containsExactlyElementsOf(tracks);
        assertThat(sdk1.tracksByRank().queryAllContents(new BeginsWith<>(new Track.ByRank("1"))))
                .containsExactlyElementsOf(
                        sdk2.tracksByRank().queryAllContents(new BeginsWith<>(new Track.ByRank("1"))));
        assertThat(sdk2.tracks().load(tracks.get(0).key())).isEqualTo(tracks.get(0));
        assertThat(sdk1.tracks().load(tracks.get(10).key())).isEqualTo(tracks.get(10));
    }

    @Test
    void storeTheSameRows() {
        sdk1.tracks().save(tracks.get(0));
        List<?> written = db.rows("media");
        sdk2.tracks().save(tracks.get(0));

        assertThat(db.rows("media")).isEqualTo(written);
    }

    @Test
    void storeAndReadTheSameEmptyTexts() {
        Track empty = new Track("1", "", "", 1, "g", "r", 1);
        sdk1.tracks().save(empty);
        assertThat(sdk2.tracks().load(empty.key())).isEqualTo(empty);
        sdk2.tracks().save(empty);
        assertThat(sdk1.tracks().load(empty.key())).isEqualTo(empty);
    }

    @Test
    void guardOneVersion() {
        Draft first = sdk1.drafts().save(new Draft("1", "D", "First", null));
        Draft second = sdk2.drafts().save(new Draft("1", "D", "Second", first.version()));
        Draft third = sdk1.drafts().save(new Draft("1", "D", "Third", second.version()));

        assertThat(third.version()).isEqualTo(3);
        assertThatThrownBy(() -> sdk1.drafts().save(second)).isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> sdk2.drafts().save(second))
                .isInstanceOf(software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException.class);
    }

    @Test
    void goOnFromEachOthersOffsets() {
        tracks.forEach(sdk1.tracks()::save);
        BeginsWith<Track.Key> album = new BeginsWith<>(new Track.Key("1"));
        var first = sdk1.tracks()
                .query(album, dev.tempest.sdk1.QueryConfig.builder().pageSize(7).build());

        Offset<Track.Key> offset = sdk2.tracks().offsetFromString(sdk1.tracks().offsetToString(first.offset()));

        List<Track> all = new ArrayList<>(first.contents());
        all.addAll(sdk2.tracks().query(album, offset).contents());
        assertThat(all).isEqualTo(tracks);
    }

    @Test
    void readEachOthersPlaylists() {
        PlaylistInfo playlist = new PlaylistInfo(
                "PLAYLIST_1", "First", List.of(new AlbumTrack.Key("A", "1"), new AlbumTrack.Key("A", "2")));
        PlaylistInfo.Key key = new PlaylistInfo.Key("PLAYLIST_1");
        var music1 = LogicalDb.create(MusicDb1.class, db.mapper()).music();
        var music2 = db.sdk2().logicalDb(MusicDb2.class).music();

        music1.playlistInfo().save(playlist);
        assertThat(music2.playlistInfo().load(key)).usingRecursiveComparison().isEqualTo(playlist);
        music2.playlistInfo().save(playlist);
        assertThat(music1.playlistInfo().load(key)).usingRecursiveComparison().isEqualTo(playlist);
    }
}
