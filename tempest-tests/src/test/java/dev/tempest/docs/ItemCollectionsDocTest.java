package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Attribute;
import dev.tempest.Between;
import dev.tempest.ForIndex;
import dev.tempest.GreaterThan;
import dev.tempest.ItemSet;
import dev.tempest.TableName;
import dev.tempest.sdk2.AsyncItemCollection;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** The code of the page on item collections. */
class ItemCollectionsDocTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("music_items", MusicItem.class));

    private final AlbumTrack first = new AlbumTrack("ALBUM_1", "01", "Dawn", "The Planets");
    private final AlbumTrack second = new AlbumTrack("ALBUM_1", "02", "Noon", "The Planets");
    private final AlbumTrack third = new AlbumTrack("ALBUM_1", "03", "Dusk", "The Planets");
    private MusicTable table;

    @BeforeEach
    void saveAnAlbum() {
        table = db.logicalDb(MusicDb.class).music();
        table.albumInfo().save(new AlbumInfo("ALBUM_1", "Days", "The Planets"));
        List.of(first, second, third).forEach(table.albumTracks()::save);
        MusicItem review = new MusicItem();
        review.setPartition_key("ALBUM_1");
        review.setSort_key("REVIEW_1");
        table.save(review);
    }

    @DynamoDbBean
    public static class MusicItem {
        private String partition_key;
        private String sort_key;
        private String album_title;
        private String track_title;
        private String artist_name;

        @DynamoDbPartitionKey
        public String getPartition_key() {
            return partition_key;
        }

        public void setPartition_key(String partition_key) {
            this.partition_key = partition_key;
        }

        @DynamoDbSortKey
        public String getSort_key() {
            return sort_key;
        }

        public void setSort_key(String sort_key) {
            this.sort_key = sort_key;
        }

        public String getAlbum_title() {
            return album_title;
        }

        public void setAlbum_title(String album_title) {
            this.album_title = album_title;
        }

        public String getTrack_title() {
            return track_title;
        }

        public void setTrack_title(String track_title) {
            this.track_title = track_title;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "artist_index")
        public String getArtist_name() {
            return artist_name;
        }

        public void setArtist_name(String artist_name) {
            this.artist_name = artist_name;
        }
    }

    public record AlbumInfo(
            @Attribute(name = "partition_key") String album_token, String album_title, String artist_name) {
        @Attribute(prefix = "INFO_")
        public String sort_key() {
            return "";
        }

        public record Key(String album_token) {
            public String sort_key() {
                return "";
            }
        }
    }

    public record AlbumTrack(
            @Attribute(name = "partition_key") String album_token,
            @Attribute(name = "sort_key", prefix = "TRACK_") String track_token,
            String track_title,
            String artist_name) {
        public record Key(String album_token, String track_token) {}
    }

    public record Album(AlbumInfo info, List<AlbumTrack> tracks) {
        public record Key(String album_token) {}
    }

    public interface MusicTable extends LogicalTable<MusicItem> {
        InlineView<AlbumInfo.Key, AlbumInfo> albumInfo();

        InlineView<AlbumTrack.Key, AlbumTrack> albumTracks();

        ItemCollection<Album.Key, Album> albums();
    }

    public record EverythingOfAlbum(AlbumInfo info, List<AlbumTrack> tracks, List<MusicItem> others) {}

    public record WorksOfArtist(List<AlbumInfo> albums, List<AlbumTrack> tracks) {
        @ForIndex(name = "artist_index")
        public record Key(String artist_name) {}
    }

    interface MusicDb extends LogicalDb {
        @TableName("music_items")
        MusicTable music();
    }

    interface AsyncMusicTable extends AsyncLogicalTable<MusicItem> {
        AsyncItemCollection<Album.Key, Album> albums();
    }

    interface AsyncMusicDb extends AsyncLogicalDb {
        @TableName("music_items")
        AsyncMusicTable music();
    }

    @Test
    void loads() {
        Album album = table.albums().load(new Album.Key("ALBUM_1"));
        AlbumInfo info = album.info();
        List<AlbumTrack> tracks = album.tracks();

        assertThat(info.album_title()).isEqualTo("Days");
        assertThat(tracks).containsExactly(first, second, third);
    }

    @Test
    void loadsAsConfigured() {
        Album upToDate = table.albums().load(new Album.Key("ALBUM_1"), true);

        QueryConfig backwards = QueryConfig.builder().asc(false).pageSize(500).build();
        Album lastTrackFirst = table.albums().load(new Album.Key("ALBUM_1"), backwards);

        assertThat(upToDate.tracks()).containsExactly(first, second, third);
        assertThat(lastTrackFirst.tracks()).containsExactly(third, second, first);
    }

    @Test
    void loadsAPart() {
        Album beginning = table.albums()
                .load(new Between<Object>(new AlbumInfo.Key("ALBUM_1"), new AlbumTrack.Key("ALBUM_1", "02")));

        Album rest = table.albums().load(new GreaterThan<>(new AlbumTrack.Key("ALBUM_1", "02")));

        assertThat(beginning.info()).isNotNull();
        assertThat(beginning.tracks()).containsExactly(first, second);
        assertThat(rest).isEqualTo(new Album(null, List.of(third)));
    }

    @Test
    void collectsRowsOfOtherTypes() {
        ItemCollection<Album.Key, EverythingOfAlbum> albums =
                table.itemCollection(Album.Key.class, EverythingOfAlbum.class);
        List<MusicItem> others = albums.load(new Album.Key("ALBUM_1")).others();

        assertThat(others).extracting(MusicItem::getSort_key).containsExactly("REVIEW_1");
    }

    @Test
    void loadsThroughAnIndex() {
        ItemCollection<WorksOfArtist.Key, WorksOfArtist> works =
                table.itemCollection(WorksOfArtist.Key.class, WorksOfArtist.class);
        WorksOfArtist ofThePlanets = works.load(new WorksOfArtist.Key("The Planets"));

        assertThat(ofThePlanets.albums()).hasSize(1);
        assertThat(ofThePlanets.tracks()).containsExactlyInAnyOrder(first, second, third);
    }

    @Test
    void loadsWithoutATypeOfItsOwn() {
        ItemSet items = table.loadPartition(new AlbumInfo.Key("ALBUM_1"), AlbumInfo.class, AlbumTrack.class);
        List<AlbumTrack> tracks = items.getItems(AlbumTrack.class);
        AlbumTrack second = items.get(new AlbumTrack.Key("ALBUM_1", "02"), AlbumTrack.class);

        assertThat(tracks).containsExactly(first, second, third);
        assertThat(second).isEqualTo(this.second);
    }

    @Test
    void loadsAsynchronously() {
        AsyncMusicTable asyncTable = db.asyncLogicalDb(AsyncMusicDb.class).music();

        CompletableFuture<Album> future = asyncTable.albums().loadAsync(new Album.Key("ALBUM_1"));

        assertThat(future.join().tracks()).hasSize(3);
    }
}
