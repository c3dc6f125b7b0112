package dev.tempest.samples.musiclibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.UnreadableItemException;
import dev.tempest.samples.discography.Discography;
import dev.tempest.samples.discography.Release;
import dev.tempest.samples.discography.ReleaseDate;
import dev.tempest.samples.items.AlbumInfo;
import dev.tempest.samples.items.AlbumTrack;
import dev.tempest.samples.items.PlaylistInfo;
import dev.tempest.samples.scenes.LoadingScene;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.Queryable;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.TestTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What each view and each index answers. */
class MusicTableTest {
    private static final Discography discography = Discography.bundled();

    // One database for all tests here, as most of them only read.
    private static DynamoDbConnection connection;
    private static MusicTable table;

    @BeforeAll
    static void loadDiscography() {
        connection = DynamoDbConnection.embedded();
        connection.createTable(TestTable.create(MusicDb.MUSIC_TABLE_NAME, MusicTable.class));
        table = LogicalDb.create(MusicDb.class, connection.enhancedClient()).music();
        new LoadingScene(new StoredAlbums(table)).load(discography);
    }

    @AfterAll
    static void close() {
        connection.close();
    }

    @Test
    void findsAnAlbum() {
        Release release = discography.release("Terraforms");

        AlbumInfo album = table.albumInfo().load(new AlbumInfo.Key(release.albumToken()));

        assertThat(album).isEqualTo(AlbumInfo.of(release));
        assertThat(album.sort_key()).isEmpty();
    }

    @Test
    void findsNoAlbumThatThereIsNot() {
        assertThat(table.albumInfo().load(new AlbumInfo.Key("nobody.1999.nothing")))
                .isNull();
    }

    @Test
    void findsATrack() {
        AlbumTrack track =
                AlbumTrack.allOf(discography.release("Radio Free Albemuth")).get(1);

        assertThat(table.albumTracks().load(track.key())).isEqualTo(track);
    }

    @Test
    void queriesTheTracksOfAnAlbumInOrderAndNotTheAlbumItself() {
        Release release = discography.release("Terraforms");

        var page = table.albumTracks().query(new BeginsWith<>(new AlbumTrack.Key(release.albumToken())));

        assertThat(page.contents()).isEqualTo(AlbumTrack.allOf(release));
        assertThat(page.hasMorePages()).isFalse();
    }

    @Test
    void queriesSomeTracksOfAnAlbum() {
        Release release = discography.release("Terraforms");
        String token = release.albumToken();

        var page = table.albumTracks()
                .query(new Between<>(new AlbumTrack.Key(token, "003"), new AlbumTrack.Key(token, "005")));

        assertThat(page.contents()).isEqualTo(AlbumTrack.allOf(release).subList(2, 5));
    }

    @Test
    void pagesThroughALongAlbum() {
        Release release = discography.release("List of Stars in Cancer");
        var condition = new BeginsWith<>(new AlbumTrack.Key(release.albumToken()));

        assertThat(table.albumTracks().query(condition).contents()).hasSize(100);
        assertThat(all(table.albumTracks(), condition, 50)).isEqualTo(AlbumTrack.allOf(release));
    }

    @Test
    void queriesTracksByTitle() {
        Release release = discography.release("List of Stars in Cancer");
        var condition = new BeginsWith<>(new AlbumTrack.TitleIndexOffset(release.albumToken()));

        assertThat(all(table.albumTracksByTitle(), condition, 50))
                .isSortedAccordingTo(Comparator.comparing(AlbumTrack::track_title))
                .containsExactlyInAnyOrderElementsOf(AlbumTrack.allOf(release));
    }

    @Test
    void queriesTracksByTheBeginningOfTheirTitle() {
        Release release = discography.release("MATRYOSHKA (demo)");
        var condition =
                new BeginsWith<>(new AlbumTrack.TitleIndexOffset(release.albumToken(), "Matryoshka Shell 5", null));

        assertThat(table.albumTracksByTitle().query(condition).contents())
                .extracting(AlbumTrack::track_title)
                .containsExactly("Matryoshka Shell 5 - 総会屋 (deepfake.S)");
    }

