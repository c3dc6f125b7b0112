package dev.tempest.tests.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.TableName;
import dev.tempest.sdk2.AsyncItemCollection;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.tests.collections.Music.Album;
import dev.tempest.tests.collections.Music.AlbumInfo;
import dev.tempest.tests.collections.Music.AlbumReview;
import dev.tempest.tests.collections.Music.AlbumTrack;
import dev.tempest.tests.collections.Music.Item;
import dev.tempest.tests.collections.Music.PlaylistInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** Every mistake in the declaration of an item collection is told when the database is created. Sends no request. */
class ItemCollectionModelTest {
    private final DynamoDbConnection nowhere = DynamoDbConnection.to(URI.create("http://localhost:1"));

    @AfterEach
    void close() {
        nowhere.close();
    }

    // Types that do not go together.

    record AlbumAndPlaylist(AlbumInfo album, PlaylistInfo playlist) {}

    record TrackPart(
            @Attribute(name = "partition_key", prefix = "ALBUM_")
            String album_token,

            @Attribute(name = "sort_key", prefix = "TRACK_PART_")
            String part) {}

    record TracksAndParts(List<AlbumTrack> tracks, List<TrackPart> parts) {}

    record TwoLists(List<AlbumTrack> some, List<AlbumTrack> others) {}

    record ListAndOne(List<AlbumTrack> tracks, AlbumTrack first) {}

    record Label(
            @Attribute(name = "partition_key", prefix = "LABEL_")
            String label_token,

            @Attribute(name = "sort_key", prefix = "LABEL_") String name) {}

    record AlbumAndLabel(AlbumInfo album, Label label) {}

    record Cover(
            @Attribute(name = "partition_key", prefix = "ALBUM_")
            String album,

            @Attribute(name = "sort_key", prefix = "COVER_") String cover_token) {}

    record AlbumAndCover(AlbumInfo info, Cover cover) {}

    record AlbumAndReviews(AlbumInfo info, List<AlbumReview> reviews) {}

    @Test
    void refusesTypesThatNothingTellsApart() {
        assertRefused(
                Album.Key.class,
                AlbumAndPlaylist.class,
                "Music.PlaylistInfo.playlist_token is stored in the partition key partition_key as String with the prefix"
                        + " PLAYLIST_, but Music.AlbumInfo.album_token as String with the prefix ALBUM_, so their items never"
                        + " share a partition.");
        assertRefused(
                Album.Key.class,
                TracksAndParts.class,
                "ItemCollectionModelTest.TracksAndParts.parts: ItemCollectionModelTest.TrackPart has the sort key prefix"
                        + " TRACK_PART_ and Music.AlbumTrack has TRACK_, so nothing distinguishes their items in a partition");
        assertRefused(
                Album.Key.class,
                TwoLists.class,
                "TwoLists.others takes the same items as another component, those of Music.AlbumTrack");
        assertRefused(Album.Key.class, ListAndOne.class, "ListAndOne.first takes the same items as another component");
    }

    @Test
    void refusesTypesOfDifferentPartitions() {
        assertRefused(
                Album.Key.class,
                AlbumAndLabel.class,
                "ItemCollectionModelTest.Label.label_token is stored in the partition key partition_key as String with"
                        + " the prefix LABEL_, but Music.AlbumInfo.album_token as String with the prefix ALBUM_, so their"
                        + " items never share a partition. Store both alike");
        assertRefused(
                Album.Key.class,
                AlbumAndCover.class,
                "Music.Album.Key.album_token is Music.AlbumInfo.album_token, but the partition is"
                        + " ItemCollectionModelTest.Cover.album too. Give the item types' properties for partition_key"
                        + " one name");
        assertRefused(
                Album.OfLabel.class,
                AlbumAndReviews.class,
                "Music.AlbumReview has no property for label, the partition key of index label_index. Add one");
    }

    // Components that take no items.

    record WithText(AlbumInfo info, String text) {}

    record WithNumber(AlbumInfo info, int number) {}

    record WithMap(AlbumInfo info, Map<String, AlbumTrack> tracks) {}

    record WithTexts(AlbumInfo info, List<String> texts) {}

    record WithStranger(AlbumInfo info, Stranger stranger) {}

    record Stranger(String partition_key, String nowhere) {}

    record WithOneRaw(AlbumInfo info, Item item) {}

    record WithAnnotation(@Attribute(name = "title") AlbumInfo info) {}

    record OnlyRaw(List<Item> items) {}

    record Nothing() {}

    static class Unfilled {
        final AlbumInfo info = null;
        final List<AlbumTrack> tracks;

        Unfilled(List<AlbumTrack> tracks) {
            this.tracks = tracks;
        }
    }

    interface Abstract {}

