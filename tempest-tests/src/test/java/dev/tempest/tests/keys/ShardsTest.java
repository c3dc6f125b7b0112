package dev.tempest.tests.keys;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of one day lie in several partitions of an index, by a number that a computed property makes of their key. */
class ShardsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("visits", Visits.class));

    private Visits visits;

    @KeyTemplate(attribute = "day_shard", value = "DAY#{day}#{shard:2}")
    @KeyTemplate(attribute = "at_key", value = "{at}")
    record Visit(String id, LocalDate day, Instant at) {
        static final int SHARDS = 8;

        /** The hash code of a string is the same in every program. */
        @Attribute
        int shard() {
            return Math.floorMod(id.hashCode(), SHARDS);
        }

        record Key(String id) {}

        @ForIndex("by_day")
        record ByDay(LocalDate day, Integer shard, Instant at, String id) {
            static List<BeginsWith<ByDay>> all(LocalDate day) {
                return IntStream.range(0, SHARDS)
                        .mapToObj(shard -> new BeginsWith<>(new ByDay(day, shard, null, null)))
                        .toList();
            }
        }
    }

    @Table(partitionKey = "id", indexes = @Index(name = "by_day", partitionKey = "day_shard", sortKey = "at_key"))
    interface Visits extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Visit.Key, Visit> visits();

        SecondaryIndex<Visit.ByDay, Visit> byDay();
    }

    interface Db extends LogicalDb {
        @TableName("visits")
        Visits visits();
    }

    @BeforeEach
    void open() {
        visits = db.logicalDb(Db.class).visits();
        IntStream.range(0, 40)
                .forEach(i -> visits.visits().save(new Visit("visit-" + i, DAY, Instant.ofEpochSecond(i))));
    }

    @Test
    void aDayIsInSeveralPartitions() {
        assertThat(db.client().scan(request -> request.tableName("visits")).items())
                .extracting(row -> row.get("day_shard").s())
                .contains("DAY#2026-03-01#00", "DAY#2026-03-01#07")
                .allMatch(key -> key.startsWith("DAY#2026-03-01#0"));
    }

    @Test
    void oneCallReadsAllOfThemInOrder() {
        QueryConfig newestFirst = QueryConfig.builder().asc(false).build();

        assertThat(visits.byDay().queryMerged(Visit.ByDay.all(DAY), newestFirst, 10))
                .extracting(Visit::id)
                .containsExactlyElementsOf(IntStream.range(0, 10)
                        .mapToObj(i -> "visit-" + (39 - i))
                        .toList());
    }
}
