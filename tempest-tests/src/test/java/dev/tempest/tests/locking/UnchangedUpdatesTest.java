package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Version;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Items;
import dev.tempest.tests.items.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an update writes: what its function changed, in place or not, and nothing else. */
class UnchangedUpdatesTest extends LockingTest {
    record Key(String id) {}

    /** A class with setters, whose items are mostly changed in place. */
    static class Draft {
        private String id;
        private String status;
        private List<String> changes = new ArrayList<>();

        @Version
        private Long version;

        String status() {
            return status;
        }

        void setStatus(String status) {
            this.status = status;
        }
    }

    record Note(
            String id,
            String status,
            List<String> changes,
            @Version Long version) {}

    record Marked(String id, String status, String write_token) {}

    private static final Key KEY = new Key("a");

    private final FaultyHttp network = FaultyHttp.builder().build();
    private Items<Key, Note> notes;

    @BeforeEach
    void save() {
        notes = open(network).plain(Key.class, Note.class);
        notes.save(new Note("a", "one", List.of("first"), null));
    }

    private long writes() {
        return network.requests("PutItem")
                + network.requests("UpdateItem")
                + network.requests("TransactWriteItems")
                - 1;
    }

    @Test
    void anItemThatIsChangedInPlaceIsWritten() {
        Items<Key, Draft> drafts = open(network).plain(Key.class, Draft.class);

        Draft updated = drafts.update(KEY, draft -> {
            draft.setStatus("two");
            draft.changes.add("second");
            return draft;
        });

        assertThat(updated.status()).isEqualTo("two");
        assertThat(updated.changes).containsExactly("first", "second");
        assertThat(updated.version).isEqualTo(2);
        assertThat(notes.load(KEY, true)).isEqualTo(new Note("a", "two", List.of("first", "second"), 2L));
    }

    @Test
    void aListThatIsChangedInsideARecordIsWritten() {
        Note updated = notes.update(KEY, note -> {
            note.changes().add("second");
            return note;
        });

        assertThat(updated).isEqualTo(new Note("a", "one", List.of("first", "second"), 2L));
        assertThat(notes.load(KEY, true)).isEqualTo(updated);
    }

    @Test
    void anotherObjectThatWouldBeStoredAsItIsWritesNothing() {
        Note updated = notes.update(KEY, note -> new Note("a", "one", List.of("first"), 77L));

        assertThat(updated).isEqualTo(new Note("a", "one", List.of("first"), 1L));
        assertThat(writes()).isZero();
    }

    @Test
    void aVersionThatIsChangedInPlaceIsNoChange() {
        Draft updated = open(network).plain(Key.class, Draft.class).update(KEY, draft -> {
            draft.version = 77L;
            return draft;
        });

        assertThat(updated.version).isEqualTo(1);
        assertThat(writes()).isZero();
    }

    @Test
    void aTokenThatIsChangedIsNoChange() {
        Items<Key, Marked> items = open(network).traced(Key.class, Marked.class);

        Marked made = items.updateOrCreate(new Key("b"), item -> new Marked("b", "one", null));
        Marked updated = items.update(new Key("b"), item -> new Marked("b", "one", "mine"));

        assertThat(updated).isEqualTo(made);
        assertThat(writes()).isEqualTo(1);
    }

    /** Reading it gives nothing that it would be stored as. */
    @Test
    void theSameItemIsNotWrittenInAnotherForm() {
        db.client()
                .putItem(put -> put.tableName(Store.TABLE)
                        .item(Map.of(
                                "id", AttributeValue.fromS("a"),
                                "changes", AttributeValue.fromL(List.of()),
                                "status", AttributeValue.fromNul(true),
                                "version", AttributeValue.fromN("1"))));

        open(network).plain(Key.class, Draft.class).update(KEY, draft -> draft);

        assertThat(row().get("status").nul()).isTrue();
        assertThat(writes()).isZero();
    }

    @Test
    void aPropertyThatBecomesNullIsRemoved() {
        Note updated = notes.update(KEY, note -> new Note("a", null, note.changes(), note.version()));

        assertThat(updated).isEqualTo(new Note("a", null, List.of("first"), 2L));
        assertThat(row()).doesNotContainKey("status");
    }

    @Test
    void aKeyThatIsChangedInPlaceIsRefused() {
        assertThatThrownBy(() -> open(network).plain(Key.class, Draft.class).update(KEY, draft -> {
                    draft.id = "b";
                    return draft;
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("An update cannot change the key");
    }

    @Test
    void attributesThatTheTypeDoesNotNameStay() {
        for (ConditionalWrites mode : ConditionalWrites.values()) {
            Rows.put(db, Store.TABLE, "id", "a", "status", "one", "generation", "theirs");

            // Another program, which knows no versions, writes at the same time.
            notes.with(mode).update(KEY, note -> {
                db.client()
                        .updateItem(update -> update.tableName(Store.TABLE)
                                .key(Map.of("id", AttributeValue.fromS("a")))
                                .updateExpression("SET text_version = :later")
                                .expressionAttributeValues(Map.of(":later", AttributeValue.fromS("later"))));
                return new Note("a", "two", null, null);
            });

            assertThat(row())
                    .isEqualTo(Map.of(
                            "id", AttributeValue.fromS("a"),
                            "status", AttributeValue.fromS("two"),
                            "generation", AttributeValue.fromS("theirs"),
                            "text_version", AttributeValue.fromS("later"),
                            "version", AttributeValue.fromN("1")));
        }
    }
}
