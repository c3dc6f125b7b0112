package dev.tempest.tests.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.EqualTo;
import dev.tempest.GreaterThan;
import dev.tempest.GreaterThanOrEqualTo;
import dev.tempest.LessThan;
import dev.tempest.LessThanOrEqualTo;
import dev.tempest.Offset;
import dev.tempest.UnreadableItemException;
import dev.tempest.WorkerId;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Media.Measure;
import dev.tempest.tests.faces.Media.Review;
import dev.tempest.tests.faces.Media.Track;
import dev.tempest.tests.items.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Queries and scans page by page, through all faces. */
@ParameterizedClass
@EnumSource
class PagesTest extends FaceTest {
    private static final BeginsWith<Track.Key> ALBUM = new BeginsWith<>(new Track.Key("a"));

    private final List<Track> tracks = Media.tracks("a", 20);
    private final List<Track> others = Media.tracks("b", 5);
    private final FaultyHttp network = FaultyHttp.builder().build();
    private Face face;
    private Pages<Track.Key, Track> pages;

    @BeforeEach
    void saveTracks() {
        face = open(network);
        pages = face.media().trackPages();
        face.batchWrite(BatchWriteSet.builder()
                .clobber(tracks)
                .clobber(others)
                .clobber(new Review("a", "1", "Good"), new Review("a", "2", "Bad")));
    }

    @Test
    void queriesTheFirstPage() {
        Page<Track.Key, Track> page = pages.query(ALBUM);

        assertThat(page.contents()).isEqualTo(tracks);
        assertThat(page.offset()).isNull();
        assertThat(page.hasMorePages()).isFalse();
        assertThat(page.scannedCount()).isEqualTo(20);
        assertThat(page.consumedCapacity()).isNull();
        assertThat(network.requests("Query")).isEqualTo(1);
    }

    @Test
    void answersEachCondition() {
        Track.Key five = tracks.get(5).key();
        Track.Key nine = tracks.get(9).key();

        assertThat(pages.queryAllContents(new EqualTo<>(five))).isEqualTo(tracks.subList(5, 6));
        assertThat(pages.queryAllContents(new LessThan<>(five))).isEqualTo(tracks.subList(0, 5));
        assertThat(pages.queryAllContents(new LessThanOrEqualTo<>(five))).isEqualTo(tracks.subList(0, 6));
        assertThat(pages.queryAllContents(new GreaterThan<>(five))).isEqualTo(tracks.subList(6, 20));
        assertThat(pages.queryAllContents(new GreaterThanOrEqualTo<>(five))).isEqualTo(tracks.subList(5, 20));
        assertThat(pages.queryAllContents(new Between<>(five, nine))).isEqualTo(tracks.subList(5, 10));
        assertThat(pages.queryAllContents(new Between<>(nine, five))).isEmpty();
        assertThat(pages.queryAllContents(new BeginsWith<>(new Track.Key("a", "0001"))))
                .isEqualTo(tracks.subList(10, 20));
        assertThat(pages.queryAllContents(new BeginsWith<>(new Track.Key("none"))))
                .isEmpty();
    }

    @Test
    void queriesPageAfterPageInBothDirections() {
        for (boolean asc : new boolean[] {true, false}) {
            QueryConfig config = QueryConfig.builder()
                    .pageSize(6)
                    .asc(asc)
                    .consistentRead(true)
                    .build();
            List<Track> expected = new ArrayList<>(tracks);
            if (!asc) {
                expected.sort(Comparator.comparing(Track::number).reversed());
            }
            List<Track> found = new ArrayList<>();
            List<Page<Track.Key, Track>> byOffset = new ArrayList<>();
            Offset<Track.Key> offset = null;
            do {
                Page<Track.Key, Track> page = pages.query(ALBUM, config, offset);
                byOffset.add(page);
                found.addAll(page.contents());
                offset = page.offset();
                if (offset != null) {
                    assertThat(offset.key())
                            .isEqualTo(found.get(found.size() - 1).key());
                }
            } while (offset != null);

            assertThat(found).isEqualTo(expected);
            assertThat(byOffset).extracting(Page::scannedCount).containsExactly(6, 6, 6, 2);
            assertThat(pages.queryAll(ALBUM, config)).isEqualTo(byOffset);
            assertThat(pages.queryAllContents(ALBUM, config)).isEqualTo(expected);
            assertThat(pages.queryAll(ALBUM, config, byOffset.get(1).offset())).isEqualTo(byOffset.subList(2, 4));
            assertThat(pages.queryAllContents(ALBUM, config, byOffset.get(1).offset()))
                    .isEqualTo(expected.subList(12, 20));
        }
    }

