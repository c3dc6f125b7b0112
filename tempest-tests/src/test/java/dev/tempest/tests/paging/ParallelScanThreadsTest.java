package dev.tempest.tests.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Track;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.AbortedException;

/** Pages and items of the synchronous interface are fetched when they are needed, and leave nothing behind. */
class ParallelScanThreadsTest {
    private static final ScanConfig ONE_A_PAGE =
            ScanConfig.builder().pageSize(1).build();

    @RegisterExtension
    final TestDb db = Media.tables();

    private final FaultyHttp network = FaultyHttp.builder().build();
    private final List<Track> tracks = Media.tracks("a", 20);
    private Media.Table media;

    @BeforeEach
    void saveTracks() {
        Media.Db logical = db.with(network).logicalDb(Media.Db.class);
        logical.batchWrite(BatchWriteSet.builder().clobber(tracks).build());
        media = logical.media();
    }

    @Test
    void anAbandonedScanLeavesNoThreadBehind() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            Iterator<Track> items = media.tracks().parallelScan(6, ONE_A_PAGE).iterator();
            assertThat(items.hasNext()).isTrue();
        }
        Thread.sleep(200);
        long requests = network.requests("Scan");
        assertThat(requests).as("a page of each segment, and few more").isLessThanOrEqualTo(5 * (6 + 6));

        // Other tests of this JVM may use the same threads meanwhile: what counts is that no thread waits for its
        // reader.
        Thread.sleep(100);
        assertThat(network.requests("Scan")).isEqualTo(requests);
        assertThat(threads()).allSatisfy(thread -> {
            assertThat(thread.isDaemon()).isTrue();
            assertThat(Stream.of(thread.getStackTrace()).map(StackTraceElement::getClassName))
                    .noneMatch(name -> name.contains("SyncParallelScan"));
        });
    }

    @Test
    void nothingIsSentBeforeItIsNeeded() {
        media.tracks().parallelScan(6).iterator();
        media.tracks().parallelScan(6).stream();
        media.tracks().scanAll().stream();
        media.tracks().queryAllContents(album()).iterator();
        assertThat(network.requests()).isEqualTo(network.requests("BatchWriteItem"));

        QueryConfig fiveAPage = QueryConfig.builder().pageSize(5).build();
        assertThat(media.tracks().queryAllContents(album(), fiveAPage).stream()
                        .limit(5)
                        .toList())
                .isEqualTo(tracks.subList(0, 5));
        assertThat(network.requests("Query")).isEqualTo(1);
        assertThat(media.tracks().queryAll(album(), fiveAPage).stream().findFirst())
                .isPresent();
        assertThat(network.requests("Query")).isEqualTo(2);
    }

    @Test
    void eachIteratorBeginsAnew() {
        var results = media.tracks().parallelScan(3, ONE_A_PAGE);
        assertThat(results).containsExactlyInAnyOrderElementsOf(tracks);
        assertThat(results.stream()).containsExactlyInAnyOrderElementsOf(tracks);
        var pages = media.tracks().queryAllContents(album());
        assertThat(pages).isEqualTo(pages).containsExactlyElementsOf(tracks);
        assertThat(pages.stream()).containsExactlyElementsOf(tracks);
    }

    @Test
    void anIteratorEndsAsIteratorsDo() {
        for (Iterator<Track> items : List.of(
                media.tracks().parallelScan(3, ONE_A_PAGE).iterator(),
                media.tracks().queryAllContents(album()).iterator())) {
            List<Track> found = new ArrayList<>();
            // Without a call of hasNext().
            for (int i = 0; i < tracks.size(); i++) {
                found.add(items.next());
            }
            assertThat(found).containsExactlyInAnyOrderElementsOf(tracks);
            assertThat(items.hasNext()).isFalse();
            assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void aFailingSegmentFailsTheStream() {
        Media.Table failing = db.with(FaultyHttp.builder()
                        .when(
                                request -> request.body().contains("\"Segment\":2"),
                                Fault.error(400, "ValidationException", "injected"))
                        .build())
                .logicalDb(Media.Db.class)
                .media();
        Iterator<Track> items = failing.tracks().parallelScan(4, ONE_A_PAGE).iterator();

        assertThatThrownBy(() -> items.forEachRemaining(track -> {}))
                .hasMessageContaining("scan of Media.Track in table media: injected");
        assertThat(items.hasNext()).isFalse();
        assertThatThrownBy(() -> failing.tracks().parallelScan(4).stream().count())
                .hasMessageContaining("injected");
    }

    @Test
    void aReaderThatIsInterruptedStopsWaiting() throws InterruptedException {
        Media.Table slow = db.with(FaultyHttp.builder()
                        .rate(1, Fault.delayed(Duration.ofSeconds(5)), "Scan")
                        .build())
                .logicalDb(Media.Db.class)
                .media();
        List<Throwable> failures = new ArrayList<>();
        Thread reader = new Thread(() -> {
            try {
                slow.tracks().parallelScan(2).forEach(track -> {});
            } catch (RuntimeException e) {
                failures.add(e);
            }
        });
        reader.start();
        Thread.sleep(200);
        reader.interrupt();
        reader.join(3_000);

        assertThat(reader.isAlive()).isFalse();
        assertThat(failures).singleElement().isInstanceOf(AbortedException.class);
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("tempest-"))
                .toList();
    }

    private static BeginsWith<Track.Key> album() {
        return new BeginsWith<>(new Track.Key("a"));
    }
}
