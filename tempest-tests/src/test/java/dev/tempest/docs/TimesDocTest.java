package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.LessThan;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.sdk2.SortableInstantConverter;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

public class TimesDocTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("visits", VisitRow.class));

    record Visit(
            String visitor, @Attribute(prefix = "VISIT_") String id, String page, Instant at) {
        record Key(String visitor, String id) {}

        @ForIndex(name = "by_time")
        record ByTime(String page, Instant at, String visitor, String id) {
            ByTime(String page, Instant at) {
                this(page, at, null, null);
            }
        }
    }

    interface Visits extends LogicalTable<VisitRow> {
        InlineView<Visit.Key, Visit> visits();

        SecondaryIndex<Visit.ByTime, Visit> visitsByTime();
    }

    interface VisitDb extends LogicalDb {
        @TableName("visits")
        Visits visits();
    }

    @Test
    void queriesTimes() {
        Visits table = db.connection().logicalDb(VisitDb.class).visits();
        for (String time : List.of("2026-03-01T11:59:59.999Z", "2026-03-01T12:00:00Z", "2026-03-01T12:00:00.5Z")) {
            table.visits().save(new Visit("ada", time, "home", Instant.parse(time)));
        }

        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        List<Visit> beforeNoon = table.visitsByTime()
                .query(new LessThan<>(new Visit.ByTime("home", noon)))
                .contents();

        assertThat(beforeNoon).extracting(Visit::id).containsExactly("2026-03-01T11:59:59.999Z");
    }

    @DynamoDbBean
    public static class VisitRow {
        private String visitor;
        private String id;
        private String page;
        private Instant at;

        @DynamoDbPartitionKey
        public String getVisitor() {
            return visitor;
        }

        public void setVisitor(String visitor) {
            this.visitor = visitor;
        }

        @DynamoDbSortKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "by_time")
        public String getPage() {
            return page;
        }

        public void setPage(String page) {
            this.page = page;
        }

        @DynamoDbSecondarySortKey(indexNames = "by_time")
        @DynamoDbConvertedBy(SortableInstantConverter.class)
        public Instant getAt() {
            return at;
        }

        public void setAt(Instant at) {
            this.at = at;
        }
    }
}
