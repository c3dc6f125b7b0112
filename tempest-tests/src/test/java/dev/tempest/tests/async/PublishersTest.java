package dev.tempest.tests.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.tempest.BeginsWith;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Track;
import dev.tempest.tests.faces.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Publisher;

/** The publishers keep the rules of reactive streams, and send no more requests than they are asked to. */
class PublishersTest {
    private static final BeginsWith<Track.Key> ALBUM = new BeginsWith<>(new Track.Key("a"));
    private static final QueryConfig ONE_A_PAGE =
            QueryConfig.builder().pageSize(1).build();
    private static final ScanConfig ONE_A_SCAN =
            ScanConfig.builder().pageSize(1).build();

    @RegisterExtension
    final TestDb db = Media.tables();

    private final FaultyHttp network = FaultyHttp.builder().build();
    private final List<Track> tracks = Media.tracks("a", 12);
    private Media.AsyncTable media;

    @BeforeEach
    void saveTracks() {
        Media.AsyncDb async = db.with(network).asyncLogicalDb(Media.AsyncDb.class);
        Waiting.result(
                async.batchWriteAsync(BatchWriteSet.builder().clobber(tracks).build()));
        media = async.media();
    }

    private Media.AsyncTable through(FaultyHttp other) {
        return AsyncLogicalDb.create(Media.AsyncDb.class, db.with(other).enhancedAsyncClient())
                .media();
    }

    @Test
    void sendsARequestForEachPageThatIsAskedFor() throws InterruptedException {
        Probe<Page<Track.Key, Track>> probe = new Probe<>();
        media.tracks().queryAsync(ALBUM, ONE_A_PAGE).subscribe(probe);

        assertThat(network.requests("Query")).isZero();
        probe.request(1);
        probe.awaitReceived(1);
        assertThat(network.requests("Query")).isEqualTo(1);
        probe.request(2);
        probe.awaitReceived(3);
        assertThat(network.requests("Query")).isEqualTo(3);
        probe.request(Long.MAX_VALUE);
        probe.awaitEnd();
        assertThat(probe.received().stream().flatMap(page -> page.contents().stream()))
                .containsExactlyElementsOf(tracks);
        assertThat(network.requests("Query")).isEqualTo(13);
        probe.assertKeptTheRules();
    }

    @Test
    void sendsARequestForAPageOfItemsThatIsAskedFor() throws InterruptedException {
        Probe<Track> probe = new Probe<>();
        media.tracks()
                .queryAllContentsAsync(ALBUM, QueryConfig.builder().pageSize(5).build())
                .subscribe(probe);
        assertThat(network.requests("Query")).isZero();
        probe.request(1);
        probe.awaitReceived(1);
        probe.request(3);
        probe.awaitReceived(4);
        assertThat(network.requests("Query")).isEqualTo(1);
        probe.request(2);
        probe.awaitReceived(6);
        assertThat(network.requests("Query")).isEqualTo(2);
        probe.request(100);
        probe.awaitEnd();
        assertThat(probe.received()).isEqualTo(tracks);
        probe.assertKeptTheRules();
    }

    @Test
    void eachSubscriberStartsAnew() {
        Publisher<Track> publisher = media.tracks().queryAllContentsAsync(ALBUM, ONE_A_PAGE);

        assertThat(Waiting.all(publisher)).isEqualTo(tracks);
        assertThat(Waiting.all(publisher)).isEqualTo(tracks);
        assertThat(network.requests("Query")).isEqualTo(26);
    }

    @Test
    void aCancelledSubscriptionSendsNothingMore() throws InterruptedException {
        for (Publisher<?> publisher : publishers()) {
            long before = requests();
            Probe<Object> probe = new Probe<>();
            publisher.subscribe(probe);
            probe.cancelAfter(2);
            probe.request(Long.MAX_VALUE);
            probe.awaitReceived(2);
            probe.request(5);

            // A parallel scan may have asked for one page of each segment.
            assertThat(requests() - before).isBetween(2L, 5L);
            assertThat(probe.received()).hasSize(2);
            assertThat(probe.hasEnded()).isFalse();
            probe.assertKeptTheRules();
        }
    }

