package dev.tempest.tests.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.SdkClientException;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTransactionWriteExpression;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.TransactionWriteSet;
import dev.tempest.sdk1.WritingPager;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A writing pager goes on where it failed, and writes each page once. */
class WritingPagerTest {
    private static final int UPDATES = 230;

    @RegisterExtension
    final Sdk1Db db = MediaDb.tables();

    /** The numbers of the transactions whose answers are lost. */
    private final Set<Integer> lost = ConcurrentHashMap.newKeySet();

    private final List<Integer> pages = new ArrayList<>();
    private final List<Track> tracks = Media.tracks("1", UPDATES);
    private MediaDb media;

    @BeforeEach
    void connect() {
        media = LogicalDb.builder(MediaDb.class)
                .client(Intercepted.client(db.client(), "transactWriteItems", (request, proceed) -> {
                    Object answer = proceed.apply(request);
                    if (lost.contains(pages.size())) {
                        throw new SdkClientException("The answer is lost");
                    }
                    return answer;
                }))
                .build();
    }

    private class Creator implements WritingPager.Handler<Track> {
        private int page;

        @Override
        public int beforePage(List<Track> remainingUpdates, int maxTransactionItems) {
            return Math.min(remainingUpdates.size(), maxTransactionItems - 1);
        }

        @Override
        public void item(TransactionWriteSet.Builder builder, Track track) {
            builder.save(
                    track,
                    new DynamoDBTransactionWriteExpression()
                            .withConditionExpression("attribute_not_exists(partition_key)"));
        }

        @Override
        public void finishPage(TransactionWriteSet.Builder builder) {
            builder.save(Media.track("progress", page++));
        }

        @Override
        public void pageWritten(TransactionWriteSet writeSet) {
            pages.add(writeSet.operations().size());
        }
    }

    private List<Track> stored() {
        return media.batchLoad(tracks.stream().map(Track::key).toList()).getItems(Track.class);
    }

    @Test
    void writesPageAfterPage() {
        WritingPager<Track> pager = new WritingPager<>(media, tracks, new Creator());
        pager.execute();

        assertThat(pages).containsExactly(100, 100, 33);
        assertThat(pager.updatedCount()).isEqualTo(UPDATES);
        assertThat(pager.remainingUpdates()).isEmpty();
        assertThat(stored()).isEqualTo(tracks);
        assertThat(media.media().firstTrack("progress")).isNotNull();
    }

    @Test
    void goesOnAfterAnAnswerWasLostAndWritesThatPageOnce() {
        lost.add(1);
        WritingPager<Track> pager = new WritingPager<>(media, tracks, 61, new Creator());
        assertThatThrownBy(pager::execute).isInstanceOf(SdkClientException.class);
        assertThat(pager.updatedCount()).isEqualTo(60);
        assertThat(pager.remainingUpdates()).isEqualTo(tracks.subList(60, UPDATES));
        assertThat(stored()).hasSize(120);

        lost.clear();
        pager.execute();

        assertThat(pages).containsExactly(61, 61, 61, 51);
        assertThat(pager.updatedCount()).isEqualTo(UPDATES);
        assertThat(stored()).isEqualTo(tracks);
    }

    @Test
    void buildsARefusedPageAnew() {
        media.media().tracks().save(tracks.get(70));
        WritingPager<Track> pager = new WritingPager<>(media, tracks, 61, new Creator());
        assertThatThrownBy(pager::execute).isInstanceOf(TransactionCanceledException.class);
        assertThat(pager.updatedCount()).isEqualTo(60);

        media.media().tracks().delete(tracks.get(70));
        pager.execute();

        assertThat(stored()).isEqualTo(tracks);
    }

    @Test
    void refusesPagesThatNoTransactionTakes() {
        assertThatThrownBy(() -> new WritingPager<>(media, tracks, 101, new Creator()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxTransactionItems must be from 1 to 100, not 101.");
    }
}
