package dev.tempest.docs

import dev.tempest.Attribute
import dev.tempest.ForIndex
import dev.tempest.LessThan
import dev.tempest.TableName
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.SecondaryIndex
import dev.tempest.sdk2.SortableInstantConverter
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.query
import dev.tempest.sdk2.kotlin.save
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import java.time.Instant
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey

class TimesDocTest {
    @JvmField @RegisterExtension val db: TestDb = TestDb.of(TestTable.create("visits", VisitRow::class.java))

    @DynamoDbBean
    class VisitRow {
        @get:DynamoDbPartitionKey var visitor: String? = null
        @get:DynamoDbSortKey var id: String? = null
        @get:DynamoDbSecondaryPartitionKey(indexNames = ["by_time"]) var page: String? = null

        @get:DynamoDbSecondarySortKey(indexNames = ["by_time"])
        @get:DynamoDbConvertedBy(SortableInstantConverter::class)
        var at: Instant? = null
    }

    data class Visit(
        val visitor: String,
        @Attribute(prefix = "VISIT_") val id: String,
        val page: String,
        val at: Instant,
    ) {
        data class Key(val visitor: String, val id: String)

        @ForIndex(name = "by_time")
        data class ByTime(val page: String, val at: Instant, val visitor: String? = null, val id: String? = null)
    }

    interface Visits : LogicalTable<VisitRow> {
        val visits: InlineView<Visit.Key, Visit>
        val visitsByTime: SecondaryIndex<Visit.ByTime, Visit>
    }

    interface VisitDb : LogicalDb {
        @get:TableName("visits") val visits: Visits
    }

    @Test
    fun `queries times`() {
        val table = LogicalDb<VisitDb>(db.enhancedClient()).visits
        for (time in listOf("2026-03-01T11:59:59.999Z", "2026-03-01T12:00:00Z", "2026-03-01T12:00:00.5Z")) {
            table.visits.save(Visit("ada", time, "home", Instant.parse(time)))
        }

        val noon = Instant.parse("2026-03-01T12:00:00Z")
        val beforeNoon: List<Visit> = table.visitsByTime.query(LessThan(Visit.ByTime("home", noon))).contents

        assertThat(beforeNoon.map { it.id }).containsExactly("2026-03-01T11:59:59.999Z")
    }
}