    @Test
    void beginsAfterAKeyMadeByHand() {
        assertThat(pages.query(
                                ALBUM,
                                QueryConfig.builder().build(),
                                new Offset<>(tracks.get(16).key()))
                        .contents())
                .isEqualTo(tracks.subList(17, 20));
        assertThat(pages.queryAllContents(
                        ALBUM, QueryConfig.builder().asc(false).build(), new Offset<>(new Track.Key("a", "000015"))))
                .hasSize(2)
                .last()
                .isEqualTo(tracks.get(0));
    }

    @Test
    void filtersAndCounts() {
        QueryConfig config = QueryConfig.builder()
                .pageSize(7)
                .filterExpression(lengthIs(3))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
        List<Track> expected =
                tracks.stream().filter(track -> track.length() == 3).toList();

        List<Page<Track.Key, Track>> found = pages.queryAll(ALBUM, config);

        assertThat(found).extracting(Page::scannedCount).containsExactly(7, 7, 6);
        assertThat(found).allSatisfy(page -> assertThat(page.contents()).hasSize(1));
        assertThat(found)
                .allSatisfy(page ->
                        assertThat(page.consumedCapacity().capacityUnits()).isPositive());
        assertThat(pages.queryAllContents(ALBUM, config)).isEqualTo(expected);
        assertThat(pages.query(ALBUM, config).contents()).isEqualTo(expected.subList(0, 1));
    }

    @Test
    void chargesConsistentReadsTwice() {
        QueryConfig.Builder config = QueryConfig.builder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
        double eventual = pages.query(ALBUM, config.build()).consumedCapacity().capacityUnits();
        double consistent = pages.query(ALBUM, config.consistentRead(true).build())
                .consumedCapacity()
                .capacityUnits();
        assertThat(consistent).isEqualTo(2 * eventual);

        ScanConfig.Builder scan = ScanConfig.builder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
        double eventualScan = pages.scan(scan.build()).consumedCapacity().capacityUnits();
        double consistentScan =
                pages.scan(scan.consistentRead(true).build()).consumedCapacity().capacityUnits();
        assertThat(consistentScan).isEqualTo(2 * eventualScan);
    }

    @Test
    void queriesBothKindsOfIndex() {
        Pages<Track.ByGenre, Track> byGenre = face.media().tracksByGenre();
        Pages<Track.ByRank, Track> byRank = face.media().tracksByRank();
        QueryConfig config = QueryConfig.builder().pageSize(2).build();
        List<Track> ofGenre = Stream.concat(tracks.stream(), others.stream())
                .filter(track -> track.genre().equals("genre 1"))
                .toList();
        List<Track> ranked =
                tracks.stream().sorted(Comparator.comparing(Track::rank)).toList();

        assertThat(byGenre.queryAllContents(new BeginsWith<>(new Track.ByGenre("genre 1")), config))
                .containsExactlyInAnyOrderElementsOf(ofGenre)
                .isSortedAccordingTo(Comparator.comparing(Track::released));
        assertThat(byRank.queryAllContents(new BeginsWith<>(new Track.ByRank("a")), config))
                .isEqualTo(ranked);
        assertThat(byRank.queryAllContents(new LessThan<>(new Track.ByRank("a", -10, null)), config))
                .isEqualTo(ranked.subList(0, 9));
        assertThat(byRank.query(
                                new BeginsWith<>(new Track.ByRank("a")),
                                QueryConfig.builder().consistentRead(true).build())
                        .contents())
                .isEqualTo(ranked);
        assertThat(byGenre.scanAllContents(ScanConfig.builder().pageSize(3).build()))
                .containsExactlyInAnyOrderElementsOf(all());
    }

    @Test
    void scansPageAfterPage() {
        ScanConfig config = ScanConfig.builder().pageSize(4).build();
        List<Track> found = new ArrayList<>();
        int scanned = 0;
        List<Page<Track.Key, Track>> byOffset = new ArrayList<>();
        Offset<Track.Key> offset = null;
        do {
            Page<Track.Key, Track> page = pages.scan(config, offset);
            byOffset.add(page);
            found.addAll(page.contents());
            scanned += page.scannedCount();
            offset = page.offset();
        } while (offset != null);

        assertThat(found).containsExactlyInAnyOrderElementsOf(all());
        assertThat(scanned).isEqualTo(27);
        assertThat(pages.scanAll(config)).isEqualTo(byOffset);
        assertThat(pages.scanAll(config, byOffset.get(1).offset())).isEqualTo(byOffset.subList(2, byOffset.size()));
        assertThat(pages.scanAllContents(config)).isEqualTo(found);
        assertThat(pages.scanAllContents(config, byOffset.get(0).offset()))
                .isEqualTo(found.subList(byOffset.get(0).contents().size(), found.size()));
        assertThat(pages.scan().contents()).containsExactlyInAnyOrderElementsOf(all());
        assertThat(pages.scan(config)).isEqualTo(byOffset.get(0));
        assertThat(pages.scanAll()).hasSize(1);
        assertThat(pages.scanAllContents()).hasSize(25);
        assertThat(face.media().reviewPages().scanAllContents())
                .containsExactlyInAnyOrder(new Review("a", "1", "Good"), new Review("a", "2", "Bad"));
    }

