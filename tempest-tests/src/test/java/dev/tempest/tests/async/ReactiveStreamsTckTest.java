package dev.tempest.tests.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.BeginsWith;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.testing.TestDb;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Track;
import dev.tempest.tests.faces.Waiting;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;
import org.testng.SkipException;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The compatibility kit of reactive streams, on each kind of publisher that there is. */
class ReactiveStreamsTckTest {
    /** Long, so that a busy machine is not taken for a publisher that forgot to signal. */
    private static final long SIGNAL_MILLIS = 10_000;

    /** These wait until the time for a signal is over. The signal comes from within the call. */
    private static final Pattern WAITING = Pattern.compile(".*_spec309_.*");

    private static final long WAITING_MILLIS = 500;
    private static final long NO_SIGNAL_MILLIS = 20;
    private static final int MOST = 40;
    private static final int PAGE = 3;

    /** A publisher of pages has one page at least. */
    private static final String OF_NO_ELEMENTS = "optional_spec104_emptyStreamMustTerminateBySignallingOnComplete";

    @RegisterExtension
    final TestDb db = Media.tables();

    private final Set<Integer> saved = new HashSet<>();

    @TestFactory
    Stream<DynamicTest> queriedItems() {
        return verify(count -> media(count)
                .queryAllContentsAsync(
                        album(count), QueryConfig.builder().pageSize(PAGE).build()));
    }

    @TestFactory
    Stream<DynamicTest> queriedPages() {
        QueryConfig onePage = QueryConfig.builder().pageSize(1).build();
        return verify(count -> media(count - 1).queryAsync(album(count - 1), onePage))
                .filter(test -> !test.getDisplayName().equals(OF_NO_ELEMENTS));
    }

    @TestFactory
    Stream<DynamicTest> scannedItems() {
        return verify(count -> media(count).scanAllContentsAsync(scan(count)));
    }

    /** A scan that goes on from where another one was has as many pages as that one had left. */
    @TestFactory
    Stream<DynamicTest> scannedPages() {
        ScanConfig onePage = ScanConfig.builder().pageSize(1).build();
        AsyncInlineView<Track.Key, Track> tracks = media(MOST);
        List<Page<Track.Key, Track>> all = new ArrayList<>();
        db.logicalDb(Media.Db.class).media().tracks().scanAll(onePage).forEach(all::add);
        return verify(count -> tracks.scanAsync(
                        onePage, all.get(all.size() - count - 1).offset()))
                .filter(test -> !test.getDisplayName().equals(OF_NO_ELEMENTS));
    }

    @TestFactory
    Stream<DynamicTest> itemsOfAParallelScan() {
        return verify(count -> media(count).parallelScanAsync(3, scan(count)));
    }

    private AsyncInlineView<Track.Key, Track> media(int count) {
        Media.AsyncDb async = db.asyncLogicalDb(Media.AsyncDb.class);
        if (saved.add(count) && count > 0) {
            Waiting.result(async.batchWriteAsync(BatchWriteSet.builder()
                    .clobber(Media.tracks(name(count), count))
                    .build()));
        }
        return async.media().tracks();
    }

    private static String name(int count) {
        return "of" + count;
    }

    private static BeginsWith<Track.Key> album(int count) {
        return new BeginsWith<>(new Track.Key(name(count)));
    }

    private static ScanConfig scan(int count) {
        return ScanConfig.builder()
                .pageSize(PAGE)
                .filterExpression(Expression.builder()
                        .expression("partition_key = :album")
                        .putExpressionValue(":album", AttributeValue.fromS("ALBUM_" + name(count)))
                        .build())
                .build();
    }

    private static <T> Stream<DynamicTest> verify(Function<Integer, Publisher<T>> publisher) {
        List<Method> tests = Arrays.stream(PublisherVerification.class.getMethods())
                .filter(method -> method.isAnnotationPresent(org.testng.annotations.Test.class))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        assertThat(tests).hasSizeGreaterThan(30);
        return tests.stream().map(test -> DynamicTest.dynamicTest(test.getName(), () -> run(test, publisher)));
    }

    private static <T> void run(Method test, Function<Integer, Publisher<T>> publisher) throws Throwable {
        long signal = WAITING.matcher(test.getName()).matches() ? WAITING_MILLIS : SIGNAL_MILLIS;
        PublisherVerification<T> verification =
                new Verification<>(new TestEnvironment(signal, NO_SIGNAL_MILLIS), publisher);
        verification.setUp();
        try {
            test.invoke(verification);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SkipException) {
                Assumptions.abort(e.getCause().getMessage());
            }
            throw e.getCause();
        }
    }

    private static final class Verification<T> extends PublisherVerification<T> {
        private final Function<Integer, Publisher<T>> publisher;

        Verification(TestEnvironment environment, Function<Integer, Publisher<T>> publisher) {
            super(environment);
            this.publisher = publisher;
        }

        @Override
        public long maxElementsFromPublisher() {
            return MOST;
        }

        @Override
        public Publisher<T> createPublisher(long elements) {
            return publisher.apply((int) Math.min(elements, MOST));
        }

        /** There is none: a publisher fails with the first request that it sends, and sends none without demand. */
        @Override
        public Publisher<T> createFailedPublisher() {
            return null;
        }
    }
}
