package dev.tempest.tests.patches;

import static com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads.CONSISTENT;
import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.list;
import static dev.tempest.Attributes.number;
import static dev.tempest.Attributes.set;
import static dev.tempest.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.amazonaws.services.dynamodbv2.model.AmazonDynamoDBException;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import dev.tempest.BeginsWith;
import dev.tempest.Change;
import dev.tempest.sdk1.TransactionWriteSet;
import dev.tempest.testing.FaultyEndpoint;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.patches.Songs.Charted;
import dev.tempest.tests.patches.Songs.ChartedKey;
import dev.tempest.tests.patches.Songs.Label;
import dev.tempest.tests.patches.Songs.Lettered;
import dev.tempest.tests.patches.Songs.Plain;
import dev.tempest.tests.patches.Songs.Ranked;
import dev.tempest.tests.patches.Songs.Song;
import dev.tempest.tests.patches.Songs.SongKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Changes of single attributes through SDK 1.x, and what they leave alone. */
class Sdk1PatchTest {
    private static final SongKey ANN = new SongKey("1", "ann");
    private static final Song.Key SONG = new Song.Key("1", "ann");

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("songs", Songs.Row.class));

    private final List<FaultyEndpoint> proxies = new ArrayList<>();
    private Songs.Sdk1Db sdk1;
    private Songs.Sdk1Table songs;

    @BeforeEach
    void connect() {
        sdk1 = Songs.sdk1(db.connection(), db.connection().endpoint());
        songs = sdk1.songs();
    }

    @AfterEach
    void close() {
        proxies.forEach(FaultyEndpoint::close);
    }

    private Songs.Sdk1Db through(FaultyHttp network) {
        FaultyEndpoint proxy = network.proxyTo(db.connection().endpoint());
        proxies.add(proxy);
        return Songs.sdk1(db.connection(), proxy.endpoint());
    }

    private Map<String, AttributeValue> stored(String sk) {
        return db.client()
                .getItem(get -> get.tableName("songs")
                        .consistentRead(true)
                        .key(Map.of("pk", AttributeValue.fromS("1"), "sk", AttributeValue.fromS(sk))))
                .item();
    }

    private void storeBeside(String sk, String attribute, AttributeValue value) {
        db.client()
                .updateItem(update -> update.tableName("songs")
                        .key(Map.of("pk", AttributeValue.fromS("1"), "sk", AttributeValue.fromS(sk)))
                        .updateExpression("SET #a = :v")
                        .expressionAttributeNames(Map.of("#a", attribute))
                        .expressionAttributeValues(Map.of(":v", value)));
    }

    @Test
    void setsAndAddsAndRemovesInOneRequest() {
        FaultyHttp network = FaultyHttp.builder().build();
        Songs.Sdk1Table watched = through(network).songs();
        songs.songs().save(Song.of("ann", "Air", 5, null));
        storeBeside("SONG_ann", "of another program", AttributeValue.fromS("kept"));

        Song after = watched.songs()
                .patch(
                        SONG,
                        changes(
                                text(Song::title).set("Aria"),
                                number(Song::plays).add(2),
                                attr(Song::owner).remove(),
                                set(Song::tags).addAll(Set.of("folk")),
                                list(Song::verses).append("first"),
                                attr(Song::label).set(new Label("Rome", 1900))));

        assertThat(after)
                .isEqualTo(new Song(
                        "1",
                        "ann",
                        "Aria",
                        7L,
                        Set.of("folk"),
                        null,
                        List.of("first"),
                        null,
                        new Label("Rome", 1900),
                        2L));
        assertThat(songs.songs().load(SONG, CONSISTENT)).isEqualTo(after);
        assertThat(stored("SONG_ann")).containsEntry("of another program", AttributeValue.fromS("kept"));
        assertThat(network.requests()).isEqualTo(1);
    }

    @Test
    void changesSetsAndListsAndNestedValues() {
        songs.songs()
                .save(new Song(
                        "1",
                        "ann",
                        "Air",
                        5L,
                        Set.of("folk", "live"),
                        Set.of(1, 2),
                        List.of("a", "b", "c"),
                        "ada",
                        new Label("Rome", 1900),
                        null));

        Song after = songs.songs()
                .patch(
                        SONG,
                        changes(
                                set(Song::tags).removeAll(Set.of("folk", "live")),
                                set(Song::ratings).addAll(Set.of(2, 3)),
                                list(Song::verses).set(0, "A"),
                                list(Song::verses).remove(1),
                                number((Song song) -> song.label().getFounded()).add(1),
                                attr((Song song) -> song.label().getCity()).set("Bari")));

        assertThat(after.tags()).isNull();
        assertThat(after.ratings()).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(after.verses()).containsExactly("A", "c");
        assertThat(after.label()).isEqualTo(new Label("Bari", 1901));

        Song further = songs.songs()
                .patch(
                        SONG,
                        list(Song::verses).prepend("0").and(attr(Song::tags).setIfAbsent(Set.of("new"))));

        assertThat(further.verses()).containsExactly("0", "A", "c");
        assertThat(further.tags()).containsExactly("new");
        assertThat(further.version()).isEqualTo(3);
    }

    @Test
    void keepsPrefixes() {
        songs.songs().save(Song.of("ann", "Air", 5, null));

        assertThat(songs.songs().patch(SONG, attr(Song::owner).set("bob")).owner())
                .isEqualTo("bob");

        assertThat(stored("SONG_ann")).containsEntry("owner", AttributeValue.fromS("OWNER_bob"));
    }

    @Test
    void isRefusedWithoutAnItem() {
        assertThatThrownBy(() -> songs.songs().patch(SONG, attr(Song::title).set("x")))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining(
                        "patch of Songs.Song {pk=1, sk=SONG_ann} in table songs, expected an item, found" + " no item");
        assertThat(songs.songs().load(SONG)).isNull();
    }

    @Test
    void createsAnItemIfItIsToldTo() {
        Song after = songs.songs()
                .patch(
                        SONG,
                        changes(
                                        attr(Song::title).set("Air"),
                                        number(Song::plays).add(1))
                                .orCreate());

        assertThat(after).isEqualTo(new Song("1", "ann", "Air", 1L, null, null, null, null, null, 1L));
        assertThat(songs.songs().load(SONG, CONSISTENT)).isEqualTo(after);
    }

    @Test
    void createsAnItemWithWhatItComputes() {
        Ranked after = songs.ranked()
                .patch(
                        ANN,
                        changes(
                                        attr(Ranked::title).set("Air"),
                                        number(Ranked::plays).add(1))
                                .orCreate());

        assertThat(after).isEqualTo(new Ranked("1", "ann", "Air", 1, 1L));
        assertThat(ranks()).containsExactly(after);
    }

    @Test
    void createsAnItemWhoseVersionCannotBeNull() {
        ChartedKey key = new ChartedKey("1", "ann");

        Charted after =
                songs.charted().patch(key, attr(Charted::title).set("Air").orCreate());

        assertThat(after).isEqualTo(new Charted("1", "ann", "Air", 1));
        assertThat(songs.charted().load(key, CONSISTENT)).isEqualTo(after);
        assertThat(stored("CHARTED_ann")).containsEntry("gsiPk", AttributeValue.fromS("CHART#Air"));
    }

    private List<Ranked> ranks() {
        return songs.byRank()
                .query(new BeginsWith<>(new Ranked.RankKey("BOARD", "", null, null)))
                .contents();
    }

    @Test
    void recomputesWhatIsMadeOfAChangedPropertyAndItsCopies() {
        songs.ranked().save(new Ranked("1", "ann", "Air", 9, null));

        Ranked after = songs.ranked()
                .patch(
                        ANN,
                        changes(
                                attr(Ranked::title).set("Aria"),
                                number(Ranked::plays).add(1)));

        assertThat(after).isEqualTo(new Ranked("1", "ann", "Aria", 10, 2L));
        assertThat(ranks()).containsExactly(after);
        assertThat(stored("RANKED_ann"))
                .containsEntry("titleCopy", AttributeValue.fromS("Aria"))
                .containsEntry("gsiSk", AttributeValue.fromS("00000010#Aria"));
    }

    @Test
    void isMadeOnlyOnACondition() {
        songs.songs().save(Song.of("ann", "Air", 5, null));
        var rename = attr(Song::title).set("Aria");

        assertThatThrownBy(() -> songs.songs()
                        .patch(SONG, rename.onlyIf(number(Song::plays).gt(5L))))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        e -> assertThat(e.getItem()).containsKey("plays"))
                .hasMessageContaining("expected an item and plays > ?, found an item");
        assertThat(songs.songs()
                        .patch(SONG, rename.onlyIf(number(Song::plays).ge(5L)))
                        .title())
                .isEqualTo("Aria");
    }

    @Test
    void tellsAConditionThatFailsFromAConflictWhereItReads() {
        songs.lettered().save(new Lettered("1", "ann", "Air", 5L, null));

        assertThatThrownBy(() -> songs.lettered()
                        .patch(
                                ANN,
                                attr(Lettered::title)
                                        .set("x")
                                        .onlyIf(attr(Lettered::plays).eq(6L))))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("patch of Songs.Lettered {pk=1, sk=LETTERED_ann} in table songs, expected an item"
                        + " and plays = ?");
    }

    @Test
    void givesANewTextWhereAVersionIsOne() {
        Lettered first = songs.lettered().save(new Lettered("1", "ann", "Air", 5L, null));

        Lettered after = songs.lettered().patch(ANN, number(Lettered::plays).add(1));

        assertThat(after.plays()).isEqualTo(6);
        assertThat(after.edition()).isNotEqualTo(first.edition());
        assertThatThrownBy(() -> songs.lettered().save(first)).isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void changesAnItemThatWasReadIfNobodyElseHas() {
        Song read = songs.songs().save(Song.of("ann", "Air", 5, null));

        Song after = songs.songs()
                .patchItem(
                        read.with("a local change that is not written", 1L),
                        number(Song::plays).add(1));

        assertThat(after).isEqualTo(Song.of("ann", "Air", 6, 2L));
        assertThatThrownBy(
                        () -> songs.songs().patchItem(read, number(Song::plays).add(1)))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("expected version 1, found version 2");
    }

    @Test
    void changesAnItemThatComputesIfNobodyElseHas() {
        Ranked read = songs.ranked().save(new Ranked("1", "ann", "Air", 9, null));

        assertThat(songs.ranked().patchItem(read, number(Ranked::plays).add(1)))
                .isEqualTo(new Ranked("1", "ann", "Air", 10, 2L));
        assertThat(ranks()).hasSize(1);
        assertThatThrownBy(() ->
                        songs.ranked().patchItem(read, number(Ranked::plays).add(1)))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("expected version 1, found version 2");
    }

    @Test
    void isAPartOfATransaction() {
        songs.songs().save(Song.of("ann", "Air", 5, null));
        songs.songs().save(Song.of("bob", "Bourree", 7, null));
        Song bob = songs.songs().load(new Song.Key("1", "bob"), CONSISTENT);

        sdk1.transactionWrite(TransactionWriteSet.builder()
                .patch(SONG, number(Song::plays).add(1))
                .patch(bob, attr(Song::title).set("Gavotte"))
                .build());

        assertThat(songs.songs().load(SONG, CONSISTENT)).isEqualTo(Song.of("ann", "Air", 6, 2L));
        assertThat(songs.songs().load(new Song.Key("1", "bob"), CONSISTENT))
                .isEqualTo(Song.of("bob", "Gavotte", 7, 2L));
        assertThatThrownBy(() -> sdk1.transactionWrite(TransactionWriteSet.builder()
                        .patch(bob, attr(Song::title).set("x"))
                        .build()))
                .hasMessageContaining(
                        "Patch of Songs.Song {pk=1, sk=SONG_bob} in table songs" + " (ConditionalCheckFailed)");
    }

    @Test
    void saysWhichParentOfANestedValueIsMissing() {
        songs.songs().save(Song.of("ann", "Air", 5, null));
        var move = attr((Song song) -> song.label().getCity()).set("Bari");

        assertThatThrownBy(() -> songs.songs().patch(SONG, move))
                .isInstanceOf(AmazonDynamoDBException.class)
                .hasMessageContaining("patch of Songs.Song {pk=1, sk=SONG_ann} in table songs, label is absent, or not"
                        + " of the type that the change needs: set the whole value first");
    }

    @Test
    void countsFromZeroWhereNullIsStored() {
        songs.songs().save(Song.of("ann", "Air", 5, null));
        storeBeside("SONG_ann", "plays", AttributeValue.fromNul(true));

        assertThat(songs.songs().patch(SONG, number(Song::plays).add(3)).plays())
                .isEqualTo(3);
    }

    @Test
    void refusesWhatCannotBeChangedBeforeItIsSent() {
        FaultyHttp network = FaultyHttp.builder().build();
        Songs.Sdk1Db watchedDb = through(network);
        Songs.Sdk1Table watched = watchedDb.songs();
        Song song = Song.of("ann", "Air", 5, 1L);

        refused(() -> watched.songs().patch(SONG, attr(Song::name).set("x")))
                .hasMessageContaining("Songs.Song.name (attribute sk) is in a key attribute of the table");
        refused(() -> watched.songs().patch(SONG, attr(Song::version).set(3L)))
                .hasMessageContaining("is the @Version, which every change moves on");
        refused(() -> watched.ranked().patch(ANN, attr(Ranked::rank).set("x")))
                .hasMessageContaining("is constant or computed");
        refused(() -> watched.ranked().patch(ANN, attr(Ranked::plays).remove()))
                .hasMessageContaining("cannot be null, so an item without it could not be read");
        refused(() -> watched.songs()
                        .patch(
                                SONG,
                                changes(
                                        attr(Song::title).set("x"),
                                        attr(Song::title).remove())))
                .hasMessageContaining("Two changes of Songs.Song.title");
        refused(() -> watched.songs()
                        .patch(
                                SONG,
                                changes(
                                        attr(Song::label).remove(),
                                        attr((Song it) -> it.label().getCity()).set("x"))))
                .hasMessageContaining("overlap");
        refused(() -> watched.plain()
                        .patchItem(
                                new Plain("1", "ann", "x", 1L, null),
                                attr(Plain::title).set("y")))
                .hasMessageContaining("has neither a @Version nor a property for a @WriteToken");
        refused(() -> watched.songs()
                        .patchItem(
                                Song.of("ann", "x", 1, null), attr(Song::title).set("y")))
                .hasMessageContaining("version of Songs.Song {pk=1, sk=SONG_ann} in table songs is null");
        refused(() -> watched.songs().patchItem(song, attr(Song::title).set("y").orCreate()))
                .hasMessageContaining("orCreate()");
        refused(() -> watched.ranked().patch(ANN, attr(Ranked::title).set("x").orCreate()))
                .hasMessageContaining(
                        "A patch cannot make a Songs.Ranked: Songs.Ranked.plays (long) would have no value");
        refused(() -> watchedDb.transactionWrite(TransactionWriteSet.builder()
                        .patch(ANN, attr(Ranked::title).set("x"))
                        .build()))
                .isNotNull();

        assertThat(network.requests()).isZero();
    }

    @Test
    void failsInTheWordsOfSdk2() {
        Songs.Table sdk2 = db.logicalDb(Songs.Db.class).songs();
        songs.songs().save(Song.of("ann", "Air", 5, null));
        songs.lettered().save(new Lettered("1", "ann", "Air", 5L, null));
        songs.ranked().save(new Ranked("1", "ann", "Air", 9, null));
        List<Change<Song>> changes = List.of(
                attr(Song::name).set("x"),
                attr(Song::version).set(3L),
                attr(Song::title).set("x").onlyIf(number(Song::plays).gt(5L)),
                attr((Song song) -> song.label().getCity()).set("Bari"),
                number(Song::plays).add(Long.MAX_VALUE),
                list(Song::verses).set(0, "x"));
        for (Change<Song> change : changes) {
            areAlike(() -> sdk2.songs().patch(SONG, change), () -> songs.songs().patch(SONG, change));
            areAlike(
                    () -> sdk2.songs().patch(new Song.Key("1", "none"), change),
                    () -> songs.songs().patch(new Song.Key("1", "none"), change));
        }
        Song stale = Song.of("ann", "Air", 5, 7L);
        Change<Song> rename = attr(Song::title).set("x");
        for (Song item : List.of(stale, Song.of("ann", "Air", 5, null))) {
            areAlike(
                    () -> sdk2.songs().patchItem(item, rename),
                    () -> songs.songs().patchItem(item, rename));
        }
        areAlike(
                () -> sdk2.songs().patchItem(stale, rename.orCreate()),
                () -> songs.songs().patchItem(stale, rename.orCreate()));
        Plain plain = new Plain("1", "ann", "x", 1L, null);
        areAlike(
                () -> sdk2.plain().patchItem(plain, attr(Plain::title).set("y")),
                () -> songs.plain().patchItem(plain, attr(Plain::title).set("y")));
        Change<Lettered> fails =
                attr(Lettered::title).set("x").onlyIf(attr(Lettered::plays).eq(6L));
        areAlike(() -> sdk2.lettered().patch(ANN, fails), () -> songs.lettered().patch(ANN, fails));
        Change<Ranked> one = attr(Ranked::title).set("x");
        areAlike(
                () -> sdk2.ranked().patchItem(new Ranked("1", "ann", "Air", 9, 7L), one),
                () -> songs.ranked().patchItem(new Ranked("1", "ann", "Air", 9, 7L), one));
        areAlike(
                () -> db.logicalDb(Songs.Db.class)
                        .transactionWrite(dev.tempest.sdk2.TransactionWriteSet.builder()
                                .patch(ANN, one)
                                .build()),
                () -> sdk1.transactionWrite(
                        TransactionWriteSet.builder().patch(ANN, one).build()));
        areAlike(
                () -> sdk2.songs().increment(SONG, number(Song::plays), Long.MAX_VALUE),
                () -> songs.songs().increment(SONG, number(Song::plays), Long.MAX_VALUE));
    }

    private static void areAlike(ThrowingCallable sdk2, ThrowingCallable sdk1) {
        assertThat(words(catchThrowable(sdk1))).isEqualTo(words(catchThrowable(sdk2)));
    }

    /** Without what the SDKs add. */
    private static String words(Throwable thrown) {
        assertThat(thrown).isNotNull();
        return String.valueOf(thrown.getMessage()).replaceAll(" \\(Service: .*", "");
    }

    @Test
    void incrementsByAnAttribute() {
        songs.songs().save(Song.of("ann", "Air", 5, null));
        songs.ranked().save(new Ranked("1", "ann", "Air", 9, null));
        songs.lettered().save(new Lettered("1", "ann", "Air", 5L, null));

        assertThat(songs.songs().increment(SONG, number(Song::plays), 2)).isEqualTo(7);
        assertThat(songs.ranked().increment(ANN, number(Ranked::plays), -9)).isZero();
        assertThat(songs.lettered().increment(ANN, number(Lettered::plays), 1)).isEqualTo(6);

        assertThat(songs.songs().load(SONG)).isEqualTo(Song.of("ann", "Air", 7, 2L));
        assertThat(ranks()).containsExactly(new Ranked("1", "ann", "Air", 0, 2L));
        refused(() -> songs.songs().increment(SONG, number(Song::version), 1))
                .hasMessageContaining("is the @Version: an increment already increases it");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
    }
}
