package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Version;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.faces.Waiting;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On which threads an update that does not block runs. */
class UpdateThreadsTest {
    record Key(String id) {}

    record Note(String id, String status, @Version Long version) {
        Note with(String newStatus) {
            return new Note(id, newStatus, version);
        }
    }

    private static final Key KEY = new Key("a");

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create(Store.TABLE, Account.class));

    /** After each conflict and each pause: neither the common pool nor the thread that ends the pauses. */
    @Test
    void theFunctionAndTheCompletionRunOnTheSdksThreads() {
        FaultyHttp network = FaultyHttp.builder()
                .when(request -> request.number() % 2 == 0, Fault.throttled())
                .build();
        InlineView<Key, Note> others = db.logicalDb(LogicalDb.class)
                .logicalTable(Store.TABLE, Store.Traced.class)
                .inlineView(Key.class, Note.class);
        AsyncInlineView<Key, Note> notes = db.with(network)
                .asyncLogicalDb(AsyncLogicalDb.class)
                .logicalTable(Store.TABLE, Store.AsyncTraced.class)
                .inlineView(Key.class, Note.class);
        others.save(new Note("a", "", null));
        ConcurrentLinkedQueue<String> threads = new ConcurrentLinkedQueue<>();

        Note updated = Waiting.result(notes.updateAsync(KEY, note -> {
                    threads.add(Thread.currentThread().getName());
                    if (threads.size() <= 5) {
                        others.update(KEY, other -> other.with(other.status() + "o"));
                    }
                    return note.with(note.status() + "m");
                })
                .whenComplete(
                        (done, failure) -> threads.add(Thread.currentThread().getName())));

        assertThat(updated.status()).isEqualTo("ooooom");
        assertThat(List.copyOf(threads))
                .hasSize(7)
                .allSatisfy(thread -> assertThat(thread).startsWith("sdk-async-response"));
    }
}
