package dev.tempest.kotlin

import dev.tempest.Attribute
import dev.tempest.BeginsWith
import dev.tempest.UnreadableItemException
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.model.MusicDb
import dev.tempest.docs.sdk1.MusicItem
import dev.tempest.sdk1.kotlin.LogicalDb
import dev.tempest.sdk1.kotlin.Sdk1Db
import dev.tempest.sdk1.kotlin.inlineView
import dev.tempest.sdk1.kotlin.queryAllContents
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.batchWriteSet
import dev.tempest.sdk2.kotlin.inlineView
import dev.tempest.sdk2.kotlin.queryAllContents
import java.time.Duration
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

/** However many rows are read, with a default or without: missing attributes stay what they are. */
class OftenReadTest {
    @RegisterExtension val dynamo = Sdk1Db("music_items" to MusicItem::class)

    /** A track as it was before tracks had a length. */
    data class OldTrack(
        @Attribute(name = "partition_key") val album_token: String,
        @Attribute(name = "sort_key", prefix = "TRACK_") val track_token: String,
        val track_title: String,
    ) {
        data class Key(val album_token: String, val track_token: String)
    }

    /** A track whose length has no default. */
    data class StrictTrack(
        @Attribute(name = "partition_key") val album_token: String,
        @Attribute(name = "sort_key", prefix = "TRACK_") val track_token: String,
        val track_title: String,
        val run_length: Duration,
    ) {
        data class Key(val album_token: String, val track_token: String = "")
    }

    private val timed = (1..1500 step 2).map { AlbumTrack("ALBUM_1", "%04d".format(it), "T$it", Duration.ofSeconds(9)) }
    private val old = (2..1500 step 2).map { OldTrack("ALBUM_1", "%04d".format(it), "T$it") }
    private val withDefaults =
        (timed + old.map { AlbumTrack(it.album_token, it.track_token, it.track_title) }).sortedBy { it.track_token }
    private val strict = timed.map { StrictTrack(it.album_token, it.track_token, it.track_title, it.run_length) }

    private val sdk1 by lazy { LogicalDb<dev.tempest.docs.sdk1.MusicDb>(dynamo.mapper).music }
    private val sdk2 by lazy { LogicalDb<MusicDb>(dynamo.sdk2.enhancedClient()) }

    @BeforeEach
    fun write() {
        sdk2.music.inlineView(OldTrack.Key::class, OldTrack::class)
        assertThat(sdk2.batchWrite(batchWriteSet { clobber(timed + old) }).isSuccessful).isTrue()
    }

    @Test
    fun `absent attributes take their defaults each time`() {
        val all = BeginsWith(AlbumTrack.Key("ALBUM_1"))

        assertThat(sdk2.music.albumTracks.queryAllContents(all)).containsExactlyElementsOf(withDefaults)
        assertThat(sdk1.albumTracks.queryAllContents(all)).containsExactlyElementsOf(withDefaults)
    }

    @Test
    fun `what has no default is needed each time`() {
        val all = BeginsWith(StrictTrack.Key("ALBUM_1"))
        val unreadable = mutableListOf<UnreadableItemException>()
        val views2 = sdk2.music.inlineView(StrictTrack.Key::class, StrictTrack::class)
        val views1 = sdk1.inlineView(StrictTrack.Key::class, StrictTrack::class)

        assertThat(views2.queryAllContents(all, onUnreadableItem = { unreadable.add(it) }))
            .containsExactlyElementsOf(strict)
        assertThat(views1.queryAllContents(all, onUnreadableItem = { unreadable.add(it) }))
            .containsExactlyElementsOf(strict)

        assertThat(unreadable).hasSize(old.size * 2).allSatisfy {
            assertThat(it).hasMessageContaining("it has no attribute run_length, which ")
        }
    }
}
