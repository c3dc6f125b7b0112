package dev.tempest.tests.times;

import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.number;
import static dev.tempest.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import dev.tempest.Change;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.faces.Sdk1Client;
import dev.tempest.tests.times.Notes.Draft;
import dev.tempest.tests.times.Notes.Note;
import dev.tempest.tests.times.Notes.Timed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What each operation sets: the table on the page about timestamps, cell by cell, through each face that has it. */
class TimestampsTest {
    private static final long FIRST = 1_000;
    private static final long NOW = 2_000;
    private static final long CARRIED = 500;

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("notes", Notes.Row.class));

    /**
     * A write, and the times that are stored afterwards; null for no item.
     *
     * @param before what is stored by then, at the first time
     */
    private record Write(
            String name, Consumer<Face> before, Function<Face, Timed> action, Long created, Long updated) {}

    private static final Note NEW = new Note("1", "a", "new", 1L, null, null);
    private static final Note OLD = new Note("1", "a", "new", 1L, CARRIED, CARRIED);
    private static final Draft NEW_DRAFT = new Draft("1", "a", "new", 1L, null, null, null);
    private static final Change<Note> CHANGE = text(Note::text).set("changed");
    private static final Change<Draft> DRAFT_CHANGE = text(Draft::text).set("changed");

    private static List<Write> writes() {
        Consumer<Face> nothing = face -> {};
        Consumer<Face> note = face -> face.save(NEW);
        Consumer<Face> draft = face -> face.save(NEW_DRAFT);
        List<Write> writes = new ArrayList<>();
        writes.add(new Write("create", nothing, face -> face.create(NEW), NOW, NOW));
        writes.add(new Write("create what carries a time", nothing, face -> face.create(OLD), CARRIED, NOW));
        writes.add(new Write("save a new item", nothing, face -> face.save(NEW), NOW, NOW));
        writes.add(new Write("save a new item on its version", nothing, face -> face.save(NEW_DRAFT), NOW, NOW));
        writes.add(new Write("save as loaded", note, face -> face.save(face.load()), FIRST, NOW));
        writes.add(new Write("save as loaded on its version", draft, face -> face.save(face.loadDraft()), FIRST, NOW));
        writes.add(new Write("save without a time over a stored item", note, face -> face.save(NEW), NOW, NOW));
        writes.add(new Write("save what carries a time", note, face -> face.save(OLD), CARRIED, NOW));
        writes.add(new Write("merge a new item", nothing, face -> face.merge(NEW), NOW, NOW));
        writes.add(new Write("merge as loaded", note, face -> face.merge(face.load()), FIRST, NOW));
        writes.add(
                new Write("merge as loaded on its version", draft, face -> face.merge(face.loadDraft()), FIRST, NOW));
        writes.add(new Write("merge without a time", note, face -> face.merge(NEW), FIRST, NOW));
        writes.add(new Write("merge what carries a time", note, face -> face.merge(OLD), CARRIED, NOW));
        writes.add(new Write("update", draft, face -> face.update(it -> it.withText("changed")), FIRST, NOW));
        writes.add(new Write("update that changes nothing", draft, face -> face.update(it -> it), FIRST, FIRST));
        writes.add(new Write(
                "update that changes the times only",
                draft,
                face -> face.update(it -> new Draft("1", "a", it.text(), 1L, 7L, 8L, it.version())),
                FIRST,
                FIRST));
        writes.add(new Write(
                "update that drops the times",
                draft,
                face -> face.update(it -> new Draft("1", "a", "changed", 1L, null, null, it.version())),
                FIRST,
                NOW));
        writes.add(new Write("updateOrCreate, new", nothing, face -> face.updateOrCreate(it -> NEW_DRAFT), NOW, NOW));
        writes.add(new Write("patch", note, face -> face.patch(CHANGE), FIRST, NOW));
        writes.add(new Write("patch on what was read", draft, face -> face.patchDraft(DRAFT_CHANGE), FIRST, NOW));
        writes.add(new Write("patchItem", draft, face -> face.patchItem(face.loadDraft(), DRAFT_CHANGE), FIRST, NOW));
        writes.add(new Write(
                "patch or create, stored",
                note,
                face -> face.patch(changes(CHANGE).orCreate()),
                FIRST,
                NOW));
        writes.add(new Write(
                "patch or create, new",
                nothing,
                face -> face.patch(changes(CHANGE).orCreate()),
                NOW,
                NOW));
        writes.add(new Write("increment", note, Face::increment, FIRST, NOW));
        writes.add(new Write("increment on what was read", draft, Face::incrementDraft, FIRST, NOW));
        writes.add(new Write("increment or create, stored", note, Face::incrementOrCreate, FIRST, NOW));
        writes.add(new Write("increment or create, new", nothing, Face::incrementOrCreate, NOW, NOW));
        writes.add(new Write("delete", note, Face::delete, null, null));
        writes.add(new Write("batchWrite of a new item", nothing, face -> face.batch(NEW), NOW, NOW));
        writes.add(new Write("batchWrite as loaded", note, face -> face.batch(face.load()), FIRST, NOW));
        writes.add(transaction("create", nothing, face -> set().create(NEW), NOW));
        writes.add(transaction("save", note, face -> set().save(face.load()), FIRST));
        writes.add(transaction("save on its version", draft, face -> set().save(face.loadDraft()), FIRST));
        writes.add(transaction("merge", note, face -> set().merge(NEW), FIRST));
        writes.add(transaction("merge on its version", draft, face -> set().merge(face.loadDraft()), FIRST));
        writes.add(transaction("patch", note, face -> set().patch(Face.NOTE, CHANGE), FIRST));
        writes.add(transaction(
                "patch or create",
                nothing,
                face -> set().patch(Face.NOTE, changes(CHANGE).orCreate()),
                NOW));
        writes.add(transaction(
                "increment", note, face -> set().increment(Face.NOTE, Increment.of(number(Note::views), 1)), FIRST));
        writes.add(new Write(
                "delete in a transaction",
                note,
                face -> face.transaction(set().delete(Face.NOTE).build()),
                null,
                null));
        return writes;
    }

    private static TransactionWriteSet.Builder set() {
        return TransactionWriteSet.builder();
    }

    private static Write transaction(
            String name, Consumer<Face> before, Function<Face, TransactionWriteSet.Builder> set, long created) {
        return new Write(
                name + " in a transaction",
                before,
                face -> face.transaction(set.apply(face).build()),
                created,
                NOW);
    }

    private Map<String, Function<Clock, Face>> faces() {
        Map<String, Function<Clock, Face>> faces = new LinkedHashMap<>();
        faces.put(
                "sync",
                clock -> new Face.Sync(LogicalDb.builder(Notes.Db.class)
                        .enhancedClient(db.connection().enhancedClient())
                        .clock(clock)
                        .build()));
        faces.put(
                "async",
                clock -> new Face.Async(AsyncLogicalDb.builder(Notes.AsyncDb.class)
                        .enhancedClient(db.connection().enhancedAsyncClient())
                        .clock(clock)
                        .build()));
        faces.put(
                "SDK 1.x",
                clock -> new Face.Sdk1(dev.tempest.sdk1.LogicalDb.builder(Notes.Sdk1Db.class)
                        .dynamoDbMapper(new DynamoDBMapper(Sdk1Client.of(db.connection())))
                        .clock(clock)
                        .build()));
        return faces;
    }

    @TestFactory
    Stream<DynamicTest> setsWhatThePageSays() {
        return writes().stream()
                .flatMap(write -> faces().entrySet().stream()
                        .map(face ->
                                dynamicTest(write.name() + ", " + face.getKey(), () -> check(write, face.getValue()))));
    }

    private void check(Write write, Function<Clock, Face> faces) {
        clear();
        write.before().accept(faces.apply(at(FIRST)));

        Timed returned;
        try {
            returned = write.action().apply(faces.apply(at(NOW)));
        } catch (UnsupportedOperationException e) {
            return; // SDK 1.x does not have every operation.
        }

        Map<String, AttributeValue> stored = stored();
        if (write.created() == null) {
            assertThat(stored).isNull();
            return;
        }
        assertThat(stored)
                .containsEntry("created", AttributeValue.fromN("" + write.created()))
                .containsEntry("updated", AttributeValue.fromN("" + write.updated()));
        if (stored.containsKey("times")) {
            assertThat(stored.get("times").s()).isEqualTo(write.created() + " " + write.updated());
        }
        if (returned != null) {
            // A transaction returns nothing, so that a merge in it does not know what it meets.
            boolean isKnown = !write.name().equals("merge in a transaction");
            assertThat(returned.created()).isEqualTo(isKnown ? write.created() : null);
            assertThat(returned.updated()).isEqualTo(write.updated());
        }
    }

    private static Clock at(long millis) {
        return Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }

    private Map<String, AttributeValue> stored() {
        return db.client().scan(scan -> scan.tableName("notes")).items().stream()
                .findFirst()
                .orElse(null);
    }

    private void clear() {
        db.client()
                .scan(scan -> scan.tableName("notes"))
                .items()
                .forEach(row -> db.client()
                        .deleteItem(delete ->
                                delete.tableName("notes").key(Map.of("pk", row.get("pk"), "sk", row.get("sk")))));
    }
}
