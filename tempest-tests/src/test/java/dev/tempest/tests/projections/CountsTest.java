package dev.tempest.tests.projections;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.WorkerId;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.projections.Albums.Album;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.Expression;

/** Items that are counted, and not read. */
class CountsTest {
    private static final BeginsWith<Album.Key> ANNS = new BeginsWith<>(new Album.Key("ann", ""));
    private static final BeginsWith<Album.ByGenre> JAZZ = new BeginsWith<>(new Album.ByGenre("jazz", "", ""));

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create(Albums.TABLE, Albums.Row.class));

    private final FaultyHttp network = FaultyHttp.builder().build();
    private Albums.Table table;
    private InlineView<Album.Key, Album> albums;

    @BeforeEach
    void store() {
        table = db.with(network).logicalDb(Albums.Db.class).table();
        albums = table.albums();
        for (int i = 0; i < 8; i++) {
            albums.save(Album.of(i < 5 ? "ann" : "bob", "" + i, "Blue", i % 2 == 0 ? "jazz" : "folk", 2000 + i));
        }
    }

    @Test
    void countsTheItemsOfAQuery() {
        assertThat(albums.count(ANNS)).isEqualTo(5);
        assertThat(albums.count(new Between<>(new Album.Key("ann", "1"), new Album.Key("ann", "3"))))
                .isEqualTo(3);
        assertThat(albums.count(new BeginsWith<>(new Album.Key("nobody", "")))).isZero();
        assertThat(table.albumsByGenre().count(JAZZ)).isEqualTo(4);
        assertThat(albums.projecting(Albums.Title.class).count(ANNS)).isEqualTo(5);
    }

    @Test
    void countsThoseThatMeetAFilter() {
        QueryConfig late = QueryConfig.builder()
                .filter(number(Album::released).ge(2003))
                .filterExpression(Expression.builder()
                        .expression("#t0 <> :t0")
                        .putExpressionName("#t0", "title")
                        .putExpressionValue(
                                ":t0", software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS("Red"))
                        .build())
                .consistentRead(true)
                .build();

        assertThat(albums.count(ANNS, late)).isEqualTo(2);
        assertThat(albums.scanCount(ScanConfig.builder()
                        .filter(attr(Album::genre).eq("jazz"))
                        .build()))
                .isEqualTo(4);
    }

    @Test
    void countsTheItemsOfAScan() {
        assertThat(albums.scanCount()).isEqualTo(8);
        assertThat(table.albumsByGenre().scanCount()).isEqualTo(8);
        assertThat(List.of(0, 1, 2).stream()
                        .mapToLong(segment -> albums.scanCount(ScanConfig.builder()
                                .workerId(new WorkerId(segment, 3))
                                .build()))
                        .sum())
                .isEqualTo(8);
    }

    @Test
    void doesNotCareForTheSizeOfPages() {
        long before = network.requests("Query");

        assertThat(albums.count(ANNS, QueryConfig.builder().pageSize(1).build()))
                .isEqualTo(5);
        assertThat(network.requests("Query") - before).isEqualTo(1);
    }

    @Test
    void addsUpAllPages() {
        String title = "x".repeat(300_000);
        for (int i = 0; i < 8; i++) {
            albums.save(Album.of("carl", "" + i, title, "rock", i));
        }
        long before = network.requests("Query");

        assertThat(albums.count(new BeginsWith<>(new Album.Key("carl", "")))).isEqualTo(8);
        assertThat(network.requests("Query") - before).isGreaterThan(1);
        assertThat(albums.scanCount()).isEqualTo(16);
        assertThat(db.asyncLogicalDb(Albums.AsyncDb.class)
                        .table()
                        .albums()
                        .countAsync(new BeginsWith<>(new Album.Key("carl", "")))
                        .join())
                .isEqualTo(8);
    }

    @Test
    void countsWithoutBlocking() {
        var async = db.asyncLogicalDb(Albums.AsyncDb.class).table();

        assertThat(async.albums().countAsync(ANNS).join()).isEqualTo(5);
        assertThat(async.albums().scanCountAsync().join()).isEqualTo(8);
        assertThat(async.albumsByGenre().countAsync(JAZZ).join()).isEqualTo(4);
    }

    @Test
    void refusesConsistentReadsOfAGlobalIndex() {
        assertThatThrownBy(() -> table.albumsByGenre()
                        .count(JAZZ, QueryConfig.builder().consistentRead(true).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no consistent reads");
    }
}
