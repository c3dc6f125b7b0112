package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.KeyTemplate;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The code of the documentation about shards. */
class ShardsDocTest {
    @RegisterExtension
    final TestDb testDb = TestDb.of(TestTable.create("visits", VisitTable.class));

    @KeyTemplate(attribute = "day_shard", value = "DAY#{day}#{shard:2}")
    @KeyTemplate(attribute = "at_key", value = "{at}")
    public record Visit(String id, LocalDate day, Instant at) {
        static final int SHARDS = 8;

        /** The hash code of a string is the same in every program. */
        @Attribute
        public int shard() {
            return Math.floorMod(id.hashCode(), SHARDS);
        }

        public record Key(String id) {}

        @ForIndex("by_day")
        public record ByDay(LocalDate day, Integer shard, Instant at, String id) {
            static List<BeginsWith<ByDay>> all(LocalDate day) {
                return IntStream.range(0, SHARDS)
                        .mapToObj(shard -> new BeginsWith<>(new ByDay(day, shard, null, null)))
                        .toList();
            }
        }
    }

    @Table(partitionKey = "id", indexes = @Index(name = "by_day", partitionKey = "day_shard", sortKey = "at_key"))
    public interface VisitTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Visit.Key, Visit> visits();

        SecondaryIndex<Visit.ByDay, Visit> byDay();
    }

    public interface VisitDb extends LogicalDb {
        @TableName("visits")
        VisitTable visits();
    }

    @Test
    void readsAllShardsInOrder() {
        VisitTable visits = testDb.logicalDb(VisitDb.class).visits();
        LocalDate day = LocalDate.of(2026, 3, 1);
        for (int i = 0; i < 20; i++) {
            visits.visits().create(new Visit("visit-" + i, day, Instant.ofEpochSecond(i)));
        }

        List<Visit> latest = visits.byDay()
                .queryMerged(
                        Visit.ByDay.all(day), QueryConfig.builder().asc(false).build(), 10);

        assertThat(latest)
                .extracting(Visit::id)
                .containsExactlyElementsOf(IntStream.range(0, 10)
                        .mapToObj(i -> "visit-" + (19 - i))
                        .toList());
    }
}
