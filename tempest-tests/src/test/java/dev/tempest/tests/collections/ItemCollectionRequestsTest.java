package dev.tempest.tests.collections;

import static dev.tempest.tests.collections.Music.album;
import static dev.tempest.tests.collections.Music.save;
import static dev.tempest.tests.collections.Music.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Between;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.collections.Music.Album;
import dev.tempest.tests.collections.Music.AlbumInfo;
import dev.tempest.tests.collections.Music.AlbumTrack;
import dev.tempest.tests.collections.Music.AsyncMusicDb;
import dev.tempest.tests.collections.Music.Catalog;
import dev.tempest.tests.collections.Music.Item;
import dev.tempest.tests.collections.Music.MusicDb;
import dev.tempest.tests.collections.Music.WholeAlbum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClientExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbExtensionContext;
import software.amazon.awssdk.enhanced.dynamodb.extensions.ReadModification;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Which requests item collections send. */
class ItemCollectionRequestsTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("music", Item.class));

    private static final Album.Key KEY = new Album.Key("1");
    private final Album album = album("1", 30);
    private final FaultyHttp network = FaultyHttp.builder().build();
    private DynamoDbConnection counted;

    @BeforeEach
    void saveAnAlbum() {
        save(db.logicalDb(MusicDb.class).music(), album);
        counted = db.with(network);
    }

    @ParameterizedTest
    @EnumSource
    void takesOneRequestForAnAlbumOf30Tracks(Face face) {
        assertThat(face.albums(counted).load(KEY)).isEqualTo(album);

        assertThat(network.requests("Query")).isOne();
        assertThat(network.requests()).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void takesThePagesItNeedsFor3MegabytesAndLosesNothing(Face face) {
        Album large = largeAlbum();
        save(db.logicalDb(MusicDb.class).music(), large);
        long pages = db
                .client()
                .queryPaginator(query -> query.tableName("music")
                        .keyConditionExpression("partition_key = :partition")
                        .expressionAttributeValues(Map.of(":partition", AttributeValue.fromS("ALBUM_2"))))
                .stream()
                .count();

        Album loaded = face.albums(counted).load(new Album.Key("2"));

        assertThat(loaded).isEqualTo(large);
        assertThat(network.requests()).isEqualTo(pages).isBetween(3L, 5L);
        assertThat(face.albums(counted)
                        .load(
                                new Between<Object>(new AlbumInfo.Key("2"), new AlbumTrack.Key("2", "0029")),
                                QueryConfig.builder().asc(false).build())
                        .tracks())
                .hasSize(29)
                .doesNotHaveDuplicates();
    }

    private static Album largeAlbum() {
        String lyrics = "la".repeat(50_000);
        List<AlbumTrack> tracks = new ArrayList<>();
        for (int i = 1; i <= 31; i++) {
            tracks.add(track("2", i, lyrics));
        }
        return new Album(new AlbumInfo("2", "Large", "Stax"), tracks);
    }

    @ParameterizedTest
    @EnumSource
    void takesPagesOfTheSizeThatWasAskedFor(Face face) {
        QueryConfig config =
                QueryConfig.builder().pageSize(10).consistentRead(true).build();

        assertThat(face.albums(counted).load(KEY, config)).isEqualTo(album);
        assertThat(network.requests()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void sendsNothingWhereThereCanBeNothing(Face face) {
        assertThat(face.albums(counted).load(new Between<Object>(new AlbumTrack.Key("1", "1"), new AlbumInfo.Key("1"))))
                .isNull();
        assertThatThrownBy(() -> face.collection(counted, Album.OfLabel.class, Catalog.class)
                        .load(new Album.OfLabel(null)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(network.requests()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatFailed(Face face) {
        db.client().deleteTable(delete -> delete.tableName("music"));

        assertThatThrownBy(() -> face.albums(counted).load(KEY))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageStartingWith("query of Music.Album where partition_key = ALBUM_1 in table music: ");
    }

    @Test
    void cancelsTheRequestsOfACancelledFuture() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        AtomicReference<CompletableFuture<?>> future = new AtomicReference<>();
        Reading onFirstRow = context -> {
            try {
                started.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            future.get().cancel(true);
            return ReadModification.builder().build();
        };
        AsyncMusicDb async = AsyncLogicalDb.create(
                AsyncMusicDb.class,
                DynamoDbEnhancedAsyncClient.builder()
                        .dynamoDbClient(counted.asyncClient())
                        .extensions(onFirstRow)
                        .build());

        future.set(async.music()
                .albums()
                .loadAsync(KEY, QueryConfig.builder().pageSize(1).build()));
        started.countDown();

        assertThatThrownBy(() -> future.get().join()).isInstanceOf(CancellationException.class);
        assertThat(network.requests()).isOne();
    }

    @Test
    void callsExtensionsForTheTypeOfEachRow() {
        List<String> types = new ArrayList<>();
        Reading upperCase = context -> {
            types.add(context.tableSchema().itemType().rawClass().getSimpleName());
            Map<String, AttributeValue> row = new HashMap<>(context.items());
            row.computeIfPresent("title", (name, title) -> AttributeValue.fromS(title.s() + "!"));
            return ReadModification.builder().transformedItem(row).build();
        };
        MusicDb music = LogicalDb.create(
                MusicDb.class,
                DynamoDbEnhancedClient.builder()
                        .dynamoDbClient(db.client())
                        .extensions(upperCase)
                        .build());
        music.music().albumReviews().save(new Music.AlbumReview("1", "a", 5));
        types.clear();

        WholeAlbum whole =
                music.music().itemCollection(Album.Key.class, WholeAlbum.class).load(KEY);

        assertThat(types)
                .hasSize(32)
                .startsWith("AlbumInfo", "Item", "AlbumTrack")
                .endsWith("AlbumTrack");
        assertThat(whole.info().title()).isEqualTo(album.info().title() + "!");
        assertThat(whole.tracks()).allSatisfy(track -> assertThat(track.title()).endsWith("!"));
    }

    private interface Reading extends DynamoDbEnhancedClientExtension {
        @Override
        ReadModification afterRead(DynamoDbExtensionContext.AfterRead context);
    }
}
