package dev.tempest.docs

import dev.tempest.Attribute
import dev.tempest.DatabaseReport
import dev.tempest.Finding
import dev.tempest.TimeToLive
import dev.tempest.docs.model.AsyncMusicDb
import dev.tempest.docs.model.MusicDb
import dev.tempest.docs.model.MusicItem
import dev.tempest.kotlin.findings
import dev.tempest.kotlin.message
import dev.tempest.kotlin.severity
import dev.tempest.kotlin.subject
import dev.tempest.kotlin.tableName
import dev.tempest.kotlin.tables
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.kotlin.AsyncLogicalDb
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.checkTables
import dev.tempest.sdk2.kotlin.logicalTable
import dev.tempest.testing.DynamoDbConnection
import dev.tempest.testing.TestTable
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey
import software.amazon.awssdk.services.dynamodb.model.ProjectionType

class CheckingTablesDocTest : DocTest() {
    @Test
    fun checks() {
        val report: DatabaseReport = db.checkTables()
        if (report.problems().isNotEmpty()) {
            println(report)
        }

        assertThat(report.problems()).isEmpty()
    }

    @Test
    fun `checks when it starts`() {
        db.checkTables().orThrow()
    }

    @Test
    fun `checks asynchronously`(): Unit = runBlocking {
        val asyncDb: AsyncMusicDb = AsyncLogicalDb(testDb.enhancedAsyncClient())

        val report: DatabaseReport = asyncDb.checkTables()

        assertThat(report.isOk).isTrue()
    }

    @Test
    fun `tells what is wrong`() {
        val report = reportOnAWrongTable()
        val alerts = mutableListOf<String>()

        for (table in report.tables) {
            for (finding in table.findings) {
                if (finding.severity == Finding.Severity.WARNING && finding.subject != Finding.Subject.REPLICATION) {
                    alerts.add("${table.tableName}: ${finding.message}")
                }
            }
        }

        assertThat(alerts.single()).startsWith("music_items: Index title_index holds the keys only")
    }

    /** On a table whose title_index holds the keys only. */
    private fun reportOnAWrongTable(): DatabaseReport {
        val wrong =
            TestTable.create("music_items", MusicItem::class.java) { request ->
                val indexes =
                    request.build().localSecondaryIndexes().map { index ->
                        index.toBuilder().projection { it.projectionType(ProjectionType.KEYS_ONLY) }.build()
                    }
                request.localSecondaryIndexes(indexes)
            }
        DynamoDbConnection.embedded().use { connection ->
            connection.createTable(wrong)
            return LogicalDb<MusicDb>(connection.enhancedClient()).checkTables()
        }
    }

    @DynamoDbBean
    class SessionItem {
        @get:DynamoDbPartitionKey var session_token: String? = null
        var expires_at: Long? = null
    }

    data class Session(@Attribute(name = "session_token") val token: String, val expires_at: Long?) {
        data class Key(val token: String)
    }

    @TimeToLive("expires_at")
    interface SessionTable : LogicalTable<SessionItem> {
        val sessions: InlineView<Session.Key, Session>
    }

    @Test
    fun `checks time to live`() {
        testDb.connection().createTable(TestTable.create("sessions", SessionItem::class.java))
        db.logicalTable<SessionTable>("sessions")

        assertThat(db.checkTables().problems().map { it.subject }).containsExactly(Finding.Subject.TIME_TO_LIVE)
    }
}
