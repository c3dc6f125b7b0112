package dev.tempest.tests.volume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.BeginsWith;
import dev.tempest.ItemSet;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Face;
import dev.tempest.tests.faces.FaceTest;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Review;
import dev.tempest.tests.faces.Media.Track;
import dev.tempest.tests.faces.Pages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many items come back each exactly once, though DynamoDB leaves a part of every fourth batch unprocessed. */
@ParameterizedClass
@EnumSource(names = {"SYNC", "ASYNC"})
class VolumeTest extends FaceTest {
    private static final BeginsWith<Track.Key> ALBUM = new BeginsWith<>(new Track.Key("a"));

    private final FaultyHttp network = FaultyHttp.builder()
            .seed(11)
            .rate(0.25, Fault.unprocessed(0.4), "BatchWriteItem", "BatchGetItem")
            .build();

    @Test
    void tenThousandItemsComeBackEachExactlyOnce() {
        Face face = open(network);
        List<Review> reviews = IntStream.range(0, 10_000)
                .mapToObj(i -> new Review("a", String.format("%05d", i), "Good " + i))
                .toList();

        assertThat(face.batchWrite(BatchWriteSet.builder().clobber(reviews).clobber(Media.tracks("a", 10)))
                        .isSuccessful())
                .isTrue();

        Pages<Review.Key, Review> pages = face.media().reviewPages();
        assertThat(pages.queryAllContents(
                        new BeginsWith<>(new Review.Key("a", "")),
                        QueryConfig.builder().pageSize(1_000).build()))
                .isEqualTo(reviews);
        List<Review> scanned = new ArrayList<>(
                pages.parallelScan(8, ScanConfig.builder().pageSize(1_000).build()));
        scanned.sort(Comparator.comparing(Review::id));
        assertThat(scanned).isEqualTo(reviews);

        List<Review> shuffled = new ArrayList<>(reviews);
        Collections.shuffle(shuffled, new Random(5));
        ItemSet loaded = face.batchLoad(
                shuffled.stream().map(each -> new Review.Key("a", each.id())).toList());
        assertThat(new ArrayList<>(loaded)).isEqualTo(shuffled);
        assertThat(network.faults()).isGreaterThan(100);
    }

    @Test
    void everyPageSizeTellsTheSame() {
        Face face = open(network);
        List<Track> tracks = Media.tracks("a", 200);
        face.batchWrite(BatchWriteSet.builder()
                .clobber(tracks)
                .clobber(IntStream.range(0, 20)
                        .mapToObj(i -> new Review("a", "" + i, "Good"))
                        .toList()));
        Pages<Track.Key, Track> pages = face.media().trackPages();
        for (int pageSize : new int[] {1, 3, 20, 199, 200, 201, 1_000}) {
            QueryConfig config = QueryConfig.builder().pageSize(pageSize).build();
            assertThat(pages.queryAllContents(ALBUM, config)).isEqualTo(tracks);
            ScanConfig scan = ScanConfig.builder().pageSize(pageSize).build();
            assertThat(pages.scanAllContents(scan)).containsExactlyInAnyOrderElementsOf(tracks);
            assertThat(pages.parallelScan(3, scan)).containsExactlyInAnyOrderElementsOf(tracks);
        }
    }
}
