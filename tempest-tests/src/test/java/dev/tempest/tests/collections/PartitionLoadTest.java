package dev.tempest.tests.collections;

import static dev.tempest.tests.collections.Music.album;
import static dev.tempest.tests.collections.Music.save;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.ItemSet;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.collections.Music.Album;
import dev.tempest.tests.collections.Music.AlbumInfo;
import dev.tempest.tests.collections.Music.AlbumReview;
import dev.tempest.tests.collections.Music.AlbumTrack;
import dev.tempest.tests.collections.Music.Item;
import dev.tempest.tests.collections.Music.MusicDb;
import dev.tempest.tests.collections.Music.MusicTable;
import dev.tempest.tests.collections.Music.PlaylistInfo;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Items of several types, with no type to gather them. */
class PartitionLoadTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("music", Item.class));

    private final Album album = album("1", 5);
    private final AlbumReview review = new AlbumReview("1", "a", 5);
    private final FaultyHttp network = FaultyHttp.builder().build();
    private DynamoDbConnection counted;

    @BeforeEach
    void saveAnAlbum() {
        MusicTable table = db.logicalDb(MusicDb.class).music();
        save(table, album);
        save(table, album("2", 2));
        table.albumReviews().save(review);
        counted = db.with(network);
    }

    @ParameterizedTest
    @EnumSource
    void givesTheItemsInTheOrderOfTheirSortKeys(Face face) {
        ItemSet items = face.partition(
                counted,
                new Album.Key("1"),
                null,
                AlbumTrack.class,
                AlbumReview.class,
                AlbumInfo.class,
                AlbumTrack.class);

        assertThat(network.requests()).isOne();
        assertThat(items).hasSize(7);
        assertThat(items).startsWith(album.info(), review, album.tracks().get(0));
        assertThat(items.getItems(AlbumTrack.class)).isEqualTo(album.tracks());
        assertThat(items.get(new AlbumTrack.Key("1", "0004")))
                .isEqualTo(album.tracks().get(3));
        assertThat(items.get(new AlbumInfo.Key("1"), AlbumInfo.class)).isEqualTo(album.info());
        assertThat(items.get(new AlbumInfo.Key("2"))).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void takesAKeyOfAnyOfTheTypes(Face face) {
        assertThat(face.partition(counted, new AlbumInfo.Key("1"), null, AlbumTrack.class, AlbumInfo.class))
                .hasSize(6);
        assertThat(face.partition(counted, new AlbumTrack.Key("1", "0004"), null, AlbumTrack.class))
                .hasSize(5);
        assertThat(face.partition(counted, new AlbumTrack.Key("3", null), null, AlbumTrack.class))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SYNC", "ASYNC"})
    void givesUnknownRowsAsRawItemsIfAsked(Face face) {
        ItemSet items = face.partition(counted, new AlbumInfo.Key("1"), null, Item.class, AlbumInfo.class);

        assertThat(items).hasSize(7);
        assertThat(items.getItems(Item.class))
                .extracting(Item::getSort_key)
                .containsExactly("REVIEW_a", "TRACK_0001", "TRACK_0002", "TRACK_0003", "TRACK_0004", "TRACK_0005");
    }

    @ParameterizedTest
    @EnumSource
    void takesAConditionAndAConfiguration(Face face) {
        QueryConfig descending = QueryConfig.builder()
                .asc(false)
                .pageSize(2)
                .consistentRead(true)
                .build();
        Between<Object> untilSecond = new Between<>(new AlbumInfo.Key("1"), new AlbumTrack.Key("1", "0002"));
        Class<?>[] types = {AlbumInfo.class, AlbumTrack.class};

        assertThat(face.partition(counted, untilSecond, null, types))
                .containsExactly(
                        album.info(), album.tracks().get(0), album.tracks().get(1));
        assertThat(face.partition(counted, untilSecond, descending, types))
                .containsExactly(album.tracks().get(1), album.tracks().get(0), album.info());
        assertThat(face.partition(counted, new Album.Key("1"), descending, types))
                .hasSize(6)
                .endsWith(album.info());
        assertThat(face.partition(counted, new Album.OfLabel("Stax"), null, types))
                .hasSize(9)
                .startsWith(album.info(), album("2", 2).info());
    }

    @ParameterizedTest
    @EnumSource
    void returnsNoMoreItemsThanTheLimit(Face face) {
        QueryConfig.Builder backwards = QueryConfig.builder().asc(false);
        AlbumTrack last = album.tracks().get(4);
        Class<?>[] types = {AlbumInfo.class, AlbumTrack.class};

        assertThat(face.partition(
                        counted, new Album.Key("1"), backwards.limit(1).build(), types))
                .containsExactly(last);
        assertThat(network.requests()).isOne();
        assertThat(face.partition(
                        counted,
                        new Album.Key("1"),
                        backwards.limit(3).pageSize(2).build(),
                        types))
                .hasSize(3);
        assertThat(network.requests()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void readsOnUntilItHasAsManyItemsAsTheLimit(Face face) {
        QueryConfig two = QueryConfig.builder().limit(2).build();

        assertThat(face.partition(counted, new Album.Key("1"), two, AlbumTrack.class))
                .as("tracks behind rows of other types")
                .containsExactly(album.tracks().get(0), album.tracks().get(1));
    }

    @Test
    void aLimitIsForSeveralTypesOnly() {
        QueryConfig limited = QueryConfig.builder().limit(2).build();

        assertThatThrownBy(() -> counted.logicalDb(MusicDb.class)
                        .music()
                        .albumTracks()
                        .query(new BeginsWith<>(new AlbumTrack.Key("1", "")), limited))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A limit is for loads of several types.");
        assertThatThrownBy(() -> QueryConfig.builder().limit(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit must be 1 or more, not 0.");
        assertThat(network.requests()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatDoesNotFit(Face face) {
        assertRefused(face, new AlbumInfo.Key("1"), "Name the item types");
        assertRefused(face, null, "The key is null", AlbumInfo.class);
        assertRefused(face, "1", "String is not a key type", AlbumInfo.class);
        assertRefused(face, new AlbumInfo.Key("1"), "String", String.class);
        assertRefused(
                face,
                new AlbumInfo.Key("1"),
                "but Music.AlbumInfo.album_token as String with the prefix ALBUM_, so their items never share a partition.",
                AlbumInfo.class,
                PlaylistInfo.class);
        assertThat(network.requests()).isZero();
    }

    private void assertRefused(Face face, Object key, String message, Class<?>... types) {
        assertThatThrownBy(() -> face.partition(counted, key, null, types))
                .as("%s of %s", key, List.of(types))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
