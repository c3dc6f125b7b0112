package dev.tempest.tests.patches;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.NumberAttr;
import dev.tempest.OutcomeUnknownException;
import dev.tempest.sdk2.InlineView;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.patches.Boards.Board;
import dev.tempest.tests.patches.Boards.LetteredBoard;
import dev.tempest.tests.patches.Boards.LetteredKey;
import dev.tempest.tests.patches.Boards.MarkedBoard;
import dev.tempest.tests.patches.Boards.MarkedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Many writers of one item, each of an attribute of its own; and responses that get lost. */
class PatchWritersTest {
    private static final int WRITERS = 16;
    private static final List<NumberAttr<Board, Long>> NUMBERS = List.of(
            number(Board::c0),
            number(Board::c1),
            number(Board::c2),
            number(Board::c3),
            number(Board::c4),
            number(Board::c5),
            number(Board::c6),
            number(Board::c7),
            number(Board::c8),
            number(Board::c9),
            number(Board::c10),
            number(Board::c11),
            number(Board::c12),
            number(Board::c13),
            number(Board::c14),
            number(Board::c15));
    private static final List<NumberAttr<LetteredBoard, Long>> LETTERED = List.of(
            number(LetteredBoard::c0),
            number(LetteredBoard::c1),
            number(LetteredBoard::c2),
            number(LetteredBoard::c3),
            number(LetteredBoard::c4),
            number(LetteredBoard::c5),
            number(LetteredBoard::c6),
            number(LetteredBoard::c7),
            number(LetteredBoard::c8),
            number(LetteredBoard::c9),
            number(LetteredBoard::c10),
            number(LetteredBoard::c11),
            number(LetteredBoard::c12),
            number(LetteredBoard::c13),
            number(LetteredBoard::c14),
            number(LetteredBoard::c15));
    private static final List<NumberAttr<MarkedBoard, Long>> MARKED = List.of(
            number(MarkedBoard::c0),
            number(MarkedBoard::c1),
            number(MarkedBoard::c2),
            number(MarkedBoard::c3),
            number(MarkedBoard::c4),
            number(MarkedBoard::c5),
            number(MarkedBoard::c6),
            number(MarkedBoard::c7),
            number(MarkedBoard::c8),
            number(MarkedBoard::c9),
            number(MarkedBoard::c10),
            number(MarkedBoard::c11),
            number(MarkedBoard::c12),
            number(MarkedBoard::c13),
            number(MarkedBoard::c14),
            number(MarkedBoard::c15));

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("boards", Boards.Row.class));

    private Boards.TracedTable open() {
        return db.logicalDb(Boards.Db.class).boards();
    }

    private Boards.TracedTable open(FaultyHttp network) {
        return db.with(network).logicalDb(Boards.Db.class).boards();
    }

    private static void inParallel(ThrowingWriter writer) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int number = i;
                tasks.add(() -> {
                    writer.run(number);
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

    private interface ThrowingWriter {
        void run(int writer) throws Exception;
    }

    @Test
    void writersOfDifferentAttributesLoseNothingAndMeetNoConflict() throws Exception {
        FaultyHttp network = FaultyHttp.builder().build();
        Boards.TracedTable boards = open(network);
        Boards.Key key = new Boards.Key("a");
        boards.boards().patch(key, number(Board::c0).add(0).orCreate());
        long before = network.requests();

        inParallel(writer -> {
            for (int i = 0; i < 20; i++) {
                boards.boards().patch(key, NUMBERS.get(writer).add(1));
            }
        });

        assertThat(network.requests() - before).isEqualTo(WRITERS * 20);
        Board board = open().boards().load(key, true);
        assertThat(List.of(
                        board.c0(),
                        board.c1(),
                        board.c2(),
                        board.c3(),
                        board.c4(),
                        board.c5(),
                        board.c6(),
                        board.c7(),
                        board.c8(),
                        board.c9(),
                        board.c10(),
                        board.c11(),
                        board.c12(),
                        board.c13(),
                        board.c14(),
                        board.c15()))
                .containsOnly(20L);
        assertThat(board.version()).isEqualTo(WRITERS * 20 + 1);
    }

    @Test
    void writersLoseNothingWhereVersionsAreTexts() throws Exception {
        InlineView<LetteredKey, LetteredBoard> boards = open().lettered();
        LetteredKey key = new LetteredKey("a");
        boards.patch(key, number(LetteredBoard::c0).add(0).orCreate());

        inParallel(writer -> {
            for (int i = 0; i < 5; i++) {
                boards.patch(key, LETTERED.get(writer).set(i + 1L));
            }
        });

        LetteredBoard board = boards.load(key, true);
        assertThat(List.of(
                        board.c0(),
                        board.c1(),
                        board.c2(),
                        board.c3(),
                        board.c4(),
                        board.c5(),
                        board.c6(),
                        board.c7(),
                        board.c8(),
                        board.c9(),
                        board.c10(),
                        board.c11(),
                        board.c12(),
                        board.c13(),
                        board.c14(),
                        board.c15()))
                .containsOnly(5L);
    }

    @Test
    void whatIsAddedIsAddedOnceWhereResponsesAreLost() throws Exception {
        FaultyHttp losses = FaultyHttp.builder()
                .seed(7)
                .rate(0.2, Fault.responseLost(), "UpdateItem", "PutItem")
                .build();
        InlineView<MarkedKey, MarkedBoard> marked = open(losses).marked();
        InlineView<LetteredKey, LetteredBoard> lettered = open(losses).lettered();
        AtomicLong unknown = new AtomicLong();

        inParallel(writer -> {
            MarkedKey markedKey = new MarkedKey("a");
            LetteredKey letteredKey = new LetteredKey("a");
            for (int i = 0; i < 10; i++) {
                try {
                    marked.patch(markedKey, MARKED.get(0).add(1).orCreate());
                } catch (OutcomeUnknownException e) {
                    unknown.incrementAndGet();
                }
                try {
                    lettered.patch(letteredKey, LETTERED.get(1).add(1).orCreate());
                } catch (OutcomeUnknownException e) {
                    unknown.incrementAndGet();
                }
            }
        });

        long sum = open().marked().load(new MarkedKey("a"), true).c0()
                + open().lettered().load(new LetteredKey("a"), true).c1();
        assertThat(losses.faults()).isGreaterThan(20);
        assertThat(sum).isBetween(2 * WRITERS * 10 - unknown.get(), 2L * WRITERS * 10);
        // Where many others have written since, the traces of the write are gone.
        assertThat(unknown.get()).isLessThan(WRITERS * 2);
    }

    @Test
    void aLonelyWriterOfItemsMeetsNoConflictAndAddsOnceWhereResponsesAreLost() {
        FaultyHttp losses = FaultyHttp.builder()
                .seed(8)
                .rate(0.2, Fault.responseLost(), "UpdateItem")
                .build();
        InlineView<Boards.Key, Board> boards = open(losses).boards();
        boards.patch(new Boards.Key("a"), number(Board::c0).set(0L).orCreate());
        Board board = boards.update(new Boards.Key("a"), it -> it);

        for (int i = 0; i < 200; i++) {
            board = boards.patchItem(board, number(Board::c0).add(1));
            assertThat(board.c0()).isEqualTo(i + 1);
        }

        assertThat(losses.faults()).isGreaterThan(20);
    }

    /** The guide's rename: one of two who have read the same version is refused, and told. */
    @Test
    void theSecondOfTwoWritersOfOneVersionIsRefused() {
        InlineView<Boards.Key, Board> boards = open().boards();
        Boards.Key key = new Boards.Key("a");
        boards.patch(key, number(Board::c0).set(1L).orCreate());
        Board read = boards.load(key, true);

        boards.patch(
                key,
                changes(attr(Board::c0).set(2L), attr(Board::c1).set(2L))
                        .onlyIf(attr(Board::version).eq(read.version())));

        assertThatThrownBy(() -> boards.patch(
                        key, attr(Board::c0).set(3L).onlyIf(attr(Board::version).eq(read.version()))))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        e -> assertThat(boards.itemIn(e).map(Board::c0)).contains(2L));
        assertThat(boards.load(key, true).c0()).isEqualTo(2);
    }
}
