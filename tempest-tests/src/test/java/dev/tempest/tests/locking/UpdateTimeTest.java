package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tempest.OutcomeUnknownException;
import dev.tempest.Version;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Items;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** An update ends when its time is over, or its client is closed, whatever its requests are doing. */
class UpdateTimeTest extends LockingTest {
    record Key(String id) {}

    record Note(String id, String status, @Version Long version) {
        Note with(String newStatus) {
            return new Note(id, newStatus, version);
        }
    }

    private static final Key KEY = new Key("a");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Store.Settings SHORT = Store.Settings.DEFAULT.updateTimeout(Duration.ofSeconds(1));

    private Items<Key, Note> calm;

    @BeforeEach
    void save() {
        calm = open().traced(Key.class, Note.class);
        calm.save(new Note("a", "one", null));
    }

    private Throwable update(FaultyHttp network) {
        Items<Key, Note> notes = open(network, SHORT).traced(Key.class, Note.class);
        long start = System.nanoTime();

        Throwable thrown = catchThrowable(() -> notes.update(KEY, note -> note.with("two")));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG.dividedBy(2));
        return thrown;
    }

    @Test
    void aReadThatIsNotAnswered() {
        assertThat(update(FaultyHttp.builder()
                        .rate(1, Fault.delayed(LONG), "GetItem")
                        .build()))
                .isInstanceOf(ApiCallTimeoutException.class);
    }

    @Test
    void aWriteThatIsNotAnswered() {
        assertThat(update(FaultyHttp.builder()
                        .rate(1, Fault.delayed(LONG), "UpdateItem")
                        .build()))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasCauseInstanceOf(ApiCallTimeoutException.class);
    }

    /** The first try of each write is executed, and its response lost; the client is closed before the SDK's second. */
    private Items<Key, Note> closedAfterAWrite() {
        Store[] store = new Store[1];
        FaultyHttp network = FaultyHttp.builder()
                .when(request -> !request.operation().equals("GetItem"), RESPONSE_LOST)
                .afterFault((request, fault) -> store[0].close())
                .build();
        store[0] = open(network);
        return store[0].traced(Key.class, Note.class);
    }

    @Test
    void anUpdateWhoseClientIsClosed() {
        assertThat(catchThrowable(() -> closedAfterAWrite().update(KEY, note -> note.with("two"))))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(calm.load(KEY, true).status()).isEqualTo("two");
    }

    @Test
    void aSaveWhoseClientIsClosed() {
        assertThat(catchThrowable(() -> closedAfterAWrite().save(new Note("a", "two", 1L))))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(calm.load(KEY, true).status()).isEqualTo("two");
    }

    @Test
    void aDeleteWhoseClientIsClosed() {
        assertThat(catchThrowable(() -> closedAfterAWrite().delete(new Note("a", "two", 1L))))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(isEmpty()).isTrue();
    }
}
