package dev.tempest.spark;

import static dev.tempest.Attributes.attr;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.WorkerId;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.spark.LocalCluster.Kill;
import dev.tempest.spark.LocalCluster.Watcher;
import dev.tempest.spark.Music.Album;
import dev.tempest.spark.Music.Genre;
import dev.tempest.spark.Music.MusicDb;
import dev.tempest.spark.Music.MusicTable;
import dev.tempest.spark.Music.Track;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** Scans by several tasks: what they read, and what they ask DynamoDB for. */
class ItemScanTest {
    private static final SparkSession SPARK = LocalCluster.spark();
    private static final int ALBUMS = 120;

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("music", MusicTable.class));

    private final Traffic traffic = new Traffic();
    private TempestSpark<MusicDb> music;

    private record Unserializable(String id) {}

    /** What was asked for, and what came. */
    private static final class Traffic implements Watcher {
        final AtomicInteger requests = new AtomicInteger();
        final AtomicInteger mostItems = new AtomicInteger();
        final AtomicInteger scanned = new AtomicInteger();
        final AtomicInteger returned = new AtomicInteger();
        final AtomicInteger attributes = new AtomicInteger();
        final AtomicInteger segments = new AtomicInteger();

        @Override
        public void before(DynamoDbRequest request) {
            requests.incrementAndGet();
            segments.set(((ScanRequest) request).totalSegments());
        }

        @Override
        public void after(Object response) {
            ScanResponse page = (ScanResponse) response;
            scanned.addAndGet(page.scannedCount());
            returned.addAndGet(page.count());
            mostItems.accumulateAndGet(page.count(), Math::max);
            page.items().forEach(item -> attributes.addAndGet(item.size()));
        }
    }

    @BeforeEach
    void fill() {
        music = LocalCluster.database(MusicDb.class, db.connection(), traffic);
        MusicTable table = db.logicalDb(MusicDb.class).music();
        for (int i = 0; i < ALBUMS; i++) {
            table.albums().create(new Album("artist " + i, "title", i % 4 == 0 ? "jazz" : "rock", 1960 + i % 50));
        }
        for (int i = 0; i < 30; i++) {
            table.tracks().create(new Track("artist " + i, "song", new BigDecimal("3.5"), new byte[] {1, 2}));
        }
    }

    private List<Album> stored() {
        return db.logicalDb(MusicDb.class).music().albums().scanAllContents().toList();
    }

    @Test
    void eachSegmentIsAPartition() {
        JavaRDD<Album> albums =
                music.scan(Album.class, db -> db.music().albums()).segments(6).rdd(SPARK);

        assertThat(albums.getNumPartitions()).isEqualTo(6);
        assertThat(albums.collect()).containsExactlyInAnyOrderElementsOf(stored());
        assertThat(traffic.segments).hasValue(6);
    }

    @Test
    void hasAsManySegmentsAsSparkHasCores() {
        assertThat(music.scan(Album.class, db -> db.music().albums()).rdd(SPARK).getNumPartitions())
                .isEqualTo(2);
    }

    @Test
    void aFilterIsEvaluatedByDynamoDb() {
        List<Album> jazz = music.scan(Album.class, db -> db.music().albums())
                .segments(3)
                .config(() -> ScanConfig.builder()
                        .filter(attr(Album::genre).eq("jazz"))
                        .build())
                .rdd(SPARK)
                .collect();

        assertThat(jazz)
                .containsExactlyInAnyOrderElementsOf(stored().stream()
                        .filter(album -> album.genre().equals("jazz"))
                        .toList());
        assertThat(traffic.returned).hasValue(ALBUMS / 4);
        assertThat(traffic.scanned).hasValue(ALBUMS + 30);
    }

    @Test
    void aProjectionReturnsItsAttributesAndTheKey() {
        List<Genre> genres = music.scan(Genre.class, db -> db.music().albums().projecting(Genre.class))
                .rdd(SPARK)
                .collect();

        assertThat(genres).hasSize(ALBUMS);
        assertThat(traffic.attributes).hasValue(4 * ALBUMS);
    }

    @Test
    void readsASegmentPageByPage() {
        long count = music.scan(Album.class, db -> db.music().albums())
                .segments(2)
                .config(() -> ScanConfig.builder().pageSize(10).build())
                .rdd(SPARK)
                .count();

        assertThat(count).isEqualTo(ALBUMS);
        assertThat(traffic.mostItems).hasValueLessThanOrEqualTo(10);
        assertThat(traffic.requests).hasValueGreaterThanOrEqualTo((ALBUMS + 30) / 10);
    }

    @Test
    void aTaskThatFailsReadsItsSegmentAgainFromItsBeginning() {
        AtomicInteger pages = new AtomicInteger();
        TempestSpark<MusicDb> failing = LocalCluster.database(MusicDb.class, db.connection(), new Watcher() {
            @Override
            public void before(DynamoDbRequest request) {
                if (pages.incrementAndGet() == 4) {
                    throw new Kill();
                }
            }
        });

        List<Album> albums = failing.scan(Album.class, db -> db.music().albums())
                .segments(2)
                .config(() -> ScanConfig.builder().pageSize(10).build())
                .rdd(SPARK)
                .collect();

        assertThat(albums).containsExactlyInAnyOrderElementsOf(stored());
        assertThat(pages).hasValueGreaterThan(4);
    }

    @Test
    void aDatasetHasTheItems() {
        Dataset<Album> albums =
                music.scan(Album.class, db -> db.music().albums()).dataset(SPARK);

        Dataset<String> titles =
                albums.map((MapFunction<Album, String>) album -> album.artist() + "!", Encoders.STRING());

        assertThat(titles.collectAsList()).hasSize(ALBUMS).contains("artist 7!");
    }

    @Test
    void aDataFrameHasAColumnForEachProperty() {
        Dataset<Row> albums = music.scan(Album.class, db -> db.music().albums()).dataFrame(SPARK);

        assertThat(albums.schema().toDDL())
                .isEqualTo(
                        "artist STRING,title STRING,genre STRING,year INT,migrations INT,changed TIMESTAMP,version BIGINT");
        List<Row> jazz = albums.filter(col("genre").equalTo("jazz"))
                .select("artist", "changed", "version")
                .collectAsList();
        assertThat(jazz).hasSize(ALBUMS / 4).allSatisfy(row -> {
            assertThat(row.isNullAt(1)).isFalse();
            assertThat(row.getLong(2)).isEqualTo(1);
        });
    }

    @Test
    void aDataFrameHasDecimalsAndBinaryValues() {
        Row track = music.scan(Track.class, db -> db.music().tracks())
                .dataFrame(SPARK)
                .first();

        assertThat(track.getDecimal(2)).isEqualByComparingTo("3.5");
        assertThat(track.<byte[]>getAs(3)).containsExactly(1, 2);
    }

    @Test
    void rejectsAWorkerAndATypeThatCannotBeEncoded() {
        ItemScan<MusicDb, Album> scan = music.scan(Album.class, db -> db.music().albums());

        assertThatThrownBy(() -> scan.config(
                        () -> ScanConfig.builder().workerId(new WorkerId(0, 2)).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The configuration of a scan names a worker. Call segments() instead.");
        assertThatThrownBy(() -> scan.segments(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> music.scan(Unserializable.class, db -> null).dataset(SPARK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Unserializable is not Serializable, so it has no encoder. Let it implement java.io.Serializable, or"
                                + " call dataFrame() or rdd().");
    }
}
