package dev.tempest.tests.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.UnreadableItemException;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Media.Review;
import dev.tempest.tests.faces.Media.Track;
import dev.tempest.tests.items.Rows;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Scans of all segments in one call, which SDK 2.x only has. */
@ParameterizedClass
@EnumSource(names = {"SYNC", "ASYNC"})
class ParallelScansTest extends FaceTest {
    private final List<Track> tracks = Media.tracks("a", 20);
    private final List<Track> others = Media.tracks("b", 5);
    private Face face;
    private Pages<Track.Key, Track> pages;

    @BeforeEach
    void saveTracks() {
        face = open();
        pages = face.media().trackPages();
        face.batchWrite(BatchWriteSet.builder().clobber(tracks).clobber(others).clobber(new Review("a", "1", "Good")));
    }

    @Test
    void scansInParallelInOneCall() {
        for (int segments : new int[] {1, 2, 7, 50}) {
            assertThat(pages.parallelScan(segments)).containsExactlyInAnyOrderElementsOf(all());
            assertThat(pages.parallelScan(
                            segments, ScanConfig.builder().pageSize(1).build()))
                    .containsExactlyInAnyOrderElementsOf(all());
        }
        assertThat(pages.parallelScan(
                        4, ScanConfig.builder().filterExpression(lengthIs(3)).build()))
                .hasSize(4);
    }

    @Test
    void scansAnIndexInParallel() {
        assertThat(face.media().tracksByGenre().parallelScan(3)).containsExactlyInAnyOrderElementsOf(all());
    }

    @Test
    void aFailingSegmentFailsTheScan() {
        Face failing = open(FaultyHttp.builder()
                .when(
                        request -> request.body().contains("\"Segment\":2"),
                        Fault.error(400, "ValidationException", "injected"))
                .build());
        assertThatThrownBy(() -> failing.media()
                        .trackPages()
                        .parallelScan(4, ScanConfig.builder().pageSize(1).build()))
                .hasMessageContaining("scan of Media.Track in table media: injected");
    }

    @Test
    void goesOnWithoutUnreadableRows() {
        Rows.put(db, Media.TABLE, "partition_key", "ALBUM_a", "sort_key", "TRACK_00003x", "length", "no number");

        assertThatThrownBy(() -> pages.parallelScan(3)).isInstanceOf(UnreadableItemException.class);
        assertThat(pages.parallelScan(
                        3, ScanConfig.builder().skipUnreadableItems().build()))
                .containsExactlyInAnyOrderElementsOf(all());
    }

    private List<Track> all() {
        return Stream.concat(tracks.stream(), others.stream()).collect(Collectors.toList());
    }

    private static Expression lengthIs(int length) {
        return Expression.builder()
                .expression("#length = :length")
                .putExpressionName("#length", "length")
                .putExpressionValue(":length", AttributeValue.fromN(Integer.toString(length)))
                .build();
    }
}
