package dev.tempest.docs;

import static dev.tempest.Attributes.attr;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.GreaterThan;
import dev.tempest.UnreadableItemException;
import dev.tempest.WorkerId;
import dev.tempest.docs.model.AlbumInfo;
import dev.tempest.docs.model.AlbumTrack;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.ProjectedView;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

class QueryAndScanDocTest extends DocTest {
    @Test
    void queries() {
        Page<AlbumTrack.Key, AlbumTrack> page =
                table.albumTracks().query(new BeginsWith<>(new AlbumTrack.Key("ALBUM_1")));
        List<AlbumTrack> tracks = page.contents();

        assertThat(tracks).extracting(AlbumTrack::track_title).containsExactly("Low Tide", "Breakwater", "Foghorn");
    }

    @Test
    void comparesSortKeys() {
        List<AlbumTrack> afterTheFirst = table.albumTracks()
                .query(new GreaterThan<>(new AlbumTrack.Key("ALBUM_1", "1")))
                .contents();

        List<AlbumTrack> theFirstTwo = table.albumTracks()
                .query(new Between<>(new AlbumTrack.Key("ALBUM_1", "1"), new AlbumTrack.Key("ALBUM_1", "2")))
                .contents();

        assertThat(afterTheFirst).extracting(AlbumTrack::track_token).containsExactly("2", "3");
        assertThat(theFirstTwo).extracting(AlbumTrack::track_token).containsExactly("1", "2");
    }

    @Test
    void queriesIndexes() {
        var byTheLanterns = new BeginsWith<>(new AlbumInfo.ArtistIndexOffset("The Lanterns"));
        List<AlbumInfo> latestFirst = table.albumInfoByArtist()
                .query(byTheLanterns, QueryConfig.builder().asc(false).build())
                .contents();

        var from = new AlbumInfo.ArtistIndexOffset("The Lanterns", LocalDate.of(2020, 1, 1), null);
        var to = new AlbumInfo.ArtistIndexOffset("The Lanterns", LocalDate.of(2020, 12, 31), null);
        List<AlbumInfo> of2020 =
                table.albumInfoByArtist().query(new Between<>(from, to)).contents();

        assertThat(latestFirst).extracting(AlbumInfo::album_title).containsExactly("Night Ferry", "Harbour Lights");
        assertThat(of2020).extracting(AlbumInfo::album_title).containsExactly("Harbour Lights");
    }

    @Test
    void configuresQueries() {
        QueryConfig config = QueryConfig.builder()
                .asc(false)
                .pageSize(20)
                .consistentRead(true)
                .build();
        Page<AlbumTrack.Key, AlbumTrack> page =
                table.albumTracks().query(new BeginsWith<>(new AlbumTrack.Key("ALBUM_1")), config);

        assertThat(page.contents()).extracting(AlbumTrack::track_token).containsExactly("3", "2", "1");
    }

    @Test
    void mergesPartitions() {
        QueryConfig latestFirst = QueryConfig.builder().asc(false).build();
        List<AlbumInfo> latest = table.albumInfoByArtist()
                .queryMerged(
                        List.of(
                                new BeginsWith<>(new AlbumInfo.ArtistIndexOffset("The Lanterns")),
                                new BeginsWith<>(new AlbumInfo.ArtistIndexOffset("Nobody"))),
                        latestFirst,
                        10);

        assertThat(latest).extracting(AlbumInfo::album_title).containsExactly("Night Ferry", "Harbour Lights");
    }

    @Test
    void filters() {
        Expression longerThanThreeMinutesTwenty = Expression.builder()
                .expression("run_length > :seconds")
                .putExpressionValue(":seconds", AttributeValue.fromN("200"))
                .build();
        QueryConfig config = QueryConfig.builder()
                .filterExpression(longerThanThreeMinutesTwenty)
                .build();
        Page<AlbumTrack.Key, AlbumTrack> page =
                table.albumTracks().query(new BeginsWith<>(new AlbumTrack.Key("ALBUM_1")), config);

        assertThat(page.contents())
                .extracting(AlbumTrack::run_length)
                .allSatisfy(length -> assertThat(length).isGreaterThan(Duration.ofSeconds(200)));
        assertThat(page.contents()).hasSize(2);
        assertThat(page.scannedCount()).isEqualTo(3);
    }

    @Test
    void tellsTheCost() {
        QueryConfig config = QueryConfig.builder()
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
        Page<AlbumTrack.Key, AlbumTrack> page =
                table.albumTracks().query(new BeginsWith<>(new AlbumTrack.Key("ALBUM_1")), config);
        double readUnits = page.consumedCapacity().capacityUnits();

        assertThat(readUnits).isEqualTo(0.5);
    }

    @Test
    void scans() {
        Page<AlbumTrack.Key, AlbumTrack> page = table.albumTracks().scan();

        assertThat(page.contents()).hasSize(4);
        assertThat(page.scannedCount()).isEqualTo(7);
    }

    record TrackTitle(String track_title) {}

    @Test
    void readsSomeProperties() {
        ProjectedView<AlbumTrack.Key, TrackTitle> titles = table.albumTracks().projecting(TrackTitle.class);

        TrackTitle first = titles.load(new AlbumTrack.Key("ALBUM_1", "1"));
        List<TrackTitle> all =
                titles.query(new BeginsWith<>(new AlbumTrack.Key("ALBUM_1"))).contents();

        assertThat(first).isEqualTo(new TrackTitle("Low Tide"));
        assertThat(all).extracting(TrackTitle::track_title).containsExactly("Low Tide", "Breakwater", "Foghorn");
    }

    @Test
    void counts() {
        long tracks = table.albumTracks().count(new BeginsWith<>(new AlbumTrack.Key("ALBUM_1")));
        QueryConfig longOnes = QueryConfig.builder()
                .filter(attr(AlbumTrack::run_length).gt(Duration.ofSeconds(200)))
                .build();
        long longTracks = table.albumTracks().count(new BeginsWith<>(new AlbumTrack.Key("ALBUM_1")), longOnes);

        assertThat(tracks).isEqualTo(3);
        assertThat(longTracks).isEqualTo(2);
    }

    @Test
    void scansASegment() {
        List<AlbumTrack> tracks = new ArrayList<>();

        ScanConfig secondOfFour =
                ScanConfig.builder().workerId(new WorkerId(1, 4)).build();
        for (AlbumTrack track : table.albumTracks().scanAllContents(secondOfFour)) {
            tracks.add(track);
        }

        assertThat(tracks).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void scansInParallel() {
        Duration total = table.albumTracks().parallelScan(4).stream()
                .map(AlbumTrack::run_length)
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(total).isEqualTo(Duration.ofSeconds(207 + 188 + 254 + 221));
    }

    @Test
    void collectsUnreadableRows() {
        List<UnreadableItemException> unreadable = new ArrayList<>();
        ScanConfig config =
                ScanConfig.builder().onUnreadableItem(unreadable::add).build();
        List<AlbumInfo> albums = table.albumInfo().scan(config).contents();

        assertThat(albums).hasSize(2);
        assertThat(unreadable).singleElement().satisfies(e -> assertThat(e).hasMessageContaining("PLAYLIST_1"));
    }
}
