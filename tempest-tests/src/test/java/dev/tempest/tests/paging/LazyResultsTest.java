package dev.tempest.tests.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Track;
import dev.tempest.tests.faces.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.AbortedException;

/** Pages and items of the synchronous interface are fetched when they are needed, and leave nothing behind. */
class LazyResultsTest {
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
    void anAbandonedScanLeavesNoThreadBehind() {
        for (int i = 0; i < 5; i++) {
            Iterator<Track> items = media.tracks().parallelScan(6, ONE_A_PAGE).iterator();
            assertThat(items.hasNext()).isTrue();
        }

        // Other tests of this JVM scan by the same threads meanwhile, and go; who waits for a reader that has gone
        // stays.
        Set<Thread> scanning = new HashSet<>(scanningThreads());
        assertThat(scanning).allMatch(Thread::isDaemon);
        Waiting.until(() -> {
            scanning.retainAll(scanningThreads());
            return scanning.isEmpty();
        });
        assertThat(network.requests("Scan"))
                .as("a page of each segment, and few more")
                .isLessThanOrEqualTo(5 * (6 + 6));
    }

    @Test
    void nothingIsSentBeforeItIsNeeded() {
        assertThat(media.tracks().parallelScan(6).iterator()).isNotNull();
        try (Stream<?> items = media.tracks().parallelScan(6).stream();
                Stream<?> pages = media.tracks().scanAll().stream()) {
            assertThat(items.isParallel()).isEqualTo(pages.isParallel());
        }
        assertThat(media.tracks().queryAllContents(album()).iterator()).isNotNull();
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
    void theNextPageIsFetchedAheadFromTheSecondOn() {
        QueryConfig twoAPage = QueryConfig.builder().pageSize(2).build();
        Iterator<?> pages = media.tracks().queryAll(album(), twoAPage).iterator();

        pages.next();
        assertThat(network.requests("Query")).isEqualTo(1);
        pages.next();
        Waiting.until(() -> network.requests("Query") == 3);
        pages.next();
        Waiting.until(() -> network.requests("Query") == 4);
        assertThat(network.requests("Query")).as("one page ahead, not more").isEqualTo(4);
    }

    @Test
    void noPageIsFetchedAheadWhereItIsSwitchedOff() {
        QueryConfig twoAPage =
                QueryConfig.builder().pageSize(2).readAhead(false).build();
        ScanConfig oneAPage = ScanConfig.builder().pageSize(1).readAhead(false).build();
        Iterator<?> pages = media.tracks().queryAll(album(), twoAPage).iterator();
        Iterator<?> scanned = media.tracks().scanAll(oneAPage).iterator();

        for (int i = 1; i <= 9; i++) {
            pages.next();
            scanned.next();
            assertThat(network.requests("Query")).isEqualTo(i);
            assertThat(network.requests("Scan")).isEqualTo(i);
        }
    }

    @Test
    void workAndWaitingOverlap() {
        QueryConfig oneAPage = QueryConfig.builder().pageSize(1).build();
        int page = 0;

        for (Track track : media.tracks().queryAllContents(album(), oneAPage)) {
            page++;
            if (page > 1 && page < tracks.size()) {
                int next = page + 1;
                // This work ends only when the next page is on its way. The gain in time is a benchmark's matter.
                Waiting.until(() -> network.requests("Query") >= next);
            }
            assertThat(track).isEqualTo(tracks.get(page - 1));
        }
        assertThat(page).isEqualTo(tracks.size());
    }

    @Test
    void aPageThatFailsAheadFailsWhenItIsAskedFor() {
        Media.Table failing = db.with(FaultyHttp.builder()
                        .nth(3, "Query", Fault.error(400, "ValidationException", "injected"))
                        .build())
                .logicalDb(Media.Db.class)
                .media();
        Iterator<Track> items = failing.tracks()
                .queryAllContents(album(), QueryConfig.builder().pageSize(2).build())
                .iterator();

        for (int i = 0; i < 4; i++) {
            assertThat(items.next()).isEqualTo(tracks.get(i));
        }
        assertThatThrownBy(items::next).hasMessageContaining("injected");
        assertThat(items.next()).as("asked for again").isEqualTo(tracks.get(4));
    }

    @Test
    void theFirstResultCostsOnePage() {
        QueryConfig twoAPage = QueryConfig.builder().pageSize(2).build();
        KeyCondition<Track.Key> nothing = new BeginsWith<>(new Track.Key("b"));

        assertThat(media.tracks().queryAllContents(album(), twoAPage).findFirst())
                .contains(tracks.get(0));
        assertThat(network.requests("Query")).isEqualTo(1);
        assertThat(media.tracks().queryAllContents(nothing).findFirst()).isEmpty();
    }

    @Test
    void allResultsCanBeHadAtOnceAndFromAnOffsetOn() {
        QueryConfig fiveAPage = QueryConfig.builder().pageSize(5).build();
        Offset<Track.Key> offset = media.tracks().query(album(), fiveAPage).offset();

        assertThat(media.tracks().queryAllContents(album()).toList()).isEqualTo(tracks);
        assertThat(media.tracks().queryAllContents(album(), offset).toList()).isEqualTo(tracks.subList(5, 20));
        assertThat(media.tracks().queryAll(album(), offset).toList()).hasSize(1);
        ScanConfig fiveRows = ScanConfig.builder().pageSize(5).build();
        Offset<Track.Key> scanned = media.tracks().scan(fiveRows).offset();
        assertThat(media.tracks().scanAllContents(scanned).toList()).hasSize(15);
        assertThat(media.tracks().scanAll(scanned).findFirst().orElseThrow().contents())
                .hasSize(15);
    }

    @Test
    void eachIteratorBeginsAnew() {
        var results = media.tracks().parallelScan(3, ONE_A_PAGE);
        assertThat(results).containsExactlyInAnyOrderElementsOf(tracks);
        assertThat(results.stream()).containsExactlyInAnyOrderElementsOf(tracks);
        var pages = media.tracks().queryAllContents(album());
        assertThat(pages).containsExactlyElementsOf(tracks);
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
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(items::hasNext).as("what is missing").hasMessageContaining("injected");
            assertThatThrownBy(items::next).hasMessageContaining("injected");
        }
        assertThatThrownBy(() -> failing.tracks().parallelScan(4).stream().count())
                .hasMessageContaining("injected");
    }

    @Test
    void aReaderThatIsInterruptedStopsWaiting() throws InterruptedException {
        FaultyHttp delaying = FaultyHttp.builder()
                .rate(1, Fault.delayed(Duration.ofSeconds(5)), "Scan")
                .build();
        Media.Table slow = db.with(delaying).logicalDb(Media.Db.class).media();
        List<Throwable> failures = new ArrayList<>();
        Thread reader = new Thread(() -> {
            try {
                slow.tracks().parallelScan(2).forEach(track -> {});
            } catch (RuntimeException e) {
                failures.add(e);
            }
        });
        reader.start();
        Waiting.until(() -> delaying.requests("Scan") > 0);
        reader.interrupt();
        reader.join(3_000);

        assertThat(reader.isAlive()).isFalse();
        assertThat(failures).singleElement().isInstanceOf(AbortedException.class);
    }

    private static Set<Thread> scanningThreads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("tempest-"))
                .filter(thread -> Stream.of(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().contains("SyncParallelScan")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static BeginsWith<Track.Key> album() {
        return new BeginsWith<>(new Track.Key("a"));
    }
}
