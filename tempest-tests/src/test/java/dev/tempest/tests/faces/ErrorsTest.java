package dev.tempest.tests.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.LessThan;
import dev.tempest.Scoped;
import dev.tempest.UnprocessedKeysException;
import dev.tempest.WorkerId;
import dev.tempest.sdk2.BatchLoadConfig;
import dev.tempest.sdk2.BatchWriteException;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.tests.faces.Media.Draft;
import dev.tempest.tests.faces.Media.Measure;
import dev.tempest.tests.faces.Media.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What goes wrong goes wrong alike through all faces: the same exception with the same message. */
class ErrorsTest {
    @RegisterExtension
    final TestDb db = Media.tables();

    private final Track track = Media.track("a", 1);
    private final Expression wrong = Expression.builder()
            .expression("title = :title")
            .putExpressionValue(":title", AttributeValue.fromS("other"))
            .build();
    private final Expression malformed =
            Expression.builder().expression("title ==== 1").build();
    private final BeginsWith<Track.Key> album = new BeginsWith<>(new Track.Key("a"));

    @Test
    void allFacesFailAlike() {
        Map<String, Consumer<Face>> calls = new LinkedHashMap<>();
        calls.put("create of a taken key", face -> face.media().tracks().create(track));
        calls.put("save on a condition", face -> face.media().tracks().save(track, wrong));
        calls.put("save on a malformed condition", face -> face.media().tracks().save(track, malformed));
        calls.put("save of an old version", face -> face.media().drafts().save(new Draft("a", "1", "Old", 7L)));
        calls.put("save of null", face -> face.media().tracks().save(null));
        calls.put("save without a key", face -> face.measures().save(new Measure(null, "None")));
        calls.put("load of null", face -> face.media().tracks().load(null));
        calls.put("load without a key", face -> face.measures().load(new Measure.Key(null)));
        calls.put("delete on a condition", face -> face.media().tracks().delete(track, wrong));
        calls.put("delete of an old version", face -> face.media().drafts().delete(new Draft("a", "1", "Old", 7L)));
        calls.put("deleteKey on a condition", face -> face.media().tracks().deleteKey(track.key(), wrong));
        calls.put("raw item without a key", face -> face.media().rows().save(new MediaRow()));
        calls.put("query of null", face -> face.media().trackPages().query(null));
        calls.put(
                "query without a partition",
                face -> face.measurePages().query(new BeginsWith<>(new Measure.Key(null))));
        calls.put(
                "query between partitions",
                face -> face.media().trackPages().queryAll(new Between<>(new Track.Key("a"), new Track.Key("b"))));
        calls.put(
                "query on an absent sort key",
                face -> face.measurePages()
                        .queryAllContents(new LessThan<>(new Measure.Key(java.math.BigDecimal.ONE))));
        calls.put(
                "query with a malformed filter",
                face -> face.media()
                        .trackPages()
                        .query(
                                album,
                                QueryConfig.builder()
                                        .filterExpression(malformed)
                                        .build()));
        calls.put(
                "all pages with a malformed filter",
                face -> face.media()
                        .trackPages()
                        .queryAll(
                                album,
                                QueryConfig.builder()
                                        .filterExpression(malformed)
                                        .build()));
        calls.put(
                "consistent read of a global index",
                face -> face.media()
                        .tracksByGenre()
                        .queryAll(
                                new BeginsWith<>(new Track.ByGenre("genre 1")),
                                QueryConfig.builder().consistentRead(true).build()));
        calls.put(
                "consistent scan of a global index",
                face -> face.media()
                        .tracksByGenre()
                        .parallelScan(
                                2, ScanConfig.builder().consistentRead(true).build()));
        calls.put(
                "scan with a malformed filter",
                face -> face.media()
                        .trackPages()
                        .scanAllContents(
                                ScanConfig.builder().filterExpression(malformed).build()));
        calls.put(
                "parallel scan of no segment", face -> face.media().trackPages().parallelScan(0));
        calls.put(
                "parallel scan of a worker",
                face -> face.media()
                        .trackPages()
                        .parallelScan(
                                2,
                                ScanConfig.builder()
                                        .workerId(new WorkerId(0, 2))
                                        .build()));
        calls.put("offset from no text", face -> face.media().trackPages().offsetFromString("no offset"));
        calls.put("batch load of no key", face -> face.batchLoad("text"));
        calls.put("batch load of an item", face -> face.batchLoad(track));
        calls.put("batch load of null", face -> face.batchLoad(Arrays.asList(track.key(), null)));
        calls.put("batch load of another table", face -> face.batchLoad(new Scoped<>("other", track.key())));
        calls.put(
                "batch load of a wrong page size",
                face -> face.batchLoad(
                        List.of(), BatchLoadConfig.builder().maxPageSize(101).build()));
        calls.put(
                "batch write of a version",
                face -> face.batchWrite(BatchWriteSet.builder().clobber(new Draft("a", "1", "Draft", 1L))));
        calls.put(
                "batch write of a key",
                face -> face.batchWrite(BatchWriteSet.builder().clobber(track.key())));
        calls.put(
                "transaction on a condition",
                face -> face.transactionWrite(TransactionWriteSet.builder()
                        .save(new Draft("b", "1", "Draft", null))
                        .save(track, wrong)));
        calls.put(
                "transaction with a malformed condition",
                face -> face.transactionWrite(TransactionWriteSet.builder().save(track, malformed)));
        calls.put(
                "transaction on one item twice",
                face -> face.transactionWrite(
                        TransactionWriteSet.builder().save(track).delete(track)));
        calls.put(
                "transaction with too long a token",
                face -> face.transactionWrite(
                        TransactionWriteSet.builder().save(track).idempotencyToken("x".repeat(37))));
        calls.put("transaction load of no key", face -> face.transactionLoad(track));

        compare(
                Face.Settings.DEFAULT,
                calls,
                "create of a taken key",
                "save on a malformed condition",
                "consistent scan of a global index",
                "parallel scan of no segment",
                "parallel scan of a worker");
    }

