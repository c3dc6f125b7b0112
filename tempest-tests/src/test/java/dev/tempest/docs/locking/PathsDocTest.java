package dev.tempest.docs.locking;

import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.list;
import static dev.tempest.Attributes.map;
import static dev.tempest.Attributes.number;
import static dev.tempest.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Attribute;
import dev.tempest.Condition;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class PathsDocTest {
    record Song(String title, Long seconds) {}

    record Chart(
            @Attribute(name = "partition_key") String week,
            @Attribute(name = "sort_key", prefix = "CHART_") String name,
            List<Song> songs,
            Map<String, Long> votes) {

        record Key(String week, String name) {}
    }

    @Table(partitionKey = "partition_key", sortKey = "sort_key")
    interface ChartTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Chart.Key, Chart> charts();
    }

    interface ChartDb extends LogicalDb {
        @TableName("charts")
        ChartTable charts();
    }

    private static final Chart.Key KEY = new Chart.Key("2026-48", "pop");

    @RegisterExtension
    final TestDb testDb = TestDb.of(TestTable.create("charts", PlaylistItem.class));

    private ChartTable table;

    @BeforeEach
    void open() {
        table = testDb.logicalDb(ChartDb.class).charts();
        table.charts()
                .save(new Chart("2026-48", "pop", List.of(new Song("Air", 90L), new Song("Sea", 120L)), Map.of()));
    }

    @Test
    void namesElementsAndValues() {
        int place = 1;
        String voter = "ada";

        Condition<Chart> startsWithAir =
                text((Chart chart) -> chart.songs().get(0).title()).beginsWith("Air");
        Condition<Chart> isLong =
                list(Chart::songs).at(place).then(Song::seconds).gt(100L);
        Condition<Chart> hasNotVoted = map(Chart::votes).at(voter).absent();

        Chart after = table.charts()
                .patch(
                        KEY,
                        changes(
                                number(map(Chart::votes).at(voter)).add(1),
                                list(Chart::songs).at(place).then(Song::title).set("Ocean")));

        assertThat(after.votes()).containsEntry("ada", 1L);
        assertThat(after.songs().get(1)).isEqualTo(new Song("Ocean", 120L));
        assertThat(table.charts()
                        .scan(ScanConfig.builder()
                                .filter(startsWithAir.and(isLong).and(hasNotVoted.not()))
                                .build())
                        .contents())
                .hasSize(1);
    }
}