    @Test
    void aSubscriptionCancelledAtOnceSendsNothing() {
        for (Publisher<?> publisher : publishers()) {
            long before = requests();
            Probe<Object> probe = new Probe<>();
            publisher.subscribe(probe);
            probe.cancel();
            probe.cancel();
            probe.request(3);
            probe.request(0);

            assertThat(requests()).isEqualTo(before);
            assertThat(probe.hasEnded()).isFalse();
        }
    }

    @Test
    void cancellingEndsTheRequestsUnderWay() {
        HangingClient client = new HangingClient();
        Media.AsyncTable hanging = AsyncLogicalDb.create(Media.AsyncDb.class, Enhanced.over(client.proxy()))
                .media();
        for (Publisher<?> publisher : List.<Publisher<?>>of(
                hanging.tracks().queryAsync(ALBUM), hanging.tracks().scanAllContentsAsync())) {
            Probe<Object> probe = new Probe<>();
            publisher.subscribe(probe);
            probe.request(1);
            assertThat(client.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request).isNotDone());
            probe.cancel();

            assertThat(client.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request).isCancelled());
            assertThat(probe.received()).isEmpty();
            assertThat(probe.hasEnded()).isFalse();
            client.forget();
        }
        Probe<Object> probe = new Probe<>();
        hanging.tracks().parallelScanAsync(4).subscribe(probe);
        probe.request(1);
        assertThat(client.requests()).hasSize(4);
        probe.cancel();
        assertThat(client.requests())
                .hasSize(4)
                .allSatisfy(request -> assertThat(request).isCancelled());
    }

    @Test
    void askingForNothingIsAnError() {
        for (long wrong : new long[] {0, -1}) {
            for (Publisher<?> publisher : publishers()) {
                Probe<Object> probe = new Probe<>();
                publisher.subscribe(probe);
                probe.request(wrong);
                assertThat(probe.awaitFailure()).isInstanceOf(IllegalArgumentException.class);
                probe.request(3);
                assertThat(probe.received()).isEmpty();
                probe.assertKeptTheRules();
            }
        }
    }

    @Test
    void refusesNullForASubscriber() {
        for (Publisher<?> publisher : publishers()) {
            assertThatNullPointerException().isThrownBy(() -> publisher.subscribe(null));
        }
    }

    @Test
    void endsWithoutBeingAskedWhenTheLastPageIsHandedOver() {
        Probe<Page<Track.Key, Track>> probe = new Probe<>();
        media.tracks().queryAsync(ALBUM).subscribe(probe);
        probe.request(1);
        probe.awaitEnd();
        assertThat(probe.received()).hasSize(1);

        Probe<Track> items = new Probe<>();
        media.tracks().queryAllContentsAsync(ALBUM).subscribe(items);
        items.request(12);
        items.awaitEnd();
        assertThat(items.received()).isEqualTo(tracks);

        Probe<Track> none = new Probe<>();
        media.tracks()
                .queryAllContentsAsync(new BeginsWith<>(new Track.Key("none")))
                .subscribe(none);
        none.request(1);
        none.awaitEnd();
        assertThat(none.received()).isEmpty();
    }

    @Test
    void aFailureInTheMiddleEndsThePages() {
        Media.AsyncTable failing = through(FaultyHttp.builder()
                .nth(3, "Query", Fault.error(400, "ValidationException", "injected"))
                .build());
        Probe<Page<Track.Key, Track>> probe = new Probe<>();
        failing.tracks().queryAsync(ALBUM, ONE_A_PAGE).subscribe(probe);
        probe.request(Long.MAX_VALUE);

        assertThat(probe.awaitFailure())
                .hasMessageContaining("query of Media.Track")
                .hasMessageContaining("injected");
        assertThat(probe.received()).hasSize(2);
        probe.assertKeptTheRules();
    }

    @Test
    void aFailingSegmentCancelsTheOthers() {
        FaultyHttp failingNetwork = FaultyHttp.builder()
                .when(
                        request -> request.body().contains("\"Segment\":1"),
                        Fault.error(400, "ValidationException", "injected"))
                .build();
        Probe<Track> probe = new Probe<>();
        through(failingNetwork).tracks().parallelScanAsync(3, ONE_A_SCAN).subscribe(probe);
        probe.request(Long.MAX_VALUE);

        assertThat(probe.awaitFailure())
                .hasMessageContaining("scan of Media.Track")
                .hasMessageContaining("injected");
        long requests = failingNetwork.requests();
        assertThat(failingNetwork.requests()).isLessThanOrEqualTo(requests + 1);
        probe.assertKeptTheRules();
    }

    @Test
    void aSubscriberMayAskFromWithin() {
        for (Publisher<?> publisher : publishers()) {
            Probe<Object> probe = new Probe<>();
            probe.askForOneMoreEachTime();
            publisher.subscribe(probe);
            probe.request(1);
            probe.awaitEnd();
            assertThat(probe.received()).hasSizeGreaterThanOrEqualTo(12);
            probe.assertKeptTheRules();
        }
    }

    @Test
    void manyShortPagesDoNotOverflowTheStack() {
        int pages = 10_000;
        Media.AsyncTable canned = AsyncLogicalDb.create(Media.AsyncDb.class, Enhanced.over(new CannedPages(pages)))
                .media();
        for (Publisher<Track> publisher : List.of(
                canned.tracks().queryAllContentsAsync(ALBUM, ONE_A_PAGE),
                canned.tracks().scanAllContentsAsync())) {
            Probe<Object> all = new Probe<>();
            publisher.subscribe(all);
            all.request(Long.MAX_VALUE);
            all.awaitEnd();
            assertThat(all.received()).hasSize(pages);

            assertThat(Waiting.all(publisher)).hasSize(pages);
        }
        Probe<Object> probe = new Probe<>();
        probe.askForOneMoreEachTime();
        canned.tracks().queryAsync(ALBUM, ONE_A_PAGE).subscribe(probe);
        probe.request(1);
        probe.awaitEnd();
        assertThat(probe.received()).hasSize(pages);
    }

    @Test
    void manyEmptyPagesDoNotOverflowTheStack() {
        Media.AsyncTable canned = AsyncLogicalDb.create(
                        Media.AsyncDb.class, Enhanced.over(new CannedPages(10_000).empty()))
                .media();
        assertThat(Waiting.all(canned.tracks().queryAllContentsAsync(ALBUM))).isEmpty();
        assertThat(Waiting.all(canned.tracks().queryAsync(ALBUM))).hasSize(10_000);
    }

    @Test
    void aParallelScanPublishesEachItemOnce() {
        Probe<Track> probe = new Probe<>();
        media.tracks().parallelScanAsync(4, ONE_A_SCAN).subscribe(probe);
        probe.request(Long.MAX_VALUE);
        probe.awaitEnd();
        assertThat(probe.received()).containsExactlyInAnyOrderElementsOf(tracks);
        probe.assertKeptTheRules();
    }

    private List<Publisher<?>> publishers() {
        return new ArrayList<>(Stream.<Publisher<?>>of(
                        media.tracks().queryAsync(ALBUM, ONE_A_PAGE),
                        media.tracks().queryAllContentsAsync(ALBUM, ONE_A_PAGE),
                        media.tracks().scanAsync(ONE_A_SCAN),
                        media.tracks().scanAllContentsAsync(ONE_A_SCAN),
                        media.tracks().parallelScanAsync(3, ONE_A_SCAN))
                .toList());
    }

    private long requests() {
        return network.requests("Query") + network.requests("Scan");
    }
}