    @Test
    void allFacesPassOnWhatDynamoDbAnswers() {
        Face.Settings failing = Face.Settings.DEFAULT.network(FaultyHttp.builder()
                .rate(1, Fault.error(400, "ValidationException", "injected"))
                .build());
        Map<String, Consumer<Face>> calls = new LinkedHashMap<>();
        calls.put("load", face -> face.media().tracks().load(track.key()));
        calls.put("save", face -> face.media().tracks().save(track));
        calls.put("delete", face -> face.media().tracks().delete(track));
        calls.put("query", face -> face.media().trackPages().query(album));
        calls.put("queryAll", face -> face.media().trackPages().queryAll(album));
        calls.put("queryAllContents", face -> face.media().trackPages().queryAllContents(album));
        calls.put("scan", face -> face.media().trackPages().scan());
        calls.put("parallelScan", face -> face.media().trackPages().parallelScan(3));
        calls.put("batchLoad", face -> face.batchLoad(track.key()));
        calls.put("batchWrite", face -> face.batchWrite(BatchWriteSet.builder().clobber(track)));
        calls.put("transactionLoad", face -> face.transactionLoad(track.key()));
        calls.put(
                "transactionWrite",
                face -> face.transactionWrite(TransactionWriteSet.builder().save(track)));

        compare(failing, calls, "parallelScan");
    }

    /** @param sdk2Only the calls that SDK 1.x has no words for */
    private void compare(Face.Settings settings, Map<String, Consumer<Face>> calls, String... sdk2Only) {
        List<String> differences = new ArrayList<>();
        List<String> withoutWords = new ArrayList<>();
        try (Face plain = Face.Kind.SYNC.open(db.connection());
                Face sync = Face.Kind.SYNC.open(db.connection(), settings);
                Face async = Face.Kind.ASYNC.open(db.connection(), settings);
                Face sdk1 = Face.Kind.SDK1.open(db.connection(), settings)) {
            plain.media().tracks().save(track);
            calls.forEach((name, call) -> {
                String one = describe(catchThrowable(() -> call.accept(sync)));
                String other = describe(catchThrowable(() -> call.accept(async)));
                if (!one.equals(other)) {
                    differences.add(name + ":\n  " + one + "\n  " + other);
                }
                Throwable third = catchThrowable(() -> call.accept(sdk1));
                if (third instanceof UnsupportedOperationException) {
                    withoutWords.add(name);
                } else if (!ours(one).equals(ours(describe(third)))) {
                    differences.add(name + ":\n  " + one + "\n  " + describe(third));
                }
            });
        }
        assertThat(differences).isEmpty();
        assertThat(withoutWords).containsExactly(sdk2Only);
    }

    /** Without what only SDK 2.x knows and finds out, and without what the SDKs say themselves. */
    private static String ours(String description) {
        return description
                .replace("a version or another condition", "a version")
                .replaceAll(",? expected .*?, found .*?(?=: The conditional request|\\):)", "")
                .replace("ConditionalCheckFailed:)", "ConditionalCheckFailed)")
                .replaceAll(" \\(Service: .*", "");
    }

    private static String describe(Throwable thrown) {
        assertThat(thrown).isNotNull();
        boolean isPartial = thrown instanceof UnprocessedKeysException || thrown instanceof BatchWriteException;
        Throwable failure = isPartial && thrown.getCause() != null ? thrown.getCause() : thrown;
        return failure.getClass().getName() + ": "
                + String.valueOf(failure.getMessage()).replaceAll("Request ID: [-0-9A-Za-z]+", "Request ID");
    }
}
