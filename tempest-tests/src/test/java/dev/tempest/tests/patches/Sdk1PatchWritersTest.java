package dev.tempest.tests.patches;

import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import dev.tempest.NumberAttr;
import dev.tempest.OutcomeUnknownException;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.TransactionWriteSet;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyEndpoint;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.faces.Sdk1Client;
import dev.tempest.tests.patches.Boards.Board;
import dev.tempest.tests.patches.Boards.LetteredBoard;
import dev.tempest.tests.patches.Boards.LetteredKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many writers of one item through SDK 1.x, and responses that get lost. */
class Sdk1PatchWritersTest {
    private static final int WRITERS = 8;
    private static final Boards.Key KEY = new Boards.Key("a");
    private static final LetteredKey LETTERED_KEY = new LetteredKey("a");
    private static final List<NumberAttr<Board, Long>> NUMBERS = List.of(
            number(Board::c0),
            number(Board::c1),
            number(Board::c2),
            number(Board::c3),
            number(Board::c4),
            number(Board::c5),
            number(Board::c6),
            number(Board::c7));

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("boards", Boards.Row.class));

    private final List<FaultyEndpoint> proxies = new ArrayList<>();

    @AfterEach
    void close() {
        proxies.forEach(FaultyEndpoint::close);
    }

    private Boards.Sdk1Db open(FaultyHttp network) {
        FaultyEndpoint proxy = network.proxyTo(db.connection().endpoint());
        proxies.add(proxy);
        return LogicalDb.create(
                Boards.Sdk1Db.class, new DynamoDBMapper(Sdk1Client.of(db.connection(), proxy.endpoint(), 9)));
    }

    private Boards.Sdk1Table open() {
        return open(FaultyHttp.builder().build()).boards();
    }

    private static void inParallel(IntConsumer writer) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int number = i;
                tasks.add(() -> {
                    writer.accept(number);
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void writersOfDifferentAttributesLoseNothingAndMeetNoConflict() throws Exception {
        FaultyHttp network = FaultyHttp.builder().build();
        InlineView<Boards.Key, Board> boards = open(network).boards().boards();
        boards.patch(KEY, number(Board::c0).add(0).orCreate());
        long before = network.requests();

        inParallel(writer -> {
            for (int i = 0; i < 10; i++) {
                boards.patch(KEY, NUMBERS.get(writer).add(1));
            }
        });

        assertThat(network.requests() - before).isEqualTo(WRITERS * 10);
        Board board = open().boards().load(KEY);
        assertThat(List.of(
                        board.c0(), board.c1(), board.c2(), board.c3(), board.c4(), board.c5(), board.c6(), board.c7()))
                .containsOnly(10L);
        assertThat(board.version()).isEqualTo(WRITERS * 10 + 1);
    }

    @Test
    void writersAddOnceWhereVersionsAreTextsAndResponsesAreLost() throws Exception {
        FaultyHttp losses = FaultyHttp.builder()
                .seed(7)
                .rate(0.2, Fault.responseLost(), "UpdateItem", "PutItem")
                .build();
        InlineView<LetteredKey, LetteredBoard> boards = open(losses).boards().lettered();
        AtomicLong unknown = new AtomicLong();

        inParallel(writer -> {
            for (int i = 0; i < 10; i++) {
                try {
                    boards.patch(LETTERED_KEY, number(LetteredBoard::c1).add(1).orCreate());
                } catch (OutcomeUnknownException e) {
                    unknown.incrementAndGet();
                }
            }
        });

        assertThat(losses.faults()).isPositive();
        assertThat(open().lettered().load(LETTERED_KEY).c1()).isBetween(WRITERS * 10 - unknown.get(), WRITERS * 10L);
        assertThat(unknown.get()).isLessThan(WRITERS * 5);
    }

    @Test
    void aLonelyWriterRecognisesItsOwnVersion() {
        FaultyHttp losses = FaultyHttp.builder()
                .seed(8)
                .rate(0.2, Fault.responseLost(), "UpdateItem")
                .build();
        InlineView<LetteredKey, LetteredBoard> boards = open(losses).boards().lettered();
        LetteredBoard board =
                boards.patch(LETTERED_KEY, number(LetteredBoard::c0).set(0L).orCreate());

        for (int i = 0; i < 60; i++) {
            board = i % 2 == 0
                    ? boards.patchItem(board, number(LetteredBoard::c0).add(1))
                    : boards.patch(LETTERED_KEY, number(LetteredBoard::c0).add(1));
            assertThat(board.c0()).isEqualTo(i + 1);
        }

        assertThat(losses.faults()).isGreaterThan(5);
    }

    @Test
    void saysThatARefusalMayBeItsOwnWhereTheVersionIsANumber() {
        FaultyHttp losses =
                FaultyHttp.builder().nth(2, "UpdateItem", Fault.responseLost()).build();
        InlineView<Boards.Key, Board> boards = open(losses).boards().boards();
        Board board = boards.patch(KEY, number(Board::c0).set(0L).orCreate());

        assertThatThrownBy(() -> boards.patchItem(board, number(Board::c0).add(1)))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("expected version 1, found version 2; the SDK sent it 2 times, and its"
                        + " condition may have failed because of its own first try");
    }

    @Test
    void addsOnceInATransaction() {
        FaultyHttp losses = FaultyHttp.builder()
                .nth(1, "TransactWriteItems", Fault.responseLost())
                .build();
        Boards.Sdk1Db boards = open(losses);
        boards.boards().boards().patch(KEY, number(Board::c0).set(0L).orCreate());

        boards.transactionWrite(TransactionWriteSet.builder()
                .patch(KEY, number(Board::c0).add(1))
                .build());

        assertThat(boards.boards().boards().load(KEY).c0()).isEqualTo(1);
    }
}
