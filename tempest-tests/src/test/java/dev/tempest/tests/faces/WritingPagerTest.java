package dev.tempest.tests.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tempest.ItemSet;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Media.Review;
import dev.tempest.tests.faces.Media.Track;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Long lists of updates as a series of transactions, through all faces. */
@ParameterizedClass
@EnumSource
class WritingPagerTest extends FaceTest {
    private static final int UPDATES = 230;

    /** The numbers of the transactions whose answers are lost, with all tries of theirs. */
    private final Set<Integer> lost = ConcurrentHashMap.newKeySet();

    private final List<Integer> pages = new ArrayList<>();
    private final List<Track> tracks = Media.tracks("1", UPDATES);
    private final FaultyHttp network = FaultyHttp.builder()
            .when(
                    request -> request.operation().equals("TransactWriteItems") && lost.contains(pages.size()),
                    Fault.responseLost())
            .build();

    private Face plain;
    private Face faulty;

    @BeforeEach
    void connect() {
        plain = open();
        faulty = open(network);
    }

    private class Creator implements Operations.Handler<Track> {
        @Override
        public void item(TransactionWriteSet.Builder builder, Track track) {
            builder.create(track);
        }

        @Override
        public void pageWritten(TransactionWriteSet writeSet) {
            pages.add(writeSet.operations().size());
        }
    }

    private ItemSet stored() {
        return plain.batchLoad(tracks.stream().map(Track::key).toList());
    }

    @Test
    void writesPageAfterPage() {
        Operations.Pager<Track> pager = faulty.pager(tracks, 100, new Creator());
        pager.execute();

        assertThat(pages).containsExactly(100, 100, 30);
        assertThat(pager.updatedCount()).isEqualTo(UPDATES);
        assertThat(pager.remainingUpdates()).isEmpty();
        assertThat(stored()).containsExactlyElementsOf(tracks);
    }

    @Test
    void goesOnAfterAnAnswerWasLostAndWritesThatPageOnce() {
        lost.add(1);
        Operations.Pager<Track> pager = faulty.pager(tracks, 60, new Creator());
        assertThatThrownBy(pager::execute).isInstanceOf(SdkClientException.class);
        assertThat(pager.updatedCount()).isEqualTo(60);
        assertThat(pager.remainingUpdates()).isEqualTo(tracks.subList(60, UPDATES));
        assertThat(stored()).hasSize(120);

        lost.clear();
        pager.execute();

        assertThat(pages).containsExactly(60, 60, 60, 50);
        assertThat(pager.updatedCount()).isEqualTo(UPDATES);
        assertThat(stored()).containsExactlyElementsOf(tracks);
    }

    @Test
    void buildsARefusedPageAnew() {
        plain.media().tracks().save(tracks.get(70));
        Operations.Pager<Track> pager = faulty.pager(tracks, 60, new Creator());
        assertThatThrownBy(pager::execute).isInstanceOf(TransactionCanceledException.class);
        assertThat(pager.updatedCount()).isEqualTo(60);

        plain.media().tracks().delete(tracks.get(70));
        pager.execute();

        assertThat(stored()).containsExactlyElementsOf(tracks);
    }

    @Test
    void leavesRoomForWhatAPageAdds() {
        Creator handler = new Creator() {
            private int page;

            @Override
            public int beforePage(List<Track> remainingUpdates, int maxTransactionItems) {
                return Math.min(remainingUpdates.size(), maxTransactionItems - 1);
            }

            @Override
            public void finishPage(TransactionWriteSet.Builder builder) {
                builder.save(Media.track("progress", page++));
            }
        };
        faulty.pager(tracks, 100, handler).execute();

        assertThat(pages).containsExactly(100, 100, 33);
        assertThat(plain.batchLoad(
                        Media.track("progress", 0).key(),
                        Media.track("progress", 1).key(),
                        Media.track("progress", 2).key()))
                .hasSize(3);
    }

    @Test
    void refusesAHandlerThatTakesNothing() {
        Operations.Pager<Track> pager = faulty.pager(tracks, 100, new Creator() {
            @Override
            public int beforePage(List<Track> remainingUpdates, int maxTransactionItems) {
                return 0;
            }
        });
        assertThatThrownBy(pager::execute)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("beforePage must take from 1 to 230 of the remaining updates, not 0.");
    }

