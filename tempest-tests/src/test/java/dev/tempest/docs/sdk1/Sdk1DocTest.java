package dev.tempest.docs.sdk1;

import static dev.tempest.Attributes.attr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.TableNameOverride;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTransactionWriteExpression;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ComparisonOperator;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import dev.tempest.BeginsWith;
import dev.tempest.Condition;
import dev.tempest.ItemSet;
import dev.tempest.docs.model.AlbumInfo;
import dev.tempest.docs.model.AlbumTrack;
import dev.tempest.docs.model.PlaylistInfo;
import dev.tempest.sdk1.BatchWriteResult;
import dev.tempest.sdk1.BatchWriteSet;
import dev.tempest.sdk1.FilterExpression;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.Page;
import dev.tempest.sdk1.QueryConfig;
import dev.tempest.sdk1.TransactionFailure;
import dev.tempest.sdk1.TransactionWriteSet;
import dev.tempest.testing.sdk1.TestDb;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of the page on SDK 1.x. */
class Sdk1DocTest {
    @RegisterExtension
    final TestDb testDb = TestDb.builder()
            .table(MusicItem.class)
            .table("test-music_items", MusicItem.class)
            .build();

    private MusicDb db;
    private MusicTable table;

    @BeforeEach
    void fillTable() {
        create(testDb.mapper());
        table.albumInfo()
                .save(new AlbumInfo("ALBUM_1", "Harbour Lights", "The Lanterns", LocalDate.of(2020, 2, 21), 3));
        table.albumTracks().save(new AlbumTrack("ALBUM_1", "1", "Low Tide", Duration.ofSeconds(207)));
        table.albumTracks().save(new AlbumTrack("ALBUM_1", "2", "Breakwater", Duration.ofSeconds(188)));
        table.albumTracks().save(new AlbumTrack("ALBUM_1", "3", "Foghorn", Duration.ofSeconds(254)));
        table.playlistInfo()
                .save(new PlaylistInfo("PLAYLIST_1", "Night drive", List.of(new AlbumTrack.Key("ALBUM_1", "1"))));
    }

    private void create(DynamoDBMapper dynamoDbMapper) {
        // doc: create
        MusicDb db = LogicalDb.create(MusicDb.class, dynamoDbMapper);
        MusicTable table = db.music();
        // doc: end
        this.db = db;
        this.table = table;
    }

