package dev.tempest.docs

import dev.tempest.Attribute
import dev.tempest.BeginsWith
import dev.tempest.ForIndex
import dev.tempest.Index
import dev.tempest.KeyTemplate
import dev.tempest.Table
import dev.tempest.TableName
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.SecondaryIndex
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.QueryConfig
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import java.time.Instant
import java.time.LocalDate
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

/** The Kotlin code of the documentation about shards. */
class ShardsDocTest {
    @RegisterExtension val testDb: TestDb = TestDb.of(TestTable.create("visits", VisitTable::class.java))

    @KeyTemplate(attribute = "day_shard", value = "DAY#{day}#{shard:2}")
    @KeyTemplate(attribute = "at_key", value = "{at}")
    data class Visit(val id: String, val day: LocalDate, val at: Instant) {
        /** The hash code of a string is the same in every program. */
        @get:Attribute
        val shard: Int
            get() = Math.floorMod(id.hashCode(), SHARDS)

        data class Key(val id: String)

        @ForIndex("by_day")
        data class ByDay(val day: LocalDate, val shard: Int, val at: Instant? = null, val id: String? = null) {
            companion object {
                fun all(day: LocalDate) = (0 until SHARDS).map { BeginsWith(ByDay(day, it)) }
            }
        }

        companion object {
            const val SHARDS = 8
        }
    }

    @Table(partitionKey = "id", indexes = [Index(name = "by_day", partitionKey = ["day_shard"], sortKey = ["at_key"])])
    interface VisitTable : LogicalTable<Map<String, AttributeValue>> {
        val visits: InlineView<Visit.Key, Visit>
        val byDay: SecondaryIndex<Visit.ByDay, Visit>
    }

    interface VisitDb : LogicalDb {
        @get:TableName("visits") val visits: VisitTable
    }

    @Test
    fun readsAllShardsInOrder() {
        val db: VisitDb = LogicalDb(testDb.enhancedClient())
        val visits = db.visits
        val day = LocalDate.of(2026, 3, 1)
        repeat(20) { visits.visits.create(Visit("visit-$it", day, Instant.ofEpochSecond(it.toLong()))) }

        val latest = visits.byDay.queryMerged(Visit.ByDay.all(day), QueryConfig(asc = false), 10)

        assertThat(latest.map { it.id }).containsExactlyElementsOf((19 downTo 10).map { "visit-$it" })
    }
}
