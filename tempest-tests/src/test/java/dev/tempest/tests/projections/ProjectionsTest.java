package dev.tempest.tests.projections;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.Finding;
import dev.tempest.GreaterThan;
import dev.tempest.Offset;
import dev.tempest.UnreadableItemException;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.ProjectedView;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.projections.Albums.Album;
import dev.tempest.tests.projections.Albums.Release;
import dev.tempest.tests.projections.Albums.Songs;
import dev.tempest.tests.projections.Albums.Title;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Publisher;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** Reads of some properties of items. */
class ProjectionsTest {
    private static final Album BLUE = Album.of("ann", "1", "Blue", "jazz", 1999);
    private static final Album RED = Album.of("ann", "2", "Red", "folk", 2001);
    private static final Album GREY = Album.of("bob", "3", "Grey", "jazz", 2005);
    private static final BeginsWith<Album.Key> ANNS = new BeginsWith<>(new Album.Key("ann", ""));
    private static final BeginsWith<Album.ByGenre> JAZZ = new BeginsWith<>(new Album.ByGenre("jazz", "", ""));

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create(Albums.TABLE, Albums.Row.class, table -> {
        var existing = table.build();
        return table.globalSecondaryIndexes(existing.globalSecondaryIndexes().stream()
                        .map(index -> index.toBuilder()
                                .projection(projection -> projection
                                        .projectionType(ProjectionType.INCLUDE)
                                        .nonKeyAttributes("title"))
                                .build())
                        .toArray(GlobalSecondaryIndex[]::new))
                .localSecondaryIndexes(existing.localSecondaryIndexes().stream()
                        .map(index -> index.toBuilder()
                                .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                                .build())
                        .toArray(LocalSecondaryIndex[]::new));
    }));

    private Albums.Table table;
    private InlineView<Album.Key, Album> albums;

    @BeforeEach
    void store() {
        table = db.logicalDb(Albums.Db.class).table();
        albums = table.albums();
        List.of(BLUE, RED, GREY).forEach(albums::save);
    }

    @Test
    void loadsSomePropertiesOfAnItem() {
        ProjectedView<Album.Key, Title> titles = albums.projecting(Title.class);

        assertThat(titles.load(BLUE.key())).isEqualTo(new Title("jazz", "Blue"));
        assertThat(titles.load(BLUE.key(), true)).isEqualTo(new Title("jazz", "Blue"));
        assertThat(titles.load(new Album.Key("ann", "none"))).isNull();
        assertThat(titles.load(BLUE.key(), false, ReturnConsumedCapacity.TOTAL)
                        .consumedCapacity()
                        .capacityUnits())
                .isEqualTo(0.5);
    }

    @Test
    void queriesThemInTheTable() {
        ProjectedView<Album.Key, Release> releases = albums.projecting(Release.class);

        assertThat(releases.query(ANNS).contents()).containsExactly(new Release("1", 1999), new Release("2", 2001));
        assertThat(releases.queryAllContents(
                        ANNS, QueryConfig.builder().asc(false).pageSize(1).build()))
                .containsExactly(new Release("2", 2001), new Release("1", 1999));
    }

    @Test
    void scansThem() {
        ProjectedView<Album.Key, Title> titles = albums.projecting(Title.class);

        assertThat(titles.scanAllContents())
                .containsExactlyInAnyOrder(
                        new Title("jazz", "Blue"), new Title("folk", "Red"), new Title("jazz", "Grey"));
        assertThat(titles.parallelScan(3).toList()).hasSize(3);
    }

    @Test
    void goesOnWhereThePageOfAnotherProjectionEnded() {
        Page<Album.Key, Title> first = albums.projecting(Title.class)
                .query(ANNS, QueryConfig.builder().pageSize(1).build());
        String token = albums.projecting(Title.class).offsetToString(first.offset());

        Offset<Album.Key> offset = albums.offsetFromString(token);

        assertThat(albums.projecting(Release.class).query(ANNS, offset).contents())
                .containsExactly(new Release("2", 2001));
    }

    @Test
    void filtersByPropertiesOfTheItemThatAreNotRead() {
        QueryConfig config =
                QueryConfig.builder().filter(number(Album::released).gt(2000)).build();

        assertThat(albums.projecting(Title.class).query(ANNS, config).contents())
                .containsExactly(new Title("folk", "Red"));
        assertThat(albums.projecting(Songs.class)
                        .scan(ScanConfig.builder()
                                .filter(attr(Album::title).eq("Grey"))
                                .build())
                        .contents())
                .containsExactly(new Songs(List.of("one", "two")));
    }

    @Test
    void readsThroughAnIndexWhatItHolds() {
        assertThat(table.albumsByGenre().projecting(Title.class).query(JAZZ).contents())
                .containsExactly(new Title("jazz", "Blue"), new Title("jazz", "Grey"));
        assertThat(table.albumsByGenre().projecting(Title.class).scanAllContents())
                .hasSize(3);
    }

    @Test
    @DisabledIfSystemProperty(
            named = "dynoxide",
            matches = ".+",
            disabledReason = "dynoxide reads null for what an index does not hold")
    void isRejectedForWhatAGlobalIndexDoesNotHold() {
        assertThatThrownBy(() -> table.albumsByGenre().projecting(Release.class).query(JAZZ))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("by_genre")
                .hasMessageContaining("released");
    }

    @Test
    @DisabledIfSystemProperty(
            named = "dynoxide",
            matches = ".+",
            disabledReason = "dynoxide reads null for what an index does not hold")
    void readsFromTheTableWhatALocalIndexDoesNotHold() {
        assertThat(table.albumsByRelease()
                        .projecting(Title.class)
                        .query(new GreaterThan<>(new Album.ByRelease("ann", 0, null)))
                        .contents())
                .containsExactly(new Title("jazz", "Blue"), new Title("folk", "Red"));
    }

    @Test
    void isFoundByACheckOfTheTablesWhereAnIndexDoesNotHoldIt() {
        Albums.Db database = db.logicalDb(Albums.Db.class);
        database.table().albumsByGenre().projecting(Title.class);
        database.table().albumsByGenre().projecting(Release.class);
        database.table().albumsByRelease().projecting(Title.class);

        List<Finding> findings = database.checkTables().tables().get(0).findings();

        assertThat(findings)
                .filteredOn(finding -> finding.message().contains("takes"))
                .extracting(Finding::toString)
                .containsExactlyInAnyOrder(
                        "ERROR: Index by_genre holds the keys and title only, but Albums.Release takes released from it:"
                                + " DynamoDB rejects such queries and scans. Leave the property out of Albums.Release,"
                                + " or create the index again with the attribute.",
                        "INFO: Index by_release holds the keys only, but Albums.Title takes genre, title from it:"
                                + " DynamoDB reads each item from the table as well, and charges for it.");
    }

    @Test
    void transfersNothingElse() {
        List<Set<String>> received = new ArrayList<>();
        ExecutionInterceptor interceptor = new ExecutionInterceptor() {
            @Override
            public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
                if (context.response() instanceof GetItemResponse get) {
                    received.add(get.item().keySet());
                } else if (context.response() instanceof QueryResponse query) {
                    query.items().forEach(item -> received.add(item.keySet()));
                } else if (context.response() instanceof ScanResponse scan) {
                    scan.items().forEach(item -> received.add(item.keySet()));
                }
            }
        };
        var client = db.connection()
                .clientBuilder()
                .overrideConfiguration(config -> config.addExecutionInterceptor(interceptor))
                .build();
        ProjectedView<Album.Key, Songs> songs = dev.tempest.sdk2.LogicalDb.create(
                        Albums.Db.class,
                        DynamoDbEnhancedClient.builder().dynamoDbClient(client).build())
                .table()
                .albums()
                .projecting(Songs.class);

        songs.load(BLUE.key());
        songs.query(ANNS);
        songs.scan();

        assertThat(received).hasSize(6).allMatch(Set.of("artist", "sk", "songs")::equals);
    }

    @Test
    void doesSoWithoutBlocking() {
        var view = db.asyncLogicalDb(Albums.AsyncDb.class).table();
        var titles = view.albums().projecting(Title.class);

        assertThat(titles.loadAsync(BLUE.key()).join()).isEqualTo(new Title("jazz", "Blue"));
        assertThat(titles.loadAsync(new Album.Key("ann", "none")).join()).isNull();
        assertThat(titles.queryPageAsync(ANNS).join().contents()).hasSize(2);
        assertThat(titles.scanPageAsync().join().contents()).hasSize(3);
        assertThat(all(titles.queryAllContentsAsync(ANNS))).hasSize(2);
        assertThat(view.albumsByGenre()
                        .projecting(Title.class)
                        .queryPageAsync(JAZZ)
                        .join()
                        .contents())
                .containsExactly(new Title("jazz", "Blue"), new Title("jazz", "Grey"));
    }

    private static <T> List<T> all(Publisher<T> publisher) {
        List<T> items = new ArrayList<>();
        software.amazon.awssdk.core.async.SdkPublisher.adapt(publisher)
                .subscribe(items::add)
                .join();
        return items;
    }

    @Test
    void namesAnItemThatCannotBeReadByItsKey() {
        db.client()
                .putItem(put -> put.tableName(Albums.TABLE)
                        .item(Map.of(
                                "artist", AttributeValue.fromS("ann"),
                                "sk", AttributeValue.fromS("ALBUM_9"),
                                "title", AttributeValue.fromS("Odd"))));

        assertThatThrownBy(() -> albums.projecting(Release.class).load(new Album.Key("ann", "9")))
                .isInstanceOfSatisfying(
                        UnreadableItemException.class,
                        e -> assertThat(e.itemType()).isEqualTo(Release.class))
                .hasMessage("The item {artist=ann, sk=ALBUM_9} cannot be read as Albums.Release: it has no"
                        + " attribute released, which Albums.Release.released (int) needs.");
    }

    record Unknown(String name) {}

    record OtherType(long released) {}

    record OtherPrefix(@Attribute(prefix = "G_") String genre) {}

    record SamePrefix(@Attribute(prefix = "GENRE_") String genre) {}

    @Test
    void refusesPropertiesThatTheItemTypeDoesNotHave() {
        assertRefused(
                Unknown.class,
                "ProjectionsTest.Unknown.name is not a property of Albums.Album. Name it as the item type does, or make it"
                        + " transient; the item type has artist, id, title, genre, released, songs, version.");
        assertRefused(
                OtherType.class,
                "ProjectionsTest.OtherType.released is a long, but Albums.Album.released is an int. Make both the same"
                        + " type.");
        assertRefused(
                OtherPrefix.class,
                "ProjectionsTest.OtherPrefix.genre has an @Attribute that differs from that of Albums.Album.genre."
                        + " Remove it: Albums.Album.genre says how it is stored.");
        assertThat(albums.projecting(SamePrefix.class).load(BLUE.key())).isEqualTo(new SamePrefix("jazz"));
    }

    private void assertRefused(Class<?> type, String message) {
        assertThatThrownBy(() -> albums.projecting(type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void namesItself() {
        assertThat(albums.projecting(Title.class))
                .hasToString("ProjectedView<Albums.Album.Key, Albums.Title> of table " + Albums.TABLE);
    }
}
