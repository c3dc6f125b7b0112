package dev.tempest.sdk1.kotlin

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB
import dev.tempest.BeginsWith
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.sdk1.MusicDb
import dev.tempest.kotlin.filter
import dev.tempest.kotlin.map
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Proxy
import java.util.concurrent.atomic.AtomicInteger
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

/** Kotlin's operators on results fetch no page that is not needed, over SDK 1.x too. */
class LazyResultsTest {
    @RegisterExtension val dynamo = Music.tables()

    private val queries = AtomicInteger()
    private val tracks = BeginsWith(AlbumTrack.Key("ALBUM_1"))
    private lateinit var db: MusicDb

    @BeforeEach
    fun fill() {
        Music.fill(dynamo)
        db = LogicalDb(counting(dynamo.client))
    }

    private fun counting(client: AmazonDynamoDB): AmazonDynamoDB =
        Proxy.newProxyInstance(javaClass.classLoader, arrayOf(AmazonDynamoDB::class.java)) { _, method, arguments ->
            if (method.name == "query") queries.incrementAndGet()
            try {
                method.invoke(client, *(arguments ?: emptyArray()))
            } catch (e: InvocationTargetException) {
                throw e.targetException
            }
        } as AmazonDynamoDB

    @Test
    fun `the first result costs one request`() {
        val results = db.music.albumTracks.queryAllContents(tracks, pageSize = 1)

        assertThat(results.map { it.track_title }.first()).isEqualTo("Low Tide")
        assertThat(queries).hasValue(1)
        assertThat(results.filter { it.track_title > "A" }.first().track_title).isEqualTo("Low Tide")
        assertThat(queries).hasValue(2)
        assertThat(results.map { it.track_title }.toList()).hasSize(3)
    }
}
