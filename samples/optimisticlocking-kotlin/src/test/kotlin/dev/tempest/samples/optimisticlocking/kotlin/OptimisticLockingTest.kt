package dev.tempest.samples.optimisticlocking.kotlin

import dev.tempest.samples.kotlin.Contest
import java.io.ByteArrayOutputStream
import java.io.PrintStream
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class OptimisticLockingTest {
    @Test
    fun `the ways that know their own writes lose nothing and do nothing twice`() {
        val bytes = ByteArrayOutputStream()
        val out = PrintStream(bytes, true, Charsets.UTF_8)

        val status = program(Contest(writers = 4, tracksEach = 5)).run(listOf(), out, out)

        val text = bytes.toString(Charsets.UTF_8)
        assertThat(status).`as`(text).isZero()
        assertThat(text.lines())
            .anyMatch { Regex("update, with a write token +20 +0 +0 +\\d+ +\\d+\\.\\d").matches(it) }
            .anyMatch { Regex("update, as transactions +20 +0 +0 +\\d+ +\\d+\\.\\d").matches(it) }
    }
}