    // doc: rename
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
                existing.playlist_version + 1);
        // Write.
        table.playlistInfo().save(newPlaylist, ifPlaylistVersionIs(existing.playlist_version));
    }

    private DynamoDBSaveExpression ifPlaylistVersionIs(Long playlist_version) {
        return new DynamoDBSaveExpression()
                .withExpectedEntry(
                        "playlist_version",
                        new ExpectedAttributeValue()
                                .withComparisonOperator(ComparisonOperator.EQ)
                                .withAttributeValueList(new AttributeValue().withN("" + playlist_version)));
    }
    // doc: end

    @Test
    void renamesAPlaylist() {
        changePlaylistName("PLAYLIST_1", "Day drive");

        PlaylistInfo renamed = table.playlistInfo().load(new PlaylistInfo.Key("PLAYLIST_1"));
        assertThat(renamed.playlist_name).isEqualTo("Day drive");
        assertThatThrownBy(() -> table.playlistInfo().save(renamed, ifPlaylistVersionIs(1L)))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void loadsConsistently() {
        // doc: load
        AlbumInfo album = table.albumInfo().load(new AlbumInfo.Key("ALBUM_1"), ConsistentReads.CONSISTENT);
        // doc: end
        assertThat(album.album_title()).isEqualTo("Harbour Lights");
    }

    @Test
    void queriesWithAFilter() {
        // doc: query
        QueryConfig longerThan200 = QueryConfig.builder()
                .filterExpression(new FilterExpression(
                        "run_length > :seconds", Map.of(":seconds", new AttributeValue().withN("200"))))
                .build();
        Page<AlbumTrack.Key, AlbumTrack> page =
                table.albumTracks().query(new BeginsWith<>(new AlbumTrack.Key("ALBUM_1")), longerThan200);
        // doc: end
        assertThat(page.contents()).extracting(AlbumTrack::track_title).containsExactly("Low Tide", "Foghorn");
        assertThat(table.albumInfoByArtist()
                        .queryAllContents(new BeginsWith<>(new AlbumInfo.ArtistIndexOffset("The Lanterns"))))
                .hasSize(1);
        assertThat(table.albumTracksByTitle()
                        .queryAllContents(new BeginsWith<>(new AlbumTrack.TitleIndexOffset("ALBUM_1"))))
                .extracting(AlbumTrack::track_title)
                .containsExactly("Breakwater", "Foghorn", "Low Tide");
    }

    @Test
    void queriesAndChangesByAttributes() {
        // doc: attributes
        Condition<AlbumTrack> isLong = attr(AlbumTrack::run_length).gt(Duration.ofSeconds(200));
        AlbumTrack.Key key = new AlbumTrack.Key("ALBUM_1", "1");
        Page<AlbumTrack.Key, AlbumTrack> longTracks = table.albumTracks()
                .query(
                        new BeginsWith<>(new AlbumTrack.Key("ALBUM_1")),
                        QueryConfig.builder().filter(isLong).build());
        AlbumTrack renamed = table.albumTracks()
                .patch(key, attr(AlbumTrack::track_title).set("High Tide").onlyIf(isLong));
        db.transactionWrite(TransactionWriteSet.builder()
                .patch(key, attr(AlbumTrack::run_length).set(Duration.ofSeconds(185)))
                .checkCondition(new AlbumTrack.Key("ALBUM_1", "3"), isLong)
                .build());
        AlbumTrack deleted = table.albumTracks().deleteKey(key, isLong.not());
        // doc: end
        assertThat(longTracks.contents()).extracting(AlbumTrack::track_title).containsExactly("Low Tide", "Foghorn");
        assertThat(renamed.track_title()).isEqualTo("High Tide");
        assertThat(deleted.run_length()).isEqualTo(Duration.ofSeconds(185));
    }

    @Test
    void writesABatch() {
        // doc: batch
        BatchWriteResult result = db.batchWrite(BatchWriteSet.builder()
                .clobber(new AlbumTrack("ALBUM_1", "4", "Slack Water", Duration.ofSeconds(231)))
                .delete(new AlbumTrack.Key("ALBUM_1", "2"))
                .build());
        ItemSet items = db.batchLoad(new AlbumInfo.Key("ALBUM_1"), new AlbumTrack.Key("ALBUM_1", "4"));
        // doc: end
        assertThat(result.isSuccessful()).isTrue();
        assertThat(items).hasSize(2);
    }

    @Test
    void writesATransaction() {
        List<String> messages = new ArrayList<>();
        // doc: transaction
        DynamoDBTransactionWriteExpression ifThere =
                new DynamoDBTransactionWriteExpression().withConditionExpression("attribute_exists(partition_key)");
        try {
            db.transactionWrite(TransactionWriteSet.builder()
                    .save(new PlaylistInfo("PLAYLIST_2", "Ferry", List.of(new AlbumTrack.Key("ALBUM_1", "9"))))
                    .checkCondition(new AlbumTrack.Key("ALBUM_1", "9"), ifThere)
                    .build());
        } catch (TransactionCanceledException e) {
            for (TransactionFailure failure : db.failuresIn(e)) {
                messages.add(failure.operation().target() + ": " + failure.code());
            }
        }
        // doc: end
        assertThat(messages).containsExactly("Key[album_token=ALBUM_1, track_token=9]: ConditionalCheckFailed");
    }

    @Test
    void overridesTheMappersConfiguration() {
        DynamoDBMapper dynamoDbMapper = testDb.mapper();
        // doc: config
        DynamoDBMapperConfig forTests =
                TableNameOverride.withTableNamePrefix("test-").config();
        MusicDb db = LogicalDb.create(MusicDb.class, dynamoDbMapper, forTests);
        // doc: end
        assertThat(db.music().tableName()).isEqualTo("test-music_items");
    }

    @Test
    void isBuiltFromAClient() {
        AmazonDynamoDB amazonDynamoDb = testDb.client();
        byte[] secret = new byte[16];
        // doc: builder
        MusicDb db = LogicalDb.builder(MusicDb.class)
                .client(amazonDynamoDb)
                .config(DynamoDBMapperConfig.DEFAULT)
                .offsetSecret(secret)
                .build();
        // doc: end
        assertThat(db.music().albumInfo().load(new AlbumInfo.Key("ALBUM_1"))).isNotNull();
    }

    @Test
    void storesWhatTheOtherModuleReads() {
        var connection = testDb.connection();
        try (var sdk2 = dev.tempest.testing.DynamoDbConnection.to(connection.endpoint(), connection.accessKeyId())) {
            var sameTable = sdk2.logicalDb(dev.tempest.docs.model.MusicDb.class).music();
            assertThat(sameTable.albumInfo().load(new AlbumInfo.Key("ALBUM_1")))
                    .isEqualTo(table.albumInfo().load(new AlbumInfo.Key("ALBUM_1")));
            assertThat(sameTable.albumTracks().scanAllContents())
                    .containsExactlyInAnyOrderElementsOf(table.albumTracks().scanAllContents());
            assertThat(sameTable.playlistInfo().load(new PlaylistInfo.Key("PLAYLIST_1")))
                    .usingRecursiveComparison()
                    .isEqualTo(table.playlistInfo().load(new PlaylistInfo.Key("PLAYLIST_1")));
        }
    }
}
