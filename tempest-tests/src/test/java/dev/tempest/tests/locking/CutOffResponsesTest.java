package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Version;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Items;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** A rejection of which the client reads the status only: the same request again brings the reason. */
class CutOffResponsesTest extends LockingTest {
    record Key(String id) {}

    record Note(String id, String status, @Version Long version) {
        Note with(String newStatus) {
            return new Note(id, newStatus, version);
        }
    }

    private static final Key KEY = new Key("a");

    private final Note stale = new Note("a", "stale", 1L);
    private final Note stored = new Note("a", "two", 2L);
    private final FaultyHttp network = FaultyHttp.builder()
            .when(request -> request.number() == 1, Fault.responseCutOff())
            .build();
    private Items<Key, Note> notes;
    private Items<Key, Note> calm;

    @BeforeEach
    void saveTwice() {
        calm = open().traced(Key.class, Note.class);
        calm.save(calm.save(new Note("a", "two", null)));
        notes = open(network).traced(Key.class, Note.class);
    }

    private void assertConflict(Items<Key, Note> items, Runnable write) {
        assertThatThrownBy(write::run)
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        refusal -> assertThat(items.itemIn(refusal)).contains(stored));
        assertThat(network.faults()).isEqualTo(1);
        assertThat(calm.load(KEY, true)).isEqualTo(stored);
    }

    @Test
    void aSave() {
        assertConflict(notes, () -> notes.save(stale));
    }

    @Test
    void aCreate() {
        assertConflict(notes, () -> notes.create(stale));
    }

    @Test
    void aDelete() {
        assertConflict(notes, () -> notes.delete(stale));
    }

    @Test
    void aSaveAsATransaction() {
        Items<Key, Note> transactional = notes.with(ConditionalWrites.TRANSACTIONAL);

        assertConflict(transactional, () -> transactional.save(stale));
    }

    @Test
    void anUpdateWithoutAToken() {
        Items<Key, Note> plain = open(network).plain(Key.class, Note.class);
        Items<Key, Note> others = open().plain(Key.class, Note.class);

        Note updated = plain.update(KEY, note -> {
            if (note.version() == 2) {
                others.update(KEY, other -> other.with("others"));
            }
            return note.with(note.status() + ", mine");
        });

        assertThat(updated).isEqualTo(new Note("a", "others, mine", 4L));
    }

    @Test
    void aSuccess() {
        assertThat(notes.save(stored.with("three"))).isEqualTo(new Note("a", "three", 3L));
        assertThat(notes.load(KEY, true)).isEqualTo(new Note("a", "three", 3L));
        assertThat(network.faults()).isEqualTo(2);
    }
}