    @Test
    void queriesAlbumsByArtist() {
        var condition = new BeginsWith<>(new AlbumInfo.ArtistIndexOffset("STUXNET"));

        assertThat(all(table.albumInfoByArtist(), condition, 4))
                .isSortedAccordingTo(Comparator.comparing(AlbumInfo::release_date))
                .containsExactlyInAnyOrderElementsOf(
                        albums(release -> release.artist().equals("STUXNET")));
    }

    @Test
    void queriesTheLatestAlbumsFirst() {
        var condition = new BeginsWith<>(new AlbumInfo.ArtistIndexOffset("Ix"));
        var config = QueryConfig.builder().asc(false).build();

        assertThat(table.albumInfoByArtist().query(condition, config).contents())
                .extracting(album -> album.release_date().toString())
                .containsExactly("2007-04-08", "2006-??-??", "2006-??-??");
    }

    @Test
    void queriesAlbumsByType() {
        for (String type : List.of("LP", "EP", "Mix", "Single", "Demo", "Triple LP", "OST", "Compilation")) {
            var condition = new BeginsWith<>(new AlbumInfo.TypeIndexOffset(type));

            assertThat(all(table.albumInfoByType(), condition, 3))
                    .as(type)
                    .isSortedAccordingTo(Comparator.comparing(AlbumInfo::release_date))
                    .containsExactlyInAnyOrderElementsOf(
                            albums(release -> release.type().equals(type)));
        }
    }

    @Test
    void queriesAlbumsOfATypeByTheirDate() {
        var condition = new Between<>(
                new AlbumInfo.TypeIndexOffset("LP", ReleaseDate.parse("2009-01-01"), null),
                new AlbumInfo.TypeIndexOffset("LP", ReleaseDate.parse("2011-12-31"), null));

        assertThat(table.albumInfoByType().query(condition).contents())
                .containsExactlyInAnyOrderElementsOf(
                        albums(release -> release.type().equals("LP")
                                && release.released().compareTo("2009") > 0
                                && release.released().compareTo("2012") < 0));
    }

    @Test
    void keepsAPlaylist() {
        List<AlbumTrack.Key> tracks = AlbumTrack.allOf(discography.release("Terraforms")).stream()
                .map(AlbumTrack::key)
                .toList();
        table.playlistInfo().save(new PlaylistInfo("playlist.kept", "Test", tracks));

        PlaylistInfo playlist = table.playlistInfo().load(new PlaylistInfo.Key("playlist.kept"));

        assertThat(playlist.playlist_token).isEqualTo("playlist.kept");
        assertThat(playlist.playlist_name).isEqualTo("Test");
        assertThat(playlist.playlist_tracks).isEqualTo(tracks);
        assertThat(playlist.playlist_version).isEqualTo(1);
        assertThat(playlist.sort_key).isEmpty();
    }

    @Test
    void takesNoPlaylistForAnAlbum() {
        table.playlistInfo().save(new PlaylistInfo("playlist.other", "Test", List.of()));

        assertThatThrownBy(() -> table.albumInfo().load(new AlbumInfo.Key("playlist.other")))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("playlist.other");
    }

    private List<AlbumInfo> albums(Predicate<Release> predicate) {
        return discography.releases().stream()
                .filter(predicate)
                .map(AlbumInfo::of)
                .toList();
    }

    private static <K, I> List<I> all(Queryable<K, I> items, KeyCondition<K> condition, int pageSize) {
        var config = QueryConfig.builder().pageSize(pageSize).build();
        List<I> all = new ArrayList<>();
        Offset<K> offset = null;
        do {
            Page<K, I> page = items.query(condition, config, offset);
            assertThat(page.contents()).hasSizeLessThanOrEqualTo(pageSize);
            all.addAll(page.contents());
            offset = page.offset();
        } while (offset != null);
        return all;
    }
}
