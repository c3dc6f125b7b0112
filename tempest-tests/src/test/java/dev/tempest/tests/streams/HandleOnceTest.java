package dev.tempest.tests.streams;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.TableName;
import dev.tempest.items.ChangeHandler;
import dev.tempest.items.ChangeKind;
import dev.tempest.items.Changes;
import dev.tempest.items.HandledRecords;
import dev.tempest.items.ItemChange;
import dev.tempest.items.ReadRecord;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.TableDefinition;
import dev.tempest.sdk2.items.HandleOnce;
import dev.tempest.sdk2.items.HandledChange;
import dev.tempest.sdk2.items.HandledChangeTable;
import dev.tempest.sdk2.items.ItemReader;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.streams.Music.Album;
import dev.tempest.tests.streams.Music.MusicTable;
import dev.tempest.tests.streams.Music.Track;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A record that is delivered twice changes its target once, wherever its handler is killed. */
class HandleOnceTest {
    @RegisterExtension
    final TestDb testDb = TestDb.of(TestTable.create("handled", HandledChangeTable.class));

    interface Db extends LogicalDb {
        @TableName("music")
        MusicTable music();

        @TableName("handled")
        HandledChangeTable handled();
    }

    /** What a killed process does: nothing more. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private final ItemReader reader = ItemReader.of(MusicTable.class);
    private Db db;

    @BeforeEach
    void createTables() {
        testDb.client()
                .createTable(TableDefinition.of(MusicTable.class)
                        .withStream(StreamViewType.NEW_AND_OLD_IMAGES)
                        .createTableRequest("music"));
        db = testDb.logicalDb(Db.class);
    }

    private List<ReadRecord> tracks(int count) {
        db.music().albums().create(new Album("a", "Harbour Lights", 0L, null));
        for (int number = 1; number <= count; number++) {
            db.music().tracks().save(new Track("a", 1, number, "Track " + number, null));
        }
        return reader.records(Stream.records(testDb.client(), testDb.streamsClient(), "music"));
    }

    private long plays() {
        return db.music().albums().load(new Album.Key("a")).plays();
    }

    /** Adds one to the album for each new track. */
    private ChangeHandler<Track> counting(Db target) {
        return HandleOnce.of(target, target.handled(), "counter").writing((change, writes) -> {
            if (change.kind() == ChangeKind.CREATED) {
                writes.patch(new Album.Key("a"), number(Album::plays).add(1));
            }
        });
    }

    @Test
    void aRecordThatIsDeliveredTwiceIsWrittenOnce() {
        List<ReadRecord> records = tracks(10);
        Changes changes = Changes.on(Track.class, counting(db));

        for (int delivery = 0; delivery < 2; delivery++) {
            assertThat(changes.handle(records)).isEqualTo(new HandledRecords(11, 0, Optional.empty(), null));
        }

        assertThat(plays()).isEqualTo(10);
    }

    @Test
    void aHandlerThatIsKilledInTheMiddleWritesOnce() {
        List<ReadRecord> records = tracks(10);
        int[] calls = {0};
        ChangeHandler<Track> counting = counting(db);
        // Killed before the transaction of the fourth record, and after that of the seventh.
        Changes changes = Changes.on(Track.class, change -> {
            int call = ++calls[0];
            if (call == 4) {
                throw new Killed();
            }
            counting.handle(change);
            if (call == 11) {
                throw new Killed();
            }
        });

        assertThatThrownBy(() -> changes.handle(records)).isInstanceOf(Killed.class);
        assertThat(plays()).isEqualTo(3);
        assertThatThrownBy(() -> changes.handle(records)).isInstanceOf(Killed.class);
        assertThat(plays()).isEqualTo(7);
        assertThat(changes.handle(records).isComplete()).isTrue();

        assertThat(plays()).isEqualTo(10);
    }

    @Test
    void aLostResponseWritesOnce() {
        List<ReadRecord> records = tracks(5);
        FaultyHttp network = FaultyHttp.builder()
                .nth(2, "TransactWriteItems", Fault.responseLost())
                .nth(4, "TransactWriteItems", Fault.serverErrorAfterExecution())
                .build();
        Changes changes = Changes.on(Track.class, counting(testDb.with(network).logicalDb(Db.class)));

        assertThat(changes.handle(records).isComplete()).isTrue();
        assertThat(changes.handle(records).isComplete()).isTrue();

        assertThat(network.faults()).isEqualTo(2);
        assertThat(plays()).isEqualTo(5);
    }

