package dev.tempest.tests.streams;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.items.ChangeKind;
import dev.tempest.items.Changes;
import dev.tempest.items.HandledRecords;
import dev.tempest.items.ItemChange;
import dev.tempest.items.ReadRecord;
import dev.tempest.items.TypedItem;
import dev.tempest.items.UnknownItem;
import dev.tempest.items.UnreadableRecord;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.TableDefinition;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.sdk2.items.ItemReader;
import dev.tempest.testing.LocalDynamoDb;
import dev.tempest.testing.TestDb;
import dev.tempest.tests.streams.Music.Album;
import dev.tempest.tests.streams.Music.MusicDb;
import dev.tempest.tests.streams.Music.MusicTable;
import dev.tempest.tests.streams.Music.Session;
import dev.tempest.tests.streams.Music.Track;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** What is written through the typed views comes out of the table's stream as typed changes. */
@DisabledIfSystemProperty(named = "dynoxide", matches = ".+", disabledReason = "its clock cannot be moved")
class StreamChangesTest {
    private final LocalDynamoDb server = LocalDynamoDb.start();

    @RegisterExtension
    final TestDb testDb = TestDb.builder().server(server).build();

    private final ItemReader reader = ItemReader.of(MusicTable.class);
    private MusicTable music;

    private void create(StreamViewType view) {
        TableDefinition definition = TableDefinition.of(MusicTable.class).withStream(view);
        testDb.client().createTable(definition.createTableRequest("music"));
        definition.updateTimeToLiveRequest("music").ifPresent(testDb.client()::updateTimeToLive);
        music = testDb.logicalDb(MusicDb.class).music();
    }

    private List<Record> records() {
        return Stream.records(testDb.client(), testDb.streamsClient(), "music");
    }

    private List<ItemChange<?>> changes() {
        List<ItemChange<?>> changes = new ArrayList<>();
        for (ReadRecord record : reader.records(records())) {
            assertThat(record).isInstanceOf(ItemChange.class);
            changes.add((ItemChange<?>) record);
        }
        return changes;
    }

    private List<String> described(Class<?> type) {
        return changes().stream()
                .filter(change -> change.type() == type)
                .map(change -> change.kind() + " " + change.before().orElse(null) + " -> "
                        + change.after().orElse(null))
                .toList();
    }

    /** A put, a patch, an update, a merge, a transaction and deletes of three item types, and one by DynamoDB. */
    private void writeAll() {
        LogicalDb db = testDb.logicalDb(MusicDb.class);
        Album album = music.albums().create(new Album("a", "Harbor Lights", 0L, null));
        music.tracks().save(new Track("a", 1, 2, "Low Tide", List.of("slow")));
        music.sessions().save(new Session("s", "ada", inAnHour().getEpochSecond()));
        Album patched = music.albums().patchItem(album, attr(Album::title).set("Harbour Lights"));
        music.tracks().merge(new Track("a", 1, 2, "Lowest Tide", null));
        db.transactionWrite(TransactionWriteSet.builder()
                .patch(new Album.Key("a"), number(Album::plays).add(5))
                .save(new Track("a", 1, 3, "Breakwater", null))
                .delete(new Track.Key("a", 1, 2))
                .build());
        assertThat(patched.version()).isEqualTo(2);
        music.albums().deleteKey(new Album.Key("a"));
        server.engine().clock().advance(Duration.ofHours(2));
        // The engine expires items when it is asked.
        testDb.client().scan(scan -> scan.tableName("music"));
    }

    private static Instant inAnHour() {
        return Instant.now().plus(Duration.ofHours(1));
    }

    @Test
    void everyKindOfWriteOfEveryTypeIsAChangeInItsOrder() {
        create(StreamViewType.NEW_AND_OLD_IMAGES);

        writeAll();

        assertThat(described(Album.class))
                .containsExactly(
                        "CREATED null -> " + new Album("a", "Harbor Lights", 0L, 1L),
                        "UPDATED " + new Album("a", "Harbor Lights", 0L, 1L) + " -> "
                                + new Album("a", "Harbour Lights", 0L, 2L),
                        "UPDATED " + new Album("a", "Harbour Lights", 0L, 2L) + " -> "
                                + new Album("a", "Harbour Lights", 5L, 3L),
                        "DELETED " + new Album("a", "Harbour Lights", 5L, 3L) + " -> null");
        assertThat(described(Track.class))
                .containsExactly(
                        "CREATED null -> " + new Track("a", 1, 2, "Low Tide", List.of("slow")),
                        "UPDATED " + new Track("a", 1, 2, "Low Tide", List.of("slow")) + " -> "
                                + new Track("a", 1, 2, "Lowest Tide", null),
                        "CREATED null -> " + new Track("a", 1, 3, "Breakwater", null),
                        "DELETED " + new Track("a", 1, 2, "Lowest Tide", null) + " -> null");
        assertThat(described(Session.class)).hasSize(2);
        assertThat(described(Session.class).get(0)).startsWith("CREATED null -> Session[id=s, user=ada");
        assertThat(described(Session.class).get(1)).startsWith("EXPIRED Session[id=s, user=ada");
    }

