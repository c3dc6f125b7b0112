package dev.tempest.samples.optimisticlocking

import java.io.ByteArrayOutputStream
import java.io.PrintStream
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class OptimisticLockingTest {
    @Test
    fun `the ways that know their own writes lose nothing and do nothing twice`() {
        val bytes = ByteArrayOutputStream()

        val exact = run(PrintStream(bytes, true, Charsets.UTF_8), Contest(writers = 4, tracksEach = 5))

        assertThat(exact).`as`(bytes.toString(Charsets.UTF_8)).isTrue()
        assertThat(bytes.toString(Charsets.UTF_8).lines())
            .anyMatch { Regex("update, with a write token +20 +0 +0 +\\d+ +\\d+\\.\\d").matches(it) }
            .anyMatch { Regex("update, as transactions +20 +0 +0 +\\d+ +\\d+\\.\\d").matches(it) }
    }

    @Test
    fun `a lost or doubled track is counted`(): Unit = runBlocking {
        val result =
            Contest(writers = 1, tracksEach = 3).run("P", { _, _ -> }) {
                listOf("writer 1, track 1", "writer 1, track 1")
            }

        assertThat(result.lost).isEqualTo(2)
        assertThat(result.twice).isEqualTo(1)
        assertThat(result.isExact).isFalse()
    }
}