    @Test
    void twoProcessesWithTheSameRecordsWriteOnce() throws Exception {
        List<ReadRecord> records = tracks(20);
        ExecutorService processes = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                running.add(processes.submit(() -> {
                    // A transaction that meets another one fails, and its record is delivered again.
                    Changes changes = Changes.on(Track.class, counting(db));
                    while (!changes.handle(records).isComplete()) {
                        Thread.onSpinWait();
                    }
                }));
            }
            for (Future<?> process : running) {
                process.get();
            }
        } finally {
            processes.shutdown();
        }

        assertThat(plays()).isEqualTo(20);
    }

    @Test
    void consumersRememberForThemselvesAndMarksExpire() {
        List<ReadRecord> records = tracks(1);
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        for (String consumer : List.of("one", "two", "one")) {
            HandleOnce once = HandleOnce.of(db, db.handled(), consumer)
                    .withRetention(Duration.ofDays(2))
                    .withClock(Clock.fixed(now, ZoneOffset.UTC));
            Changes.on(
                            Track.class,
                            once.writing((change, writes) -> writes.patch(
                                    new Album.Key("a"), number(Album::plays).add(1))))
                    .handle(records)
                    .orThrow();
        }

        assertThat(plays()).isEqualTo(2);
        String id = ((ItemChange<?>) records.get(1)).eventId();
        assertThat(db.handled().handledChanges().load(new HandledChange.Key("one#" + id)))
                .isEqualTo(new HandledChange(
                        "one#" + id, now.plus(Duration.ofDays(2)).getEpochSecond()));
    }

    @Test
    void aConditionOfTheHandlersOwnFailsTheRecord() {
        List<ReadRecord> records = tracks(1);
        HandleOnce once = HandleOnce.of(db, db.handled(), "counter");

        HandledRecords handled = Changes.on(
                        Track.class,
                        once.writing((change, writes) -> writes.patch(
                                new Album.Key("a"),
                                number(Album::plays)
                                        .add(1)
                                        .onlyIf(attr(Album::title).eq("Night Ferry")))))
                .handle(records);

        assertThat(handled.isComplete()).isFalse();
        assertThat(handled.failure()).isInstanceOf(TransactionCanceledException.class);
        assertThat(plays()).isZero();
    }

    @Test
    void aCallIsMadeOnceUnlessTheProcessIsKilledBeforeItsMark() {
        List<ReadRecord> records = tracks(2);
        List<Integer> sent = new ArrayList<>();
        boolean[] killed = {false};
        HandleOnce once = HandleOnce.of(db, db.handled(), "mail");
        Changes changes = Changes.on(Track.class, once.calling(change -> {
            int number = change.after().orElseThrow().number();
            sent.add(number);
            if (number == 2 && !killed[0]) {
                killed[0] = true;
                throw new Killed();
            }
        }));

        assertThatThrownBy(() -> changes.handle(records)).isInstanceOf(Killed.class);
        changes.handle(records).orThrow();
        changes.handle(records).orThrow();

        assertThat(sent).containsExactly(1, 2, 2);
    }

    @Test
    void aChangeWithoutAnIdCannotBeKnownAgain() {
        ItemChange<Track> change = new ItemChange<>(
                Track.class,
                ChangeKind.DELETED,
                Map.of("pk", "p"),
                Optional.empty(),
                Optional.empty(),
                null,
                null,
                null);

        assertThatThrownBy(() -> counting(db).handle(change))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ItemChange[DELETED Music.Track {pk=p}, sequenceNumber=null] has neither an eventId nor a"
                        + " sequence number, by which it could be known again.");
        assertThatThrownBy(() -> HandleOnce.of(db, db.handled(), "")).hasMessage("The name of the consumer is empty.");
        assertThatThrownBy(() -> HandleOnce.of(db, db.handled(), "x").withRetention(Duration.ZERO))
                .hasMessage("The retention must be more than zero, not PT0S.");
    }
}