    @ParameterizedTest
    @EnumSource(value = StreamViewType.class, names = "UNKNOWN_TO_SDK_VERSION", mode = EnumSource.Mode.EXCLUDE)
    void anImageThatTheViewLeavesOutIsAbsent(StreamViewType view) {
        create(view);
        boolean old = view == StreamViewType.OLD_IMAGE || view == StreamViewType.NEW_AND_OLD_IMAGES;
        boolean young = view == StreamViewType.NEW_IMAGE || view == StreamViewType.NEW_AND_OLD_IMAGES;

        writeAll();

        for (ItemChange<?> change : changes()) {
            assertThat(change.before().isPresent()).isEqualTo(old && change.kind() != ChangeKind.CREATED);
            assertThat(change.after().isPresent())
                    .isEqualTo(young && !change.kind().isRemoval());
            assertThat(change.eventId()).isNotNull();
            assertThat(change.sequenceNumber()).isNotNull();
            assertThat(change.at()).isNotNull();
        }
        Map<String, Long> counts = changes().stream()
                .collect(Collectors.groupingBy(change -> change.type().getSimpleName(), Collectors.counting()));
        assertThat(counts).isEqualTo(Map.of("Album", 4L, "Track", 4L, "Session", 2L));
    }

    @Test
    void aKeyIsReadAsTheViewsKeyType() {
        create(StreamViewType.KEYS_ONLY);

        music.tracks().save(new Track("a", 1, 2, "Low Tide", null));

        ItemChange<?> change = changes().get(0);
        assertThat(change.type()).isEqualTo(Track.class);
        assertThat(change.key()).containsExactly(Map.entry("pk", "ALBUM#a"), Map.entry("sk", "TRACK#01#002"));
        assertThat(reader.key(Track.Key.class, change)).isEqualTo(new Track.Key("a", 1, 2));
        assertThatThrownBy(() -> reader.key(String.class, change))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The table has no view with the key String. The keys of its views are Music.Album.Key,"
                        + " Music.Session.Key, Music.Track.Key.");
    }

    @Test
    void handlersAreChosenByTheTypeAndABrokenItemStopsNothing() {
        create(StreamViewType.NEW_AND_OLD_IMAGES);
        music.tracks().save(new Track("a", 1, 1, "Low Tide", null));
        put("ALBUM#a", "TRACK#01#x");
        put("OTHER#1", "X");
        music.albums().create(new Album("a", "Harbour Lights", 0L, null));
        music.sessions().save(new Session("s", "ada", inAnHour().getEpochSecond()));
        List<String> seen = new ArrayList<>();
        List<UnreadableRecord> unreadable = new ArrayList<>();

        HandledRecords handled = Changes.on(
                        Album.class,
                        change ->
                                seen.add("album " + change.after().orElseThrow().title()))
                .and(
                        Track.class,
                        change ->
                                seen.add("track " + change.item().orElseThrow().title()))
                .and(UnknownItem.class, change -> seen.add("unknown " + change.key()))
                .orElse(change -> seen.add(change.type().getSimpleName()))
                .onUnreadable(unreadable::add)
                .handle(reader.records(records()));

        assertThat(handled).isEqualTo(new HandledRecords(4, 1, Optional.empty(), null));
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "track Low Tide", "unknown {pk=OTHER#1, sk=X}", "album Harbour Lights", "Session");
        assertThat(unreadable).hasSize(1);
        assertThat(unreadable.get(0).place())
                .isEqualTo("Record " + unreadable.get(0).sequenceNumber());
        assertThat(unreadable.get(0).reason())
                .startsWith("The item {pk=ALBUM#a, sk=TRACK#01#x} cannot be read as Music.Track: ");
    }

    @Test
    void aFailedHandlerEndsTheBatchAndNamesTheRecord() {
        create(StreamViewType.NEW_IMAGE);
        for (int number = 1; number <= 3; number++) {
            music.tracks().save(new Track("a", 1, number, "Track " + number, null));
        }
        List<Record> records = records();
        List<Integer> seen = new ArrayList<>();

        HandledRecords handled = Changes.on(Track.class, change -> {
                    int number = change.after().orElseThrow().number();
                    if (number == 2) {
                        throw new IOException("no network");
                    }
                    seen.add(number);
                })
                .handle(reader.records(records));

        assertThat(seen).containsExactly(1);
        String failed = records.get(1).dynamodb().sequenceNumber();
        assertThat(handled.isComplete()).isFalse();
        assertThat(handled.failedSequenceNumbers()).containsExactly(failed);
        assertThat(handled.lambdaResponse())
                .isEqualTo(Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", failed))));
        assertThat(handled.failure()).hasMessage("no network");
        assertThatThrownBy(handled::orThrow).hasCause(handled.failure());
    }

    @Test
    void withoutACallbackAnUnreadableRecordFails() {
        create(StreamViewType.NEW_IMAGE);
        put("ALBUM#a", "TRACK#01#x");
        put("OTHER#1", "X");

        HandledRecords handled = Changes.on(Track.class, change -> {}).handle(reader.records(records()));

        assertThat(handled.handled()).isLessThan(2);
        assertThat(handled.failedSequenceNumbers()).hasSize(1);
        assertThat(handled.failure()).hasMessageContaining("Set onUnreadable(..)");
    }

    @Test
    void anAttributeMapIsAnItemOfItsType() {
        Map<String, AttributeValue> row = Map.of(
                "pk", AttributeValue.fromS("ALBUM#a"),
                "sk", AttributeValue.fromS("INFO"),
                "title", AttributeValue.fromS("Harbour Lights"));
        assertThat(reader.read(row))
                .isEqualTo(new TypedItem<>(Album.class, new Album("a", "Harbour Lights", null, null)));

        Map<String, AttributeValue> unknown =
                Map.of("pk", AttributeValue.fromS("OTHER"), "sk", AttributeValue.fromS("INFO"));
        assertThat(reader.read(unknown))
                .isEqualTo(new UnknownItem(
                        Map.of("pk", "OTHER", "sk", "INFO"),
                        Map.of("pk", Map.of("S", "OTHER"), "sk", Map.of("S", "INFO"))));

        assertThat(reader.read(Map.of()).toString()).isEqualTo("An item: it has no pk, a key attribute of the table.");
    }

    @Table(partitionKey = "pk", sortKey = "sk")
    interface AlikeTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Prefixed.Key, Prefixed> prefixed();

        InlineView<Again.Key, Again> again();
    }

    record Prefixed(String pk, @Attribute(prefix = "P_") String sk) {
        record Key(String pk, String sk) {}
    }

    record Again(String pk, @Attribute(prefix = "P_") String sk, String more) {
        record Key(String pk, String sk) {}
    }

    @Test
    void typesThatNothingTellsApartAreNamed() {
        assertThatThrownBy(() -> ItemReader.of(AlikeTable.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "StreamChangesTest.Again and StreamChangesTest.Prefixed have the same prefixes in the table's key,"
                                + " so nothing says which of them a stored item is. Name the types that are to be read:"
                                + " ItemReader.of(table, types).");
        assertThat(ItemReader.of(AlikeTable.class, Again.class).types()).containsExactly(Again.class);
        assertThatThrownBy(() -> ItemReader.of(AlikeTable.class, Track.class))
                .hasMessageContaining("StreamChangesTest.AlikeTable has no view of Music.Track");
    }

    @Test
    void aDatabaseWithOneTableIsEnough() {
        assertThat(ItemReader.of(MusicDb.class).types()).hasSize(3);
        assertThatThrownBy(() -> ItemReader.of(String.class))
                .hasMessage("String is not the interface of a table. Name an interface that extends LogicalTable or"
                        + " AsyncLogicalTable.");
    }

    @Table(partitionKey = "pk")
    interface EmptyTable extends LogicalTable<Map<String, AttributeValue>> {}

    interface TwoTablesDb extends LogicalDb {
        @TableName("music")
        MusicTable music();

        @TableName("more_music")
        MusicTable more();
    }

    @Test
    void aReaderIsOfOneTableWithViews() {
        assertThatThrownBy(() -> ItemReader.of(EmptyTable.class))
                .hasMessageContaining("EmptyTable has no view, so it says nothing about its items.");
        assertThatThrownBy(() -> ItemReader.of(TwoTablesDb.class))
                .hasMessage(
                        "StreamChangesTest.TwoTablesDb has 2 tables (more_music, music). Make a reader of one table:"
                                + " name the table's interface.");
    }

    private void put(String pk, String sk) {
        testDb.client()
                .putItem(put -> put.tableName("music")
                        .item(Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk))));
    }
}
