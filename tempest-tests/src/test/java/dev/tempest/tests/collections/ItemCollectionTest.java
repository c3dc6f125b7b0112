package dev.tempest.tests.collections;

import static dev.tempest.tests.collections.Music.album;
import static dev.tempest.tests.collections.Music.save;
import static dev.tempest.tests.collections.Music.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.EqualTo;
import dev.tempest.GreaterThan;
import dev.tempest.GreaterThanOrEqualTo;
import dev.tempest.KeyCondition;
import dev.tempest.LessThan;
import dev.tempest.LessThanOrEqualTo;
import dev.tempest.UnreadableItemException;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.collections.Music.Album;
import dev.tempest.tests.collections.Music.AlbumInfo;
import dev.tempest.tests.collections.Music.AlbumReview;
import dev.tempest.tests.collections.Music.AlbumTrack;
import dev.tempest.tests.collections.Music.Catalog;
import dev.tempest.tests.collections.Music.Item;
import dev.tempest.tests.collections.Music.MusicDb;
import dev.tempest.tests.collections.Music.MusicTable;
import dev.tempest.tests.collections.Music.PlaylistInfo;
import dev.tempest.tests.collections.Music.Sleeve;
import dev.tempest.tests.collections.Music.StrictAlbum;
import dev.tempest.tests.collections.Music.WholeAlbum;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What item collections return: of tables and indexes, whole and in part. */
class ItemCollectionTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("music", Item.class));

    private static final Album.Key KEY = new Album.Key("1");
    private final Album album = album("1", 9);
    private MusicTable table;

    @BeforeEach
    void saveTwoAlbums() {
        table = db.logicalDb(MusicDb.class).music();
        save(table, album);
        save(table, album("2", 2));
    }

    @ParameterizedTest
    @EnumSource
    void loadsAnAlbumWithItsTracks(Face face) {
        assertThat(face.albums(db.connection()).load(KEY)).isEqualTo(album);
        assertThat(face.albums(db.connection()).load(KEY, true)).isEqualTo(album);
        assertThat(face.collection(db.connection(), Album.Key.class, Album.class)
                        .load(KEY))
                .isEqualTo(album);
    }

    @ParameterizedTest
    @EnumSource
    void isNullWhereThePartitionHasNoRowOfTheTypes(Face face) {
        table.albumReviews().save(new AlbumReview("3", "a", 5));

        assertThat(face.albums(db.connection()).load(new Album.Key("3"))).isNull();
        assertThat(face.albums(db.connection()).load(new Album.Key("4"), true)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void leavesComponentsWithoutRowsEmpty(Face face) {
        table.albumTracks().save(track("3", 1, null));
        table.albumInfo().save(new AlbumInfo("4", "Four", "Stax"));

        assertThat(face.albums(db.connection()).load(new Album.Key("3")))
                .isEqualTo(new Album(null, List.of(track("3", 1, null))));
        assertThat(face.albums(db.connection()).load(new Album.Key("4")))
                .isEqualTo(new Album(new AlbumInfo("4", "Four", "Stax"), List.of()));
    }

    @ParameterizedTest
    @EnumSource(names = {"SYNC", "ASYNC"})
    void leavesUnknownRowsOutOrCollectsThem(Face face) {
        table.albumReviews().save(new AlbumReview("1", "a", 5));
        table.albumReviews().save(new AlbumReview("1", "b", 1));

        assertThat(face.albums(db.connection()).load(KEY)).isEqualTo(album);
        WholeAlbum whole = face.collection(db.connection(), Album.Key.class, WholeAlbum.class)
                .load(KEY);
        assertThat(whole.info()).isEqualTo(album.info());
        assertThat(whole.tracks()).isEqualTo(album.tracks());
        assertThat(whole.others()).extracting(Item::getSort_key).containsExactly("REVIEW_a", "REVIEW_b");
        assertThat(whole.others()).extracting(Item::getStars).containsExactly(5, 1);
    }

    @ParameterizedTest
    @EnumSource
    void takesAWholeKeyOfAMember(Face face) {
        assertThat(face.collection(db.connection(), AlbumInfo.Key.class, Album.class)
                        .load(new AlbumInfo.Key("1")))
                .isEqualTo(album);
        assertThat(face.collection(db.connection(), AlbumTrack.Key.class, Album.class)
                        .load(new AlbumTrack.Key("1", null)))
                .isEqualTo(album);
    }

    @ParameterizedTest
    @EnumSource
    void fillsAClassWithSetters(Face face) {
        Sleeve sleeve =
                face.collection(db.connection(), Album.Key.class, Sleeve.class).load(KEY);

        assertThat(sleeve.getInfo()).isEqualTo(album.info());
        assertThat(sleeve.getTracks()).isEqualTo(album.tracks());
        assertThat(sleeve.kind()).isEqualTo("sleeve");
    }

    @ParameterizedTest
    @EnumSource
    void comparesSortKeysAcrossTypes(Face face) {
        AlbumTrack.Key fifth = new AlbumTrack.Key("1", "0005");
        table.albumReviews().save(new AlbumReview("1", "a", 5));
        ItemCollection<Album.Key, Album> albums = face.albums(db.connection());
        AlbumInfo.Key info = new AlbumInfo.Key("1");

        assertFinds(albums, new Between<Object>(info, fifth), album.info(), 1, 5);
        assertFinds(albums, new Between<>(new AlbumTrack.Key("1", "0002"), fifth), null, 2, 5);
        assertFinds(albums, new LessThan<>(fifth), album.info(), 1, 4);
        assertFinds(albums, new LessThanOrEqualTo<>(fifth), album.info(), 1, 5);
        assertFinds(albums, new GreaterThan<>(fifth), null, 6, 9);
        assertFinds(albums, new GreaterThanOrEqualTo<>(info), album.info(), 1, 9);
        assertFinds(albums, new GreaterThan<>(info), null, 1, 9);
        assertFinds(albums, new EqualTo<>(info), album.info(), 1, 0);
        assertFinds(albums, new EqualTo<>(fifth), null, 5, 5);
        assertFinds(albums, new BeginsWith<>(KEY), album.info(), 1, 9);
        assertFinds(albums, new BeginsWith<>(new AlbumTrack.Key("1", "000")), null, 1, 9);
        assertFinds(albums, new BeginsWith<>(new AlbumTrack.Key("1", null)), null, 1, 9);
        assertThat(albums.load(new Between<Object>(fifth, info))).isNull();
        assertThat(albums.load(new LessThan<>(info), true)).isNull();
    }

    private void assertFinds(
            ItemCollection<?, Album> albums, KeyCondition<?> condition, AlbumInfo info, int first, int last) {
        Album expected = new Album(info, album.tracks().subList(first - 1, last));
        assertThat(albums.load(condition)).as("%s", condition).isEqualTo(expected);
        assertThat(albums.load(condition, true)).as("%s", condition).isEqualTo(expected);

        List<AlbumTrack> reversed = new ArrayList<>(expected.tracks());
        Collections.reverse(reversed);
        QueryConfig descending = QueryConfig.builder().asc(false).pageSize(3).build();
        assertThat(albums.load(condition, descending)).as("%s", condition).isEqualTo(new Album(info, reversed));
    }

    @ParameterizedTest
    @EnumSource
    void filtersRows(Face face) {
        QueryConfig config = QueryConfig.builder()
                .filterExpression(
                        Expression.builder().expression("sort_key <> :sixth").build())
                .build();
        assertThatThrownBy(() -> face.albums(db.connection()).load(KEY, config))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("query of Music.Album where partition_key = ALBUM_1 in table music: ");

        QueryConfig mended = QueryConfig.builder()
                .pageSize(2)
                .filterExpression(Expression.builder()
                        .expression("title <> :title")
                        .putExpressionValue(
                                ":title",
                                AttributeValue.fromS(track("1", 6, null).title()))
                        .build())
                .build();
        assertThat(face.albums(db.connection()).load(KEY, mended).tracks())
                .hasSize(8)
                .doesNotContain(track("1", 6, null));
    }

    @ParameterizedTest
    @EnumSource
    void readsThroughAGlobalIndex(Face face) {
        table.playlists().save(new PlaylistInfo("9", "A playlist", "Stax"));
        table.albumInfo().save(new AlbumInfo("3", "Elsewhere", "Motown"));
        ItemCollection<Album.OfLabel, Catalog> catalogs =
                face.collection(db.connection(), Album.OfLabel.class, Catalog.class);

        Catalog catalog = catalogs.load(new Album.OfLabel("Stax"));

        assertThat(catalog.albums()).extracting(AlbumInfo::album_token).containsExactly("1", "2");
        assertThat(catalog.tracks())
                .extracting(AlbumTrack::track_token)
                .containsExactly(
                        "0009", "0008", "0007", "0006", "0005", "0004", "0003", "0002", "0002", "0001", "0001");
        assertThat(catalogs.load(new GreaterThan<>(new AlbumInfo.LabelOffset("Stax", "Album 1", "1")))
                        .albums())
                .extracting(AlbumInfo::album_token)
                .containsExactly("2");
        assertThat(catalogs.load(new BeginsWith<>(new AlbumTrack.LabelOffset("Stax", "Song", null, null)))
                        .albums())
                .isEmpty();
        assertThat(catalogs.load(new Between<Object>(
                                new AlbumInfo.LabelOffset("Stax", "Album 2", null),
                                new AlbumTrack.LabelOffset(
                                        "Stax", track("1", 8, null).title(), null, null)))
                        .tracks())
                .extracting(AlbumTrack::track_token)
                .containsExactly("0009", "0008");
        assertThatThrownBy(() -> catalogs.load(new Album.OfLabel("Stax"), true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Index label_index of table music is a global secondary index");
        assertThatThrownBy(() -> catalogs.load(new GreaterThan<>(new AlbumInfo.Key("1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "Music.AlbumInfo.Key is for the table, but the items are read through index label_index");
        assertThatThrownBy(() -> catalogs.load(new GreaterThan<>(new Album.OfLabel("Stax"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "GreaterThan compares sort keys, but Music.Album.OfLabel names the partition alone");
    }

    @ParameterizedTest
    @EnumSource
    void readsThroughALocalIndex(Face face) {
        ItemCollection<Album.ByTitle, Album> albums =
                face.collection(db.connection(), Album.ByTitle.class, Album.class);
        List<AlbumTrack> byTitle = new ArrayList<>(album.tracks());
        Collections.reverse(byTitle);

        assertThat(albums.load(new Album.ByTitle("1"), true)).isEqualTo(new Album(album.info(), byTitle));
        assertThat(albums.load(new LessThanOrEqualTo<>(
                        new AlbumTrack.TitleOffset("1", track("1", 8, null).title(), null))))
                .isEqualTo(new Album(album.info(), byTitle.subList(0, 2)));
    }

    @ParameterizedTest
    @EnumSource
    void refusesASecondRowForASingleComponent(Face face) {
        db.client()
                .putItem(put -> put.tableName("music")
                        .item(Map.of(
                                "partition_key", AttributeValue.fromS("ALBUM_1"),
                                "sort_key", AttributeValue.fromS("INFO_"),
                                "title", AttributeValue.fromS("One"))));
        ItemCollection<Album.OfLabel, Album> albums =
                face.collection(db.connection(), Album.OfLabel.class, Album.class);
        table.albumInfo().save(new AlbumInfo("3", "Three", "Stax"));

        assertThatThrownBy(() -> albums.load(new Album.OfLabel("Stax")))
                .isInstanceOfSatisfying(
                        UnreadableItemException.class,
                        e -> assertThat(e.itemType()).isEqualTo(Album.class))
                .hasMessage("query of Music.Album where label = Stax in index label_index of table music:"
                        + " Music.Album.info takes one item, but there are two: {partition_key=ALBUM_2, sort_key=INFO_}"
                        + " and {partition_key=ALBUM_3, sort_key=INFO_}. Make it a List<Music.AlbumInfo>, or ask for"
                        + " less of the partition.");
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhichRowsAConstructorRefused(Face face) {
        table.albumTracks().save(track("3", 1, null));

        assertThatThrownBy(() -> face.collection(db.connection(), Album.Key.class, StrictAlbum.class)
                        .load(new Album.Key("3")))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("query of Music.StrictAlbum where partition_key = ALBUM_3 in table music:")
                .hasMessageEndingWith(": Music.StrictAlbum cannot be created from these items: its constructor threw"
                        + " java.lang.NullPointerException.")
                .hasCauseInstanceOf(NullPointerException.class);
    }

    @ParameterizedTest
    @EnumSource
    void failsOnAnUnreadableRowOrGoesOnWithoutIt(Face face) {
        db.client()
                .putItem(put -> put.tableName("music")
                        .item(Map.of(
                                "partition_key", AttributeValue.fromS("ALBUM_1"),
                                "sort_key", AttributeValue.fromS("INFO_and_more"))));
        List<UnreadableItemException> unreadable = new ArrayList<>();
        QueryConfig config =
                QueryConfig.builder().onUnreadableItem(unreadable::add).build();

        assertThatThrownBy(() -> face.albums(db.connection()).load(KEY))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("{partition_key=ALBUM_1, sort_key=INFO_and_more}");
        assertThat(face.albums(db.connection()).load(KEY, config)).isEqualTo(album);
        assertThat(unreadable).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void refusesKeysThatAreNone(Face face) {
        ItemCollection<Album.Key, Album> albums = face.albums(db.connection());

        assertThatThrownBy(() -> albums.load((Album.Key) null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> albums.load(new BeginsWith<>(null))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> albums.load(new EqualTo<>("1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("String is not a key type. Give a key of Music.AlbumInfo and Music.AlbumTrack");
        assertThatThrownBy(() -> albums.load(new EqualTo<>(new AlbumReview.Key("1", "a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Music.AlbumReview.Key.review_token is not a property of");
        assertThatThrownBy(() -> albums.load(new EqualTo<>(KEY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EqualTo compares sort keys, but Music.Album.Key names the partition alone");
        assertThatThrownBy(
                        () -> albums.load(new Between<Object>(new AlbumInfo.Key("1"), new AlbumTrack.Key("2", "0001"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Between needs two keys of one partition");
        assertThatThrownBy(() -> albums.load(new Between<Object>(new AlbumInfo.Key("1"), null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesItself() {
        assertThat(table.albums()).hasToString("ItemCollection<Music.Album.Key, Music.Album> of table music");
        assertThat(Face.ASYNC.collection(db.connection(), Album.OfLabel.class, Catalog.class))
                .asString()
                .contains(
                        "AsyncItemCollection<Music.Album.OfLabel, Music.Catalog> of index label_index of table music");
    }
}
