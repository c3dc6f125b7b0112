package dev.tempest.kotlin.fourways

import dev.tempest.sdk1.kotlin.Sdk1Db
import java.time.Duration
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

/** What a program writes, in Java or Kotlin, on SDK 1.x or 2.x, is read alike by each of the others. */
class FourWaysTest {
    @RegisterExtension val dynamo = Sdk1Db("tracks" to KotlinOnSdk1.Row::class)

    private val programs by lazy {
        mapOf(
            "Java on SDK 1.x" to JavaOnSdk1(dynamo.mapper),
            "Java on SDK 2.x" to JavaOnSdk2(dynamo.sdk2.enhancedClient()),
            "Kotlin on SDK 1.x" to KotlinOnSdk1(dynamo.mapper),
            "Kotlin on SDK 2.x" to KotlinOnSdk2(dynamo.sdk2.enhancedClient()),
        )
    }

    private fun tracks(album: String) =
        (1..7).map {
            JavaTrack(
                album,
                "$it",
                if (it == 1) "" else "Track $it",
                it * 1_000_000,
                if (it % 2 == 0) it else null,
                it % 3 == 0,
                Duration.ofSeconds(200L + it),
                listOf("Zoë", "Ada").take(it % 3),
                if (it % 2 == 1) setOf("a", "é", "日本") else null,
            )
        }

    @Test
    fun `each reads what the others wrote`() {
        for ((writer, program) in programs) {
            program.write(tracks(writer))
        }

        for ((reader, program) in programs) {
            for (writer in programs.keys) {
                assertThat(program.read(writer)).`as`("written by $writer, read by $reader").isEqualTo(tracks(writer))
            }
        }
    }

    @Test
    fun `all store the same rows`() {
        val rows =
            programs.mapValues { (_, program) ->
                program.write(tracks("ALBUM_1"))
                dynamo.rows("tracks")
            }

        assertThat(rows.values.distinct()).hasSize(1)
        assertThat(rows.values.first()).hasSize(7)
    }
}