    @Test
    void refusesComponentsThatTakeNoItems() {
        String remedy = ", which is neither an item type nor a List of one. Declare it as an item type of the table";
        assertRefused(
                Album.Key.class,
                WithText.class,
                "WithText.text is of type String, which is neither an item type nor a List of one. Declare it as");
        assertRefused(Album.Key.class, WithNumber.class, "WithNumber.number is of type int" + remedy);
        assertRefused(
                Album.Key.class, WithMap.class, "WithMap.tracks is of type Map<String, Music.AlbumTrack>" + remedy);
        assertRefused(Album.Key.class, WithTexts.class, "WithTexts.texts is of type List<String>" + remedy);
        assertRefused(
                Album.Key.class,
                WithStranger.class,
                "WithStranger.stranger: ItemCollectionModelTest.Stranger.nowhere is stored in attribute nowhere");
        assertRefused(
                Album.Key.class,
                WithOneRaw.class,
                "WithOneRaw.item is of the raw item type, of which the partition may have any number of items");
        assertRefused(Album.Key.class, WithOneRaw.class, "Make it a List<Music.Item>");
        assertRefused(
                Album.Key.class,
                WithAnnotation.class,
                "WithAnnotation.info has an @Attribute, but ItemCollectionModelTest.WithAnnotation gathers items and is not an item type");
        assertRefused(
                Album.Key.class,
                Unfilled.class,
                "Unfilled.info cannot be filled: it is final and no parameter of the constructor");
        assertRefused(Album.Key.class, OnlyRaw.class, "OnlyRaw has no component of an item type. Give it a component");
        assertRefused(Album.Key.class, Nothing.class, "ItemCollectionModelTest.Nothing has no properties");
        assertRefused(Album.Key.class, Abstract.class, "ItemCollectionModelTest.Abstract cannot be made");
    }

    // Keys.

    record Unknown(String album_id) {}

    record OtherType(Long album_token) {}

    record Annotated(@Attribute(name = "partition_key") String album_token) {}

    record TooMuch(String album_token, String title) {}

    static class Empty {
        static final int NOTHING = 0;
        final transient String album_token = "";
    }

    @ForIndex(name = "nowhere_index")
    record Nowhere(String album_token) {}

    @ForIndex(name = "label_index")
    record WrongPartition(String album_token) {}

    @Test
    void refusesKeysThatAreNone() {
        assertRefused(
                Unknown.class,
                Album.class,
                "ItemCollectionModelTest.Unknown.album_id is not a property of Music.AlbumInfo and Music.AlbumTrack. Name it"
                        + " as the item types do");
        assertRefused(
                OtherType.class,
                Album.class,
                "OtherType.album_token is a Long, but Music.AlbumInfo.album_token is a String. Make both the same type");
        assertRefused(Annotated.class, Album.class, "Annotated.album_token has an @Attribute of its own. Remove it");
        assertRefused(
                TooMuch.class,
                Album.class,
                "TooMuch.title is stored in title, but the key names neither the partition of the table alone nor a whole"
                        + " Music.AlbumInfo and Music.AlbumTrack. Remove it, or complete the key");
        assertRefused(Empty.class, Album.class, "ItemCollectionModelTest.Empty has no properties");
        assertRefused(
                Nowhere.class,
                Album.class,
                "ItemCollectionModelTest.Nowhere is for index nowhere_index, which Music.Item does not have. Name one of"
                        + " its indexes");
        assertRefused(
                WrongPartition.class,
                Album.class,
                "WrongPartition.album_token is stored in partition_key, but the key names neither the partition of index"
                        + " label_index alone");
        assertRefused(String.class, Album.class, "String is not a key type. Give a key of");
    }

    // Tables without a String sort key.

    @DynamoDbBean
    public static class Numbered {
        private String id;
        private Long number;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        @DynamoDbSortKey
        public Long getNumber() {
            return number;
        }

        public void setNumber(Long number) {
            this.number = number;
        }
    }

    record Reading(String id, long number) {}

    record Readings(List<Reading> readings) {
        record Key(String id) {}
    }

    interface NumberedTable extends LogicalTable<Numbered> {
        ItemCollection<Readings.Key, Readings> readings();
    }

    interface NumberedDb extends LogicalDb {
        @TableName("numbered")
        NumberedTable numbered();
    }

    @Test
    void refusesATableWithoutAStringSortKey() {
        assertThatThrownBy(() -> nowhere.logicalDb(NumberedDb.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "ItemCollectionModelTest.Readings.readings: ItemCollectionModelTest.Reading is to be read together with other item types, but"
                                + " ItemCollectionModelTest.Numbered has no sort key of type String, so nothing distinguishes their"
                                + " items. Give ItemCollectionModelTest.Numbered a String sort key, or query one type at a time.");
    }

    // Declarations in interfaces.

    @SuppressWarnings("rawtypes")
    interface RawTable extends LogicalTable<Item> {
        ItemCollection albums();
    }

    interface MixedUpTable extends LogicalTable<Item> {
        AsyncItemCollection<Album.Key, Album> albums();
    }

    interface AsyncPlaylistTable extends AsyncLogicalTable<Item> {
        AsyncItemCollection<Album.Key, AlbumAndPlaylist> albums();
    }

    interface AsyncDb extends AsyncLogicalDb {
        @TableName("music")
        AsyncPlaylistTable music();
    }

    @Test
    void refusesDeclarationsThatNameNoTypes() {
        LogicalDb db = nowhere.logicalDb(LogicalDb.class);
        assertThatThrownBy(() -> db.logicalTable("music", RawTable.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RawTable.albums() does not name its key type and its item type");
        assertThatThrownBy(() -> db.logicalTable("music", MixedUpTable.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Let it return InlineView, SecondaryIndex or ItemCollection");
        assertThatThrownBy(() -> nowhere.asyncLogicalDb(AsyncDb.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("so their items never share a partition");
    }

    private void assertRefused(Class<?> keyType, Class<?> type, String message) {
        Music.MusicTable table = nowhere.logicalDb(Music.MusicDb.class).music();
        Music.AsyncMusicTable async =
                nowhere.asyncLogicalDb(Music.AsyncMusicDb.class).music();

        assertThat(table).isNotNull();
        assertThatThrownBy(() -> table.itemCollection(keyType, type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() -> async.itemCollection(keyType, type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
