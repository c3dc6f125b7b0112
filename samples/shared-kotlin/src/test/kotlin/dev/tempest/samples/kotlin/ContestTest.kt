package dev.tempest.samples.kotlin

import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class ContestTest {
    @Test
    fun `lost and doubled tracks are counted`(): Unit = runBlocking {
        val tracks = mutableListOf<String>()
        val writer = Writer { _, track -> if (track.endsWith("1")) repeat(2) { tracks += track } }

        val outcome = Contest(writers = 2, tracksEach = 2).run("P", writer) { tracks }

        assertThat(listOf(outcome.changes, outcome.lost, outcome.twice)).containsExactly(4, 2, 2)
        assertThat(outcome.isExact).isFalse()
    }
}
