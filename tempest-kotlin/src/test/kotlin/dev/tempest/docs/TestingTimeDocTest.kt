package dev.tempest.docs

import dev.tempest.docs.model.MusicItem
import dev.tempest.testing.LocalDynamoDb
import dev.tempest.testing.TestDb
import java.time.Duration
import java.time.Instant
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

class TestingTimeDocTest {
    private val server = LocalDynamoDb.start()

    @RegisterExtension
    val testDb: TestDb = TestDb.builder().table("music_items", MusicItem::class.java).server(server).build()

    @Test
    fun `moves the clock`() {
        val before = server.engine().clock().instant()

        server.engine().clock().advance(Duration.ofDays(30))

        assertThat(before.plus(Duration.ofDays(30))).isBeforeOrEqualTo(server.engine().clock().instant())
        assertThat(server.engine().clock().instant()).isAfter(Instant.now().plus(Duration.ofDays(29)))
    }
}
