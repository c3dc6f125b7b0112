package dev.tempest.docs.locking

import dev.tempest.Attribute
import dev.tempest.Table
import dev.tempest.TableName
import dev.tempest.kotlin.absent
import dev.tempest.kotlin.and
import dev.tempest.kotlin.beginsWith
import dev.tempest.kotlin.div
import dev.tempest.kotlin.get
import dev.tempest.kotlin.gt
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.patch
import dev.tempest.sdk2.kotlin.scan
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

class PathsDocTest {
    data class Song(val title: String, val seconds: Long)

    data class Chart(
        @Attribute(name = "partition_key") val week: String,
        @Attribute(name = "sort_key", prefix = "CHART_") val name: String,
        val songs: List<Song>,
        val votes: Map<String, Long>,
    ) {
        data class Key(val week: String, val name: String)
    }

    @Table(partitionKey = "partition_key", sortKey = "sort_key")
    interface ChartTable : LogicalTable<Map<String, AttributeValue>> {
        val charts: InlineView<Chart.Key, Chart>
    }

    interface ChartDb : LogicalDb {
        @TableName("charts") val charts: ChartTable
    }

    @RegisterExtension val testDb: TestDb = TestDb.of(TestTable.create("charts", PlaylistItem::class.java))

    private val key = Chart.Key("2026-48", "pop")
    private lateinit var table: ChartTable

    @BeforeEach
    fun open() {
        table = LogicalDb<ChartDb>(testDb.enhancedClient()).charts
        table.charts.save(Chart("2026-48", "pop", listOf(Song("Air", 90), Song("Sea", 120)), mapOf()))
    }

    @Test
    fun `names elements and values`() {
        val place = 1
        val voter = "ada"

        val startsWithAir = Chart::songs[0] / Song::title beginsWith "Air"
        val isLong = Chart::songs[place] / Song::seconds gt 100
        val hasNotVoted = Chart::votes[voter].absent()

        val after =
            table.charts.patch(key) {
                Chart::votes[voter] add 1
                Chart::songs[place] / Song::title set "Ocean"
            }

        assertThat(after.votes).containsEntry("ada", 1L)
        assertThat(after.songs[1]).isEqualTo(Song("Ocean", 120))
        assertThat(table.charts.scan(filter = startsWithAir and isLong and !hasNotVoted).contents).hasSize(1)
    }
}
