package dev.tempest.docs

import dev.tempest.OperationListener
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AsyncMusicDb
import dev.tempest.docs.model.MusicDb
import dev.tempest.sdk2.AsyncLogicalDb
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.kotlin.load
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.Executors
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class ObservingDocTest : DocTest() {
    class Counts : OperationListener {
        val counts = ConcurrentHashMap<String, Int>()

        override fun started(operation: OperationListener.Operation) =
            object : OperationListener.Observer {
                override fun received(request: OperationListener.Request, response: OperationListener.Response) =
                    count("${request.name()} ${response.outcome()}")

                override fun ended(outcome: OperationListener.Outcome, error: String?) =
                    count("${operation.name()} $outcome")
            }

        private fun count(event: String) {
            counts.merge(event, 1, Int::plus)
        }
    }

    @Test
    fun `counts outcomes`() {
        val enhancedClient = testDb.enhancedClient()

        val listener = Counts()
        val musicDb = LogicalDb.builder(MusicDb::class.java).enhancedClient(enhancedClient).listener(listener).build()

        musicDb.music.albumInfo.load(AlbumInfo.Key("ALBUM_1"))
        assertThat(listener.counts).containsEntry("GetItem DONE", 1).containsEntry("load DONE", 1)
    }

    @Test
    fun `runs on an executor`(): Unit = runBlocking {
        val enhancedAsyncClient = testDb.enhancedAsyncClient()
        val executor = Executors.newCachedThreadPool()

        val asyncDb =
            AsyncLogicalDb.builder(AsyncMusicDb::class.java)
                .enhancedClient(enhancedAsyncClient)
                .executor(executor)
                .build()

        assertThat(asyncDb.music.albumInfo.load(AlbumInfo.Key("ALBUM_1"))).isNotNull()
        executor.shutdown()
    }
}
