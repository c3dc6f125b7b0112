package dev.tempest.samples.musiclibrary.sdk1.kotlin

import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException
import dev.tempest.BeginsWith
import dev.tempest.kotlin.absent
import dev.tempest.samples.kotlin.AlbumInfo
import dev.tempest.samples.kotlin.AlbumTrack
import dev.tempest.samples.kotlin.Albums
import dev.tempest.sdk1.View
import dev.tempest.sdk1.kotlin.load
import dev.tempest.sdk1.kotlin.queryAll
import dev.tempest.sdk1.kotlin.queryAllContents
import kotlin.reflect.KProperty1
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.flowOn
import kotlinx.coroutines.withContext

/**
 * Albums and their tracks in the table, and through each of its indexes. SDK 1.x blocks, so its calls are made on the
 * dispatcher that is there for it.
 */
class StoredAlbums(private val table: MusicTable) : Albums {
    override suspend fun createIfAbsent(album: AlbumInfo) =
        table.albumInfo.createIfAbsent(album, AlbumInfo::album_token)

    override suspend fun createIfAbsent(track: AlbumTrack) =
        table.albumTracks.createIfAbsent(track, AlbumTrack::album_token)

    /** SDK 1.x has no `create`: a condition says the same. */
    private suspend fun <I : Any> View<*, I>.createIfAbsent(item: I, key: KProperty1<I, String>): Boolean =
        withContext(Dispatchers.IO) {
            try {
                save(item, key.absent())
                true
            } catch (_: ConditionalCheckFailedException) {
                false
            }
        }

    override suspend fun load(key: AlbumInfo.Key): AlbumInfo? =
        withContext(Dispatchers.IO) { table.albumInfo.load(key, consistentReads = true) }

    override fun tracks(albumToken: String): Flow<AlbumTrack> =
        table.albumTracks
            .queryAllContents(keyCondition = BeginsWith(AlbumTrack.Key(albumToken)), consistentRead = true)
            .onIo()

    override fun tracksByTitle(albumToken: String): Flow<AlbumTrack> =
        table.albumTracksByTitle.queryAllContents(BeginsWith(AlbumTrack.TitleIndexOffset(albumToken))).onIo()

    override fun latestOf(artist: String): Flow<AlbumInfo> =
        table.albumInfoByArtist
            .queryAllContents(keyCondition = BeginsWith(AlbumInfo.ArtistIndexOffset(artist)), asc = false)
            .onIo()

    override fun pagesOf(type: String, pageSize: Int): Flow<List<AlbumInfo>> =
        table.albumInfoByType
            .queryAll(keyCondition = BeginsWith(AlbumInfo.TypeIndexOffset(type)), pageSize = pageSize)
            .asSequence()
            .map { page -> page.contents }
            .asIterable()
            .onIo()

    private fun <T> Iterable<T>.onIo(): Flow<T> = asFlow().flowOn(Dispatchers.IO)
}