    @Test
    void refusesPagesThatNoTransactionTakes() {
        assertThatThrownBy(() -> faulty.pager(tracks, 101, new Creator()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxTransactionItems must be from 1 to 100, not 101.");
    }

    private class Saver implements Operations.Handler<Track> {
        @Override
        public void item(TransactionWriteSet.Builder builder, Track track) {
            builder.save(track);
        }

        @Override
        public void pageWritten(TransactionWriteSet writeSet) {
            pages.add(writeSet.operations().size());
        }
    }

    /** The first try is on its way for long, and the second meets another transaction. */
    private static FaultyHttp.Builder late() {
        return FaultyHttp.builder()
                .nth(1, "TransactWriteItems", Fault.deliveredLate(Duration.ofHours(1)))
                .nth(2, "TransactWriteItems", Fault.transactionConflict());
    }

    @Test
    void aPageWhoseFirstTryIsLateIsWrittenOnceThoughTheSecondMetAConflict() {
        FaultyHttp network = late().build();
        List<Track> few = tracks.subList(0, 3);
        Operations.Pager<Track> pager = open(network).pager(few, 100, new Saver());
        assertThatThrownBy(pager::execute).isInstanceOf(TransactionCanceledException.class);
        assertThat(pager.remainingUpdates()).isEqualTo(few);

        pager.execute();
        Track changed = new Track("1", few.get(1).number(), "Changed", 9, null, null, null);
        plain.media().tracks().save(changed);
        network.deliverPending();

        assertThat(plain.media().tracks().load(changed.key())).isEqualTo(changed);
        assertThat(pager.updatedCount()).isEqualTo(3);
    }

    @Test
    void aPageThatMayBeWrittenIsSentAgainByteForByte() {
        List<String> bodies = new CopyOnWriteArrayList<>();
        assumeTrue(kind.hasRawTypes());
        FaultyHttp network = late().when(
                        request -> {
                            if (request.operation().equals("TransactWriteItems")) {
                                bodies.add(request.body());
                            }
                            return false;
                        },
                        Fault.serverError())
                .build();
        MediaRow row = new MediaRow();
        row.setPartition_key("ALBUM_1");
        row.setSort_key("TRACK_00001");
        row.setTitle("First");
        Operations.Pager<MediaRow> pager = open(network).pager(List.of(row), 100, new Operations.Handler<>() {
            @Override
            public void item(TransactionWriteSet.Builder builder, MediaRow update) {
                builder.save(update);
            }
        });
        assertThatThrownBy(pager::execute).isInstanceOf(TransactionCanceledException.class);

        row.setTitle("Second");
        pager.execute();

        assertThat(bodies).hasSize(3).containsOnly(bodies.get(0));
        assertThat(plain.media().rows().load(row).getTitle()).isEqualTo("First");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPageHasNoMoreBytesThanATransactionTakes(boolean merges) {
        String filler = "x".repeat(300_000);
        List<Track> large = IntStream.range(0, 30)
                .mapToObj(i -> new Track("1", Media.track("1", i).number(), i + filler, i, null, null, null))
                .toList();

        Operations.Pager<Track> pager = faulty.pager(large, 100, new Saver() {
            @Override
            public void item(TransactionWriteSet.Builder builder, Track track) {
                if (merges) {
                    builder.merge(track);
                } else {
                    builder.save(track);
                }
            }
        });
        pager.execute();

        assertThat(pages).containsExactly(13, 13, 4);
        assertThat(pager.updatedCount()).isEqualTo(30);
        assertThat(pager.remainingUpdates()).isEmpty();
        assertThat(plain.batchLoad(large.stream().map(Track::key).toList())).containsExactlyElementsOf(large);
    }

    @Test
    void aPageHasNoMoreOperationsThanATransactionTakes() {
        Operations.Pager<Track> pager = faulty.pager(tracks, 100, new Saver() {
            @Override
            public void item(TransactionWriteSet.Builder builder, Track track) {
                builder.save(track)
                        .delete(new Review.Key("1", track.number()))
                        .delete(new Review.Key("2", track.number()));
            }

            @Override
            public void finishPage(TransactionWriteSet.Builder builder) {
                builder.save(Media.track("progress", 1));
            }
        });
        pager.execute();

        assertThat(pages).hasSize(7).startsWith(100, 100).endsWith(97);
        assertThat(stored()).containsExactlyElementsOf(tracks);
    }

    @Test
    void refusesAnUpdateOfMoreOperationsThanATransactionTakes() {
        Operations.Pager<Track> pager = faulty.pager(tracks.subList(0, 1), 100, new Creator() {
            @Override
            public void item(TransactionWriteSet.Builder builder, Track track) {
                for (int i = 0; i < 101; i++) {
                    builder.save(new Review("many", Integer.toString(i), "Good"));
                }
            }
        });

        assertThatThrownBy(pager::execute)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "One update makes 101 operations, with what finishPage adds, but a transaction has 100 at most.");
    }

    @Test
    void anUpdateThatNoTransactionTakesIsRefusedAndThoseBeforeItAreWritten() {
        String filler = "x".repeat(390_000);
        Operations.Pager<Track> pager = faulty.pager(tracks.subList(0, 5), 2, new Saver() {
            @Override
            public void item(TransactionWriteSet.Builder builder, Track track) {
                super.item(builder, track);
                for (int i = 0; i < 11 && track.equals(tracks.get(3)); i++) {
                    builder.save(new Review("large", Integer.toString(i), filler));
                }
            }
        });

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(pager::execute)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching(
                            "One update has \\d+ bytes, with what finishPage adds, but a transaction takes 4 MB at most. .*")
                    .hasMessageContaining("Media.Track {partition_key=ALBUM_1, sort_key=TRACK_00003} in table media")
                    .hasMessageNotContaining("xxx");
            assertThat(pager.updatedCount()).isEqualTo(3);
            assertThat(pager.remainingUpdates()).isEqualTo(tracks.subList(3, 5));
        }
    }
}
