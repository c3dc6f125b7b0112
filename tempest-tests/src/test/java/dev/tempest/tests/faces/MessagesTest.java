package dev.tempest.tests.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.GreaterThan;
import dev.tempest.OutcomeUnknownException;
import dev.tempest.UnprocessedKeysException;
import dev.tempest.UnreadableItemException;
import dev.tempest.UpdateConflictException;
import dev.tempest.sdk2.BatchWriteException;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.faces.Planted.All;
import dev.tempest.tests.faces.Planted.Computed;
import dev.tempest.tests.faces.Planted.Picky;
import dev.tempest.tests.faces.Planted.Prefixed;
import dev.tempest.tests.faces.Planted.Secret;
import dev.tempest.tests.faces.Planted.Talkative;
import dev.tempest.tests.faces.Planted.Versioned;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * No message contains a value, stored or given, other than keys and versions: neither that of an exception nor those of its
 * causes, nor what a failed operation says of itself.
 */
@ParameterizedClass
@EnumSource(names = {"SYNC", "ASYNC", "SDK1"})
class MessagesTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create(Planted.TABLE, PlantedRow.class));

    @Parameter
    Face.Kind kind;

    private static final String GIVEN = Planted.planted("given");

    /** An attribute that none of the types can read, by its name. */
    private static final Map<String, AttributeValue> ODD = Map.of(
            "text", AttributeValue.fromL(List.of(AttributeValue.fromS(Planted.planted("in a list")))),
            "number", AttributeValue.fromS(Planted.planted("no number")),
            "count", AttributeValue.fromM(Map.of("at", AttributeValue.fromS(Planted.planted("in a map")))),
            "list", AttributeValue.fromS(Planted.planted("no list")),
            "map", AttributeValue.fromS(Planted.planted("no map")),
            "texts", AttributeValue.fromN(Planted.NUMBER + "0000000000"),
            "colour", AttributeValue.fromS(Planted.planted("no colour")));

    private final Secret secret = Secret.of("p", "1");
    private final Secret.Key key = new Secret.Key("p", "1");
    private final Expression condition = Expression.builder()
            .expression("colour = :given")
            .putExpressionValue(":given", AttributeValue.fromS(GIVEN))
            .build();
    private final Expression byPlaceholder = Expression.builder()
            .expression("#about = :given")
            .putExpressionName("#about", "number")
            .putExpressionValue(":given", AttributeValue.fromN("" + Planted.NUMBER + 1))
            .build();
    private final Map<String, Runnable> calls = new LinkedHashMap<>();
    private PlantedFace face;

    @BeforeEach
    void saveSome() {
        face = PlantedFace.open(kind, db.connection());
        face.secrets().save(secret);
        face.versions().save(new Versioned("p", "1", Planted.planted("first"), null));
        ODD.forEach((attribute, value) -> db.client()
                .putItem(put -> put.tableName(Planted.TABLE)
                        .item(Map.of(
                                "pk",
                                AttributeValue.fromS("odd"),
                                "sk",
                                AttributeValue.fromS("S_" + attribute),
                                attribute,
                                value))));
    }

    private boolean isSdk2() {
        return kind != Face.Kind.SDK1;
    }

    private void assertSilent() {
        assertSilent(RuntimeException.class);
    }

    private void assertSilent(Class<? extends Throwable> expected) {
        calls.forEach((what, call) -> {
            Throwable thrown = catchThrowable(call::run);
            assertThat(thrown).as(what).isInstanceOf(expected);
            assertSilent(what, thrown);
        });
    }

    private void assertSilent(String what, Throwable thrown) {
        StringWriter all = new StringWriter();
        // Prints the causes and what is suppressed, too.
        thrown.printStackTrace(new PrintWriter(all, true));
        all.append(thrown.getMessage()).append(thrown.getLocalizedMessage());
        if (thrown instanceof TransactionCanceledException cancelled) {
            all.append(face.operations().failuresIn(cancelled).toString());
        }
        assertThat(all.toString())
                .as(what)
                .doesNotContain(Planted.TEXT)
                .doesNotContain("" + Planted.NUMBER)
                .doesNotContain("RED");
    }

    @Test
    void ofConditionsThatFail() {
        Versioned stale = new Versioned("p", "1", Planted.planted("stale"), 7L);
        calls.put("save", () -> face.secrets().save(secret, condition));
        calls.put("save by a placeholder", () -> face.secrets().save(secret, byPlaceholder));
        calls.put("delete", () -> face.secrets().delete(secret, condition));
        if (isSdk2()) {
            calls.put("merge", () -> face.secrets().merge(secret, condition));
            calls.put("raw merge", () -> face.rows().merge(raw("p", "S_1"), condition));
            calls.put("merge of an old version", () -> face.versions().merge(stale));
        }
        calls.put("deleteKey", () -> face.secrets().deleteKey(key, byPlaceholder));
        calls.put("raw save", () -> face.rows().save(raw("p", "S_1"), condition));
        calls.put("raw delete", () -> face.rows().deleteKey(raw("p", "S_1"), condition));
        calls.put("save of an old version", () -> face.versions().save(stale));
        calls.put("delete of an old version", () -> face.versions().delete(stale));
        calls.put("save of nothing stored", () -> face.versions().save(new Versioned("p", "2", GIVEN, 1L)));
        if (isSdk2()) {
            Items<Secret.Key, Secret> transactional = face.secrets().with(ConditionalWrites.TRANSACTIONAL);
            calls.put("create", () -> face.secrets().create(secret));
            calls.put("transactional create", () -> transactional.create(secret));
            calls.put("transactional save", () -> transactional.save(secret, condition));
            calls.put("transactional delete", () -> transactional.deleteKey(key, condition));
        }

        assertSilent(ConditionalCheckFailedException.class);
    }

    @Test
    void ofTransactionsThatFail() {
        calls.put(
                "operations",
                () -> face.operations()
                        .transactionWrite(TransactionWriteSet.builder()
                                .save(secret, condition)
                                .delete(new Secret.Key("p", "2"), byPlaceholder)
                                .checkCondition(new Versioned.Key("p", "1"), condition)
                                .save(new Versioned("p", "2", GIVEN, 3L))));
        calls.put(
                "raw operations",
                () -> face.operations()
                        .transactionWrite(TransactionWriteSet.builder().save(raw("p", "S_1"), condition)));
        calls.put(
                "an unreadable item in the way",
                () -> face.operations()
                        .transactionWrite(TransactionWriteSet.builder().save(Secret.of("odd", "text"), byPlaceholder)));
        calls.put(
                "a pager",
                () -> face.operations()
                        .pager(List.of(secret), 10, new Operations.Handler<Secret>() {
                            @Override
                            public void item(TransactionWriteSet.Builder builder, Secret update) {
                                builder.save(update, condition);
                            }
                        })
                        .execute());
        if (isSdk2()) {
            calls.put(
                    "a merge",
                    () -> face.operations()
                            .transactionWrite(TransactionWriteSet.builder().merge(secret, condition)));
            calls.put(
                    "an increment",
                    () -> face.operations()
                            .transactionWrite(TransactionWriteSet.builder()
                                    .increment(key, Increment.of("count", 1).withCondition(condition))));
        }
        assertSilent(TransactionCanceledException.class);

        calls.clear();
        calls.put(
                "two operations on one item",
                () -> face.operations()
                        .transactionWrite(
                                TransactionWriteSet.builder().save(secret).delete(secret)));

        assertSilent();
    }

    @Test
    void ofIncompleteItemsAndKeys() {
        Talkative talkative = new Talkative("p", null);
        Talkative nowhere = new Talkative(null, "1");
        calls.put("save", () -> face.secrets().save(Secret.of(null, "1")));
        calls.put("delete", () -> face.secrets().delete(Secret.of(null, "1")));
        calls.put("merge", () -> face.secrets().merge(Secret.of(null, "1")));
        calls.put("empty key", () -> face.secrets().save(Secret.of("", "1")));
        calls.put("raw save", () -> face.rows().save(raw(null, "S_1")));
        calls.put("raw load", () -> face.rows().load(raw("p", null)));
        calls.put("load", () -> face.talkative().load(nowhere));
        calls.put("deleteKey", () -> face.talkative().deleteKey(nowhere));
        calls.put("query", () -> face.talkativePages().query(new BeginsWith<>(nowhere)));
        calls.put("compare", () -> face.talkativePages().query(new GreaterThan<>(nowhere)));
        calls.put("between", () -> face.talkativePages().query(new Between<>(talkative, new Talkative("q", "1"))));
        calls.put("batchLoad", () -> face.operations().batchLoad(List.of(nowhere)));
        calls.put("raw batchLoad", () -> face.operations().batchLoad(List.of(raw(null, "S_1"))));
        calls.put("transactionLoad", () -> face.operations().transactionLoad(List.of(nowhere)));
        calls.put(
                "batchWrite",
                () -> face.operations().batchWrite(BatchWriteSet.builder().clobber(Secret.of(null, "1"))));
        calls.put(
                "batchWrite of a version",
                () -> face.operations()
                        .batchWrite(BatchWriteSet.builder().clobber(new Versioned("p", "1", GIVEN, 1L))));
        calls.put("delete without a version", () -> face.versions().delete(new Versioned("p", "1", GIVEN, null)));

        assertSilent();
    }

    @Test
    void ofItemsThatCannotBeRead() {
        for (String attribute : ODD.keySet()) {
            Secret.Key odd = new Secret.Key("odd", attribute);
            calls.put("load of " + attribute, () -> face.secrets().load(odd));
            calls.put("raw load of " + attribute, () -> face.rows().load(raw("odd", "S_" + attribute)));
            calls.put("batchLoad of " + attribute, () -> face.operations().batchLoad(List.of(odd)));
            calls.put("transactionLoad of " + attribute, () -> face.operations().transactionLoad(List.of(odd)));
        }
        // Whether SDK 1.x reads a text as a list or not is its own affair.
        Map<String, Throwable> thrown = new LinkedHashMap<>();
        calls.forEach((what, call) -> {
            Throwable failure = catchThrowable(call::run);
            if (failure != null) {
                thrown.put(what, failure);
            }
        });

        assertThat(thrown).hasSizeGreaterThan(isSdk2() ? 20 : 15);
        thrown.forEach(this::assertSilent);
    }

    @Test
    void ofPagesThatCannotBeRead() {
        BeginsWith<Secret.Key> all = new BeginsWith<>(new Secret.Key("odd", ""));
        calls.put("query", () -> face.secretPages().query(all));
        calls.put("queryAllContents", () -> face.secretPages().queryAllContents(all));
        calls.put("scan", () -> face.secretPages().scan());
        calls.put("scanAllContents", () -> face.secretPages().scanAllContents());
        assertSilent();

        List<UnreadableItemException> left = new ArrayList<>();
        face.secretPages()
                .query(all, QueryConfig.builder().onUnreadableItem(left::add).build());
        face.secretPages().scan(ScanConfig.builder().onUnreadableItem(left::add).build());

        assertThat(left).isNotEmpty().allSatisfy(each -> assertSilent("left out", each));
    }

    @Test
    void ofItemsOfOtherShapes() {
        calls.put("prefix", () -> face.prefixed().load(new Prefixed.Key("p", "1")));
        calls.put("computed", () -> face.computed().load(new Computed.Key("p", "1")));
        calls.put("constructor", () -> face.picky().load(new Picky.Key("p", "1")));
        calls.put("deleted", () -> face.prefixed().deleteKey(new Prefixed.Key("p", "1")));
        if (isSdk2()) {
            calls.put("collection", () -> face.collection().accept(new All.Key("p")));
            calls.put("collection of odd items", () -> face.collection().accept(new All.Key("odd")));
        }

        assertSilent();
    }

    @Test
    void ofItemsInTheWayThatCannotBeRead() {
        if (!isSdk2()) {
            return;
        }
        ConditionalCheckFailedException refusal = (ConditionalCheckFailedException)
                catchThrowable(() -> face.secrets().create(Secret.of("odd", "number")));

        calls.put("itemIn", () -> face.secrets().itemIn(refusal));
        assertSilent();
        assertSilent("create", refusal);
    }

    @Test
    void ofUpdatesAndIncrements() {
        if (!isSdk2()) {
            return;
        }
        Versioned.Key versioned = new Versioned.Key("p", "1");
        calls.put("null", () -> face.versions().update(versioned, item -> null));
        calls.put(
                "another key",
                () -> face.versions().update(versioned, item -> new Versioned("q", "1", GIVEN, item.version())));
        calls.put("no item", () -> face.versions().update(new Versioned.Key("p", "9"), item -> item));
        calls.put(
                "withCondition",
                () -> face.increment().accept(key, Increment.of("count", 1).withCondition(condition)));
        calls.put("a fraction", () -> face.increment().accept(key, Increment.of("number", Planted.NUMBER + 0.5)));
        calls.put("too large", () -> face.increment().accept(key, Increment.of("number", Planted.NUMBER * 1_000_000L)));
        calls.put(
                "not stored as a number",
                () -> face.increment().accept(new Secret.Key("odd", "number"), Increment.of("number", 1)));
        assertSilent();
    }

    @Test
    void ofConflicts() {
        if (!isSdk2()) {
            return;
        }
        Versioned.Key versioned = new Versioned.Key("p", "1");

        Throwable thrown = catchThrowable(() -> face.versions().update(versioned, item -> {
            face.versions().save(new Versioned("p", "1", Planted.planted("other"), item.version()));
            return new Versioned("p", "1", GIVEN, item.version());
        }));

        assertThat(thrown).isInstanceOf(UpdateConflictException.class);
        assertSilent("conflict", thrown);
    }

    @Test
    void ofUnknownOutcomes() {
        if (!isSdk2()) {
            return;
        }
        FaultyHttp lossy = FaultyHttp.builder()
                .rate(1, Fault.responseLost(), "PutItem", "UpdateItem", "DeleteItem")
                .build();
        PlantedFace unlucky = PlantedFace.open(kind, db.connection(), lossy);
        Versioned stored = new Versioned("p", "1", GIVEN, 1L);
        Versioned.Key versioned = new Versioned.Key("p", "1");
        calls.put("update", () -> unlucky.versions().update(versioned, item -> stored));
        calls.put("save", () -> unlucky.versions().save(new Versioned("p", "1", GIVEN, 2L)));
        calls.put("deleteKey", () -> unlucky.secrets().deleteKey(key, byPlaceholder));

        calls.forEach((what, call) -> {
            Throwable thrown = catchThrowable(call::run);
            assertThat(thrown).as(what).isInstanceOf(OutcomeUnknownException.class);
            assertSilent(what, thrown);
        });
    }

    @Test
    void ofBatchesThatAreLeftUnprocessed() {
        FaultyHttp lossy = FaultyHttp.builder()
                .rate(1, Fault.throttled(), "BatchGetItem", "BatchWriteItem")
                .build();
        if (!isSdk2()) {
            return;
        }
        PlantedFace throttled = PlantedFace.open(kind, db.connection(), lossy);
        List<Object> keys = List.of(new Talkative("p", "1"), raw("p", "S_2"));

        Throwable thrown = catchThrowable(() -> throttled.operations().batchLoad(keys));

        assertThat(thrown)
                .isInstanceOf(UnprocessedKeysException.class)
                .hasMessageContaining("{p, S_1} in table planted, {p, S_2} in table planted");
        assertSilent("batchLoad", thrown);
        assertThat(throttled
                        .operations()
                        .batchWrite(BatchWriteSet.builder().clobber(secret).build())
                        .toString())
                .isEqualTo("BatchWriteResult[1 items not written, 0 keys not deleted]");
    }

    @Test
    void ofBatchesThatAreRejected() {
        if (!isSdk2()) {
            return;
        }
        FaultyHttp rejecting = FaultyHttp.builder()
                .rate(1, Fault.error(400, "ValidationException", "no"), "BatchWriteItem")
                .build();
        PlantedFace rejected = PlantedFace.open(kind, db.connection(), rejecting);

        calls.put(
                "batchWrite",
                () -> rejected.operations()
                        .batchWrite(BatchWriteSet.builder()
                                .clobber(secret, raw("p", "S_3"))
                                .delete(new Talkative("p", "2"))
                                .ignoreVersions()));

        assertSilent(BatchWriteException.class);
        BatchWriteException thrown = (BatchWriteException)
                catchThrowable(() -> calls.get("batchWrite").run());
        assertThat(thrown.failures().toString()).doesNotContain(Planted.TEXT);
    }

    @Test
    void showLongKeysShortened() {
        String pk = "k".repeat(2_000);

        Throwable thrown = catchThrowable(() -> face.secrets().deleteKey(new Secret.Key(pk, "1"), condition));

        assertThat(thrown).hasMessageContaining("{pk=" + "k".repeat(100) + "... (2000 characters), sk=S_1}");
        assertThat(thrown.getMessage().length()).isLessThan(500);
    }

    private static PlantedRow raw(String pk, String sk) {
        PlantedRow row = new PlantedRow();
        row.setPk(pk);
        row.setSk(sk);
        row.setText(GIVEN);
        row.setNumber(Planted.NUMBER);
        return row;
    }
}
