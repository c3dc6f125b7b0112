package dev.tempest.tests.observing;

import static dev.tempest.tests.observing.Notes.KEY;
import static dev.tempest.tests.observing.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.BatchWriteException;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.faces.Retries;
import dev.tempest.tests.faces.Waiting;
import dev.tempest.tests.observing.Notes.Note;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Where work runs and waits that is not done on the caller's thread. */
class ExecutorsTest {
    private static final Executor REJECTING = work -> {
        throw new RejectedExecutionException("shut down");
    };

    @RegisterExtension
    final TestDb testDb = TestDb.of(TestTable.create(Notes.TABLE, Notes.Row.class));

    private final ExecutorService executor = Executors.newFixedThreadPool(4, work -> new Thread(work, "users-own"));
    private final ScheduledThreadPoolExecutor scheduler =
            new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "users-scheduler"));

    private DynamoDbEnhancedClient client(FaultyHttp network) {
        DynamoDbClient client = testDb.with(network)
                .clientBuilder()
                .overrideConfiguration(config -> config.retryStrategy(Retries.quick(2)))
                .build();
        return DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
    }

    @AfterEach
    void shutDown() {
        executor.shutdownNow();
        scheduler.shutdownNow();
    }

    private Notes.AsyncTable async(FaultyHttp network, Executor functions) {
        return AsyncLogicalDb.builder(Notes.AsyncDb.class)
                .enhancedClient(testDb.with(network).enhancedAsyncClient())
                .executor(functions)
                .build()
                .notes();
    }

    private static BatchWriteSet sixtyNotes() {
        BatchWriteSet.Builder set = BatchWriteSet.builder().ignoreVersions();
        IntStream.range(0, 60).forEach(i -> set.clobber(note("note " + i)));
        return set.build();
    }

    @Test
    void theFunctionOfAnUpdateRunsOnTheExecutorAfterEachConflict() {
        Notes.Table others = testDb.logicalDb(Notes.Db.class).notes();
        others.notes().save(note("a"));
        Notes.AsyncTable notes = async(FaultyHttp.builder().build(), executor);
        List<String> threads = new CopyOnWriteArrayList<>();

        Note updated = Waiting.result(notes.notes().updateAsync(KEY, note -> {
            threads.add(Thread.currentThread().getName());
            if (threads.size() <= 3) {
                others.notes().update(KEY, other -> other.with(other.text() + "o"));
            }
            return note.with(note.text() + "m");
        }));

        assertThat(updated.text()).isEqualTo("secretooom");
        assertThat(threads).hasSize(4).containsOnly("users-own");
    }

    @Test
    void anExecutorThatRejectsFailsTheUpdate() {
        testDb.logicalDb(Notes.Db.class).notes().notes().save(note("a"));
        FaultyHttp network = FaultyHttp.builder().build();
        Notes.AsyncTable notes = async(network, REJECTING);

        Throwable thrown = catchThrowable(() -> Waiting.result(notes.notes().updateAsync(KEY, note -> note.with("x"))));

        assertThat(thrown).isInstanceOf(RejectedExecutionException.class).hasMessage("shut down");
        assertThat(network.requests("UpdateItem")).isZero();
    }

    @Test
    void batchesSendOnTheExecutor() {
        Recorder events = new Recorder(false);
        Notes.Db db = LogicalDb.builder(Notes.Db.class)
                .enhancedClient(testDb.enhancedClient())
                .listener(events)
                .executor(executor)
                .build();

        db.batchWrite(sixtyNotes());

        assertThat(events.sendingThreads())
                .hasSize(3)
                .allMatch(thread ->
                        thread == Thread.currentThread() || thread.getName().equals("users-own"));
    }

    @Test
    void anExecutorThatRejectsFailsABatchWithWhatIsLeft() {
        FaultyHttp network = FaultyHttp.builder().build();
        Notes.Db db = LogicalDb.builder(Notes.Db.class)
                .enhancedClient(client(network))
                .executor(REJECTING)
                .build();

        Throwable thrown = catchThrowable(() -> db.batchWrite(sixtyNotes()));

        assertThat(thrown).isInstanceOfSatisfying(BatchWriteException.class, e -> {
            assertThat(e).hasRootCauseInstanceOf(RejectedExecutionException.class);
            assertThat(e.unprocessedClobbers()).hasSize(60);
        });
        assertThat(network.requests()).isZero();
    }

    @Test
    void noPageIsLostWhereTheNextCannotBeReadAhead() {
        Notes.Db calm = testDb.logicalDb(Notes.Db.class);
        IntStream.range(0, 6).forEach(i -> calm.notes().notes().save(note("note " + i)));
        Iterator<Page<Notes.Key, Note>> pages = LogicalDb.builder(Notes.Db.class)
                .enhancedClient(testDb.enhancedClient())
                .executor(REJECTING)
                .build()
                .notes()
                .notes()
                .scanAll(ScanConfig.builder().pageSize(2).readAhead(true).build())
                .iterator();
        Set<String> ids = new HashSet<>();
        int rejections = 0;

        while (pages.hasNext()) {
            try {
                pages.next().contents().forEach(note -> ids.add(note.id()));
            } catch (RejectedExecutionException e) {
                rejections++;
            }
        }

        assertThat(ids).hasSize(6);
        assertThat(rejections).isPositive();
    }

    @Test
    void updatesWaitByTheScheduler() {
        testDb.logicalDb(Notes.Db.class).notes().notes().save(note("a"));
        FaultyHttp network = FaultyHttp.builder()
                .when(request -> request.operation().equals("UpdateItem") && request.number() < 9, Fault.throttled())
                .build();
        LogicalDb.builder(Notes.Db.class)
                .enhancedClient(client(network))
                .scheduler(scheduler)
                .build()
                .notes()
                .notes()
                .update(KEY, note -> note.with("x"));

        assertThat(scheduler.getCompletedTaskCount()).isPositive();
    }

    /** A write that was never sent is not unknown. */
    @Test
    void aSchedulerThatRejectsFailsTheUpdate() {
        Notes.Table others = testDb.logicalDb(Notes.Db.class).notes();
        others.notes().save(note("a"));
        scheduler.shutdown();
        FaultyHttp network = FaultyHttp.builder()
                .when(request -> request.operation().equals("GetItem"), Fault.throttled())
                .build();
        Notes.Table notes = LogicalDb.builder(Notes.Db.class)
                .enhancedClient(client(network))
                .scheduler(scheduler)
                .build()
                .notes();

        Throwable thrown = catchThrowable(() -> notes.notes().update(KEY, note -> note.with("x")));

        assertThat(thrown).isInstanceOf(RejectedExecutionException.class);
    }
}
