package dev.tempest.docs.sdk1

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue
import dev.tempest.docs.model.PlaylistInfo
import dev.tempest.sdk1.kotlin.LogicalDb
import dev.tempest.testing.Fault
import dev.tempest.testing.FaultyHttp
import dev.tempest.testing.sdk1.TestDb
import dev.tempest.testing.sdk1.TestTable
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.extension.RegisterExtension

class TestingSdk1DocTest {
    @RegisterExtension val testDb: TestDb = TestDb.of(TestTable.create(MusicItem::class.java))

    @Test
    fun `loses an answer`() {
        val network = FaultyHttp.builder().nth(1, "PutItem", Fault.responseLost()).build()
        val db: MusicDb = LogicalDb(testDb.with(network).mapper())

        val absent = DynamoDBSaveExpression().withExpectedEntry("partition_key", ExpectedAttributeValue(false))
        assertThrows<ConditionalCheckFailedException> {
            db.music.playlistInfo.save(PlaylistInfo("PLAYLIST_1", "Night drive", listOf()), absent)
        }
        assertThat(network.requests("PutItem")).isEqualTo(2)
    }
}
