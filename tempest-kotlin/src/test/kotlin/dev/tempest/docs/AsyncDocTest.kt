package dev.tempest.docs

import dev.tempest.BeginsWith
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.model.AsyncMusicDb
import dev.tempest.docs.model.AsyncMusicTable
import dev.tempest.sdk2.kotlin.AsyncLogicalDb
import dev.tempest.sdk2.kotlin.create
import dev.tempest.sdk2.kotlin.load
import dev.tempest.sdk2.kotlin.queryAllContents
import dev.tempest.sdk2.kotlin.queryPage
import dev.tempest.sdk2.kotlin.save
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException

class AsyncDocTest : DocTest() {
    private fun open(enhancedAsyncClient: DynamoDbEnhancedAsyncClient): AsyncMusicTable {
        val asyncDb: AsyncMusicDb = AsyncLogicalDb(enhancedAsyncClient)
        val asyncTable = asyncDb.music

        return asyncTable
    }

    @Test
    fun `calls one after the other`(): Unit = runBlocking {
        val asyncTable = open(testDb.enhancedAsyncClient())

        val album = checkNotNull(asyncTable.albumInfo.load(AlbumInfo.Key("ALBUM_1")))
        val renamed: AlbumInfo = asyncTable.albumInfo.save(album.copy(album_title = "Harbour Lights (Deluxe)"))

        assertThat(table.albumInfo.load(AlbumInfo.Key("ALBUM_1"))).isEqualTo(renamed)
    }

    @Test
    fun `fetches one page`(): Unit = runBlocking {
        val asyncTable = open(testDb.enhancedAsyncClient())

        val firstPage: List<AlbumTrack> =
            asyncTable.albumTracks.queryPage(BeginsWith(AlbumTrack.Key("ALBUM_1"))).contents

        assertThat(firstPage).hasSize(3)
    }

    @Test
    fun `throws what the blocking call throws`(): Unit = runBlocking {
        val asyncTable = open(testDb.enhancedAsyncClient())
        val album = checkNotNull(table.albumInfo.load(AlbumInfo.Key("ALBUM_1")))

        val createdOrFound: AlbumInfo =
            try {
                asyncTable.albumInfo.create(album)
            } catch (refusal: ConditionalCheckFailedException) {
                asyncTable.albumInfo.itemIn(refusal).orElseThrow()
            }

        assertThat(createdOrFound).isEqualTo(album)
    }

    @Test
    fun flows(): Unit = runBlocking {
        val asyncTable = open(testDb.enhancedAsyncClient())
        val titles = mutableListOf<String>()

        asyncTable.albumTracks.queryAllContents(BeginsWith(AlbumTrack.Key("ALBUM_1"))).collect { track ->
            titles.add(track.track_title)
        }

        assertThat(titles).containsExactly("Low Tide", "Breakwater", "Foghorn")
    }
}