    @Test
    void scansWithAFilter() {
        ScanConfig config = ScanConfig.builder()
                .pageSize(5)
                .filterExpression(lengthIs(3))
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();

        assertThat(pages.scanAllContents(config))
                .containsExactlyInAnyOrderElementsOf(
                        all().stream().filter(track -> track.length() == 3).toList());
        assertThat(pages.scanAll(config))
                .allSatisfy(page -> assertThat(page.consumedCapacity()).isNotNull());
    }

    @Test
    void scansReadAllItemsOfTheTypeAndNoOthers() {
        for (Track track : tracks) {
            Rows.put(
                    db,
                    Media.TABLE,
                    "partition_key",
                    "LIST_" + track.number(),
                    "sort_key",
                    "TRACK_1",
                    "genre",
                    "genre 1",
                    "released",
                    "r1");
        }
        for (int pageSize : new int[] {1, 3, 100}) {
            ScanConfig config = ScanConfig.builder().pageSize(pageSize).build();
            assertThat(pages.scanAllContents(config)).containsExactlyInAnyOrderElementsOf(all());
            assertThat(face.media().tracksByGenre().scanAllContents(config)).containsExactlyInAnyOrderElementsOf(all());
            assertThat(face.media().tracksByRank().scanAllContents(config)).containsExactlyInAnyOrderElementsOf(all());
        }
    }

    @Test
    void scansByWorkers() {
        List<Track> found = new ArrayList<>();
        for (int worker = 0; worker < 3; worker++) {
            found.addAll(pages.scanAllContents(ScanConfig.builder()
                    .pageSize(2)
                    .workerId(new WorkerId(worker, 3))
                    .build()));
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(all());
    }

    @Test
    void pagesATableWithANumberForAKey() {
        Set<Measure> measures = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            measures.add(face.measures().save(new Measure(BigDecimal.valueOf(i), "Measure " + i)));
        }
        Pages<Measure.Key, Measure> pages = face.measurePages();

        assertThat(pages.queryAllContents(new BeginsWith<>(new Measure.Key(BigDecimal.ONE))))
                .containsExactly(new Measure(BigDecimal.ONE, "Measure 1"));
        List<Page<Measure.Key, Measure>> scanned =
                pages.scanAll(ScanConfig.builder().pageSize(3).build());
        assertThat(scanned.stream().flatMap(page -> page.contents().stream()))
                .hasSize(10)
                .containsExactlyInAnyOrderElementsOf(measures);
        String token = pages.offsetToString(scanned.get(0).offset());
        assertThat(pages.scan(ScanConfig.builder().pageSize(3).build(), pages.offsetFromString(token)))
                .isEqualTo(scanned.get(1));
    }

    @Test
    void goesOnWithoutUnreadableRows() {
        db.client()
                .putItem(put -> put.tableName("media")
                        .item(Map.of(
                                "partition_key", AttributeValue.fromS("ALBUM_a"),
                                "sort_key", AttributeValue.fromS("TRACK_00003x"),
                                "length", AttributeValue.fromN("3.5"))));
        List<String> unreadable = new ArrayList<>();

        assertThatThrownBy(() -> pages.query(ALBUM))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("TRACK_00003x")
                .hasMessageContaining("length");
        assertThatThrownBy(() -> pages.queryAll(ALBUM)).isInstanceOf(UnreadableItemException.class);
        assertThat(pages.queryAllContents(
                        ALBUM,
                        QueryConfig.builder()
                                .pageSize(3)
                                .onUnreadableItem(row -> unreadable.add(row.getMessage()))
                                .build()))
                .isEqualTo(tracks);
        assertThat(unreadable).singleElement().asString().contains("TRACK_00003x");
        assertThatThrownBy(pages::scanAllContents).isInstanceOf(UnreadableItemException.class);
        assertThat(pages.scanAllContents(
                        ScanConfig.builder().skipUnreadableItems().build()))
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
