package dev.tempest.tests.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncWritingPager;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.sdk2.WritingPager;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.tests.faces.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Long lists of updates as a series of transactions, blocking and not. */
class WritingPagerTest {
    private static final int UPDATES = 230;

    enum Face {
        SYNC,
        ASYNC
    }

    /** Either pager. */
    private record Pager(Runnable execute, IntSupplier updatedCount, Supplier<List<Media.Track>> remainingUpdates) {}

    @RegisterExtension
    final TestDb db = Media.tables();

    /** The numbers of the transactions whose answers are lost, with all tries of theirs. */
    private final Set<Integer> lost = ConcurrentHashMap.newKeySet();

    private final List<Integer> pages = new ArrayList<>();
    private final List<Media.Track> tracks = Media.tracks("1", UPDATES);
    private final FaultyHttp network = FaultyHttp.builder()
            .when(
                    request -> request.operation().equals("TransactWriteItems") && lost.contains(pages.size()),
                    Fault.responseLost())
            .build();

    private LogicalDb plain;

    @BeforeEach
    void connect() {
        plain = db.logicalDb(Media.Db.class);
    }

    private class Creator implements WritingPager.Handler<Media.Track>, AsyncWritingPager.Handler<Media.Track> {
        @Override
        public void item(TransactionWriteSet.Builder builder, Media.Track track) {
            builder.create(track);
        }

        @Override
        public void pageWritten(TransactionWriteSet writeSet) {
            pages.add(writeSet.operations().size());
        }
    }

    private Pager pager(Face face, int maxTransactionItems, Creator handler) {
        if (face == Face.SYNC) {
            LogicalDb faulty = LogicalDb.create(Media.Db.class, db.with(network).enhancedClient());
            WritingPager<Media.Track> pager = new WritingPager<>(faulty, tracks, maxTransactionItems, handler);
            return new Pager(pager::execute, pager::updatedCount, pager::remainingUpdates);
        }
        AsyncLogicalDb faulty =
                AsyncLogicalDb.create(Media.AsyncDb.class, db.with(network).enhancedAsyncClient());
        AsyncWritingPager<Media.Track> pager = new AsyncWritingPager<>(faulty, tracks, maxTransactionItems, handler);
        return new Pager(
                () -> {
                    try {
                        assertThat(pager.executeAsync().join()).isEqualTo(pager.updatedCount());
                    } catch (CompletionException e) {
                        throw (RuntimeException) e.getCause();
                    }
                },
                pager::updatedCount,
                pager::remainingUpdates);
    }

    private List<Object> stored() {
        return new ArrayList<>(
                plain.batchLoad(tracks.stream().map(Media.Track::key).toList()));
    }

    @ParameterizedTest
    @EnumSource
    void writesPageAfterPage(Face face) {
        Pager pager = pager(face, 100, new Creator());
        pager.execute().run();

        assertThat(pages).containsExactly(100, 100, 30);
        assertThat(pager.updatedCount().getAsInt()).isEqualTo(UPDATES);
        assertThat(pager.remainingUpdates().get()).isEmpty();
        assertThat(stored()).containsExactlyElementsOf(tracks);
    }

    @ParameterizedTest
    @EnumSource
    void goesOnAfterAnAnswerWasLostAndWritesThatPageOnce(Face face) {
        lost.add(1);
        Pager pager = pager(face, 60, new Creator());
        assertThatThrownBy(pager.execute()::run).isInstanceOf(SdkClientException.class);
        assertThat(pager.updatedCount().getAsInt()).isEqualTo(60);
        assertThat(pager.remainingUpdates().get()).isEqualTo(tracks.subList(60, UPDATES));
        assertThat(stored()).hasSize(120);

        lost.clear();
        pager.execute().run();

        assertThat(pages).containsExactly(60, 60, 60, 50);
        assertThat(pager.updatedCount().getAsInt()).isEqualTo(UPDATES);
        assertThat(stored()).containsExactlyElementsOf(tracks);
    }

    @ParameterizedTest
    @EnumSource
    void buildsARefusedPageAnew(Face face) {
        plain.transactionWrite(
                TransactionWriteSet.builder().create(tracks.get(70)).build());
        Pager pager = pager(face, 60, new Creator());
        assertThatThrownBy(pager.execute()::run).isInstanceOf(TransactionCanceledException.class);
        assertThat(pager.updatedCount().getAsInt()).isEqualTo(60);

        plain.transactionWrite(
                TransactionWriteSet.builder().delete(tracks.get(70).key()).build());
        pager.execute().run();

        assertThat(stored()).containsExactlyElementsOf(tracks);
    }

    @ParameterizedTest
    @EnumSource
    void leavesRoomForWhatAPageAdds(Face face) {
        Creator handler = new Creator() {
            private int page;

            @Override
            public int beforePage(List<Media.Track> remainingUpdates, int maxTransactionItems) {
                return Math.min(remainingUpdates.size(), maxTransactionItems - 1);
            }

            @Override
            public void finishPage(TransactionWriteSet.Builder builder) {
                builder.save(Media.track("progress", page++));
            }
        };
        pager(face, 100, handler).execute().run();

        assertThat(pages).containsExactly(100, 100, 33);
        assertThat(plain.batchLoad(
                        Media.track("progress", 0).key(),
                        Media.track("progress", 1).key(),
                        Media.track("progress", 2).key()))
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAHandlerThatTakesNothing(Face face) {
        Pager pager = pager(face, 100, new Creator() {
            @Override
            public int beforePage(List<Media.Track> remainingUpdates, int maxTransactionItems) {
                return 0;
            }
        });
        assertThatThrownBy(pager.execute()::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("beforePage must take from 1 to 230 of the remaining updates, not 0.");
    }
}
