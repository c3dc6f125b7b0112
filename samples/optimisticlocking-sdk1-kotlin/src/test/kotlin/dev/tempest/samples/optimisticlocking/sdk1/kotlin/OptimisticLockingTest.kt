package dev.tempest.samples.optimisticlocking.sdk1.kotlin

import dev.tempest.samples.kotlin.Contest
import java.io.ByteArrayOutputStream
import java.io.PrintStream
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class OptimisticLockingTest {
    @Test
    fun `no guarded way loses a change and the exact ways do none twice`() {
        val bytes = ByteArrayOutputStream()
        val out = PrintStream(bytes, true, Charsets.UTF_8)

        val status = program(Contest(writers = 4, tracksEach = 5)).run(listOf(), out, out)

        val text = bytes.toString(Charsets.UTF_8)
        assertThat(status).`as`(text).isZero()
        val guarded = text.lines().filter { "condition" in it || "ersion" in it }
        assertThat(guarded).hasSize(5).allMatch { Regex(".* 20 +0 +\\d+ +\\d+ +\\d+\\.\\d").matches(it) }
        assertThat(guarded.takeLast(2)).allMatch { Regex(".* 20 +0 +0 +\\d+ +\\d+\\.\\d").matches(it) }
    }
}
