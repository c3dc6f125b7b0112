package dev.tempest.tests.sdk1;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ReturnConsumedCapacity;
import dev.tempest.WorkerId;
import dev.tempest.sdk1.FilterExpression;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.Page;
import dev.tempest.sdk1.ScanConfig;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Track;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scans of one type among the rows of others. */
class ScansTest {
    @RegisterExtension
    final Sdk1Db db = MediaDb.tables();

    private final List<Track> tracks = new ArrayList<>();
    private MediaDb.Table media;

    @BeforeEach
    void writeRows() {
        media = LogicalDb.create(MediaDb.class, db.mapper()).media();
        for (String album : List.of("1", "2", "3", "4", "5")) {
            tracks.addAll(Media.tracks(album, 6));
            media.reviews().save(new Media.Review(album, "R", "T"));
            db.put("media", "partition_key", "LIST_" + album, "sort_key", "TRACK_1");
        }
        tracks.forEach(media.tracks()::save);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100})
    void readsAllItemsOfTheTypeAndNoOthers(int pageSize) {
        ScanConfig config = ScanConfig.builder().pageSize(pageSize).build();

        assertThat(media.tracks().scanAllContents(config)).containsExactlyInAnyOrderElementsOf(tracks);
        assertThat(media.reviews().scanAll(config).stream().flatMap(page -> page.contents().stream()))
                .hasSize(5);
        assertThat(media.tracksByGenre().scanAllContents(config)).containsExactlyInAnyOrderElementsOf(tracks);
        assertThat(media.tracksByRank().scanAllContents(config)).containsExactlyInAnyOrderElementsOf(tracks);
    }

    @Test
    void goesOnFromAnOffsetThatTravelledAsText() {
        ScanConfig config = ScanConfig.builder().pageSize(7).build();
        List<Track> found = new ArrayList<>();
        Page<Track.Key, Track> page = media.tracks().scan(config);
        found.addAll(page.contents());
        while (page.hasMorePages()) {
            String text = media.tracks().offsetToString(page.offset());
            page = media.tracks().scan(config, media.tracks().offsetFromString(text));
            found.addAll(page.contents());
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(tracks);
    }

    @Test
    void givesEachWorkerItsOwnItems() {
        Set<Track> found = new HashSet<>();
        for (int segment = 0; segment < 4; segment++) {
            ScanConfig config = ScanConfig.builder()
                    .workerId(new WorkerId(segment, 4))
                    .pageSize(5)
                    .build();
            media.tracks()
                    .scanAllContents(config)
                    .forEach(track -> assertThat(found.add(track)).isTrue());
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(tracks);
    }

    @Test
    void filtersAndTellsWhatItCosts() {
        ScanConfig config = ScanConfig.builder()
                .filterExpression(
                        new FilterExpression("title = :title", Map.of(":title", new AttributeValue("Title 3"))))
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();

        Page<Track.Key, Track> page = media.tracks().scan(config);

        assertThat(page.contents())
                .hasSize(5)
                .allSatisfy(track -> assertThat(track.title()).isEqualTo("Title 3"));
        assertThat(page.scannedCount()).isEqualTo(40);
        assertThat(page.consumedCapacity().getCapacityUnits()).isPositive();
        assertThat(page.hasMorePages()).isFalse();
    }
}
