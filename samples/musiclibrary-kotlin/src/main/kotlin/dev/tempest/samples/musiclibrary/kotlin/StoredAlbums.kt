package dev.tempest.samples.musiclibrary.kotlin

import dev.tempest.BeginsWith
import dev.tempest.samples.kotlin.AlbumInfo
import dev.tempest.samples.kotlin.AlbumTrack
import dev.tempest.samples.kotlin.Albums
import dev.tempest.sdk2.AsyncView
import dev.tempest.sdk2.kotlin.create
import dev.tempest.sdk2.kotlin.load
import dev.tempest.sdk2.kotlin.query
import dev.tempest.sdk2.kotlin.queryAllContents
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.map
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException

/** Albums and their tracks in the table, and through each of its indexes. */
class StoredAlbums(private val table: MusicTable) : Albums {
    override suspend fun createIfAbsent(album: AlbumInfo) = table.albumInfo.createIfAbsent(album)

    override suspend fun createIfAbsent(track: AlbumTrack) = table.albumTracks.createIfAbsent(track)

    private suspend fun <I : Any> AsyncView<*, I>.createIfAbsent(item: I): Boolean =
        try {
            create(item)
            true
        } catch (_: ConditionalCheckFailedException) {
            false
        }

    override suspend fun load(key: AlbumInfo.Key): AlbumInfo? = table.albumInfo.load(key, consistentReads = true)

    override fun tracks(albumToken: String): Flow<AlbumTrack> =
        table.albumTracks.queryAllContents(keyCondition = BeginsWith(AlbumTrack.Key(albumToken)), consistentRead = true)

    override fun tracksByTitle(albumToken: String): Flow<AlbumTrack> =
        table.albumTracksByTitle.queryAllContents(BeginsWith(AlbumTrack.TitleIndexOffset(albumToken)))

    override fun latestOf(artist: String): Flow<AlbumInfo> =
        table.albumInfoByArtist.queryAllContents(
            keyCondition = BeginsWith(AlbumInfo.ArtistIndexOffset(artist)),
            asc = false,
        )

    /** A page is fetched when the one before it has been collected. */
    override fun pagesOf(type: String, pageSize: Int): Flow<List<AlbumInfo>> =
        table.albumInfoByType
            .query(keyCondition = BeginsWith(AlbumInfo.TypeIndexOffset(type)), pageSize = pageSize)
            .map { page -> page.contents }
}
