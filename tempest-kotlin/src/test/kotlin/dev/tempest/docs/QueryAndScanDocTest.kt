package dev.tempest.docs

import dev.tempest.BeginsWith
import dev.tempest.Between
import dev.tempest.GreaterThan
import dev.tempest.UnreadableItemException
import dev.tempest.WorkerId
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.kotlin.gt
import dev.tempest.sdk2.Page
import dev.tempest.sdk2.ProjectedView
import dev.tempest.sdk2.kotlin.QueryConfig
import dev.tempest.sdk2.kotlin.count
import dev.tempest.sdk2.kotlin.load
import dev.tempest.sdk2.kotlin.projecting
import dev.tempest.sdk2.kotlin.query
import dev.tempest.sdk2.kotlin.scan
import dev.tempest.sdk2.kotlin.scanAllContents
import java.time.Duration
import java.time.LocalDate
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import software.amazon.awssdk.enhanced.dynamodb.Expression
import software.amazon.awssdk.services.dynamodb.model.AttributeValue
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity

class QueryAndScanDocTest : DocTest() {
    @Test
    fun queries() {
        val page: Page<AlbumTrack.Key, AlbumTrack> = table.albumTracks.query(BeginsWith(AlbumTrack.Key("ALBUM_1")))
        val tracks: List<AlbumTrack> = page.contents

        assertThat(tracks.map { it.track_title }).containsExactly("Low Tide", "Breakwater", "Foghorn")
    }

    @Test
    fun `compares sort keys`() {
        val afterTheFirst: List<AlbumTrack> =
            table.albumTracks.query(GreaterThan(AlbumTrack.Key("ALBUM_1", "1"))).contents

        val theFirstTwo: List<AlbumTrack> =
            table.albumTracks.query(Between(AlbumTrack.Key("ALBUM_1", "1"), AlbumTrack.Key("ALBUM_1", "2"))).contents

        assertThat(afterTheFirst.map { it.track_token }).containsExactly("2", "3")
        assertThat(theFirstTwo.map { it.track_token }).containsExactly("1", "2")
    }

    @Test
    fun `configures queries`() {
        val page =
            table.albumTracks.query(
                BeginsWith(AlbumTrack.Key("ALBUM_1")),
                asc = false,
                pageSize = 20,
                consistentRead = true,
            )

        assertThat(page.contents.map { it.track_token }).containsExactly("3", "2", "1")
    }

    @Test
    fun `queries indexes`() {
        val byTheLanterns = BeginsWith(AlbumInfo.ArtistIndexOffset("The Lanterns"))
        val latestFirst: List<AlbumInfo> = table.albumInfoByArtist.query(byTheLanterns, asc = false).contents

        val from = AlbumInfo.ArtistIndexOffset("The Lanterns", LocalDate.of(2020, 1, 1))
        val to = AlbumInfo.ArtistIndexOffset("The Lanterns", LocalDate.of(2020, 12, 31))
        val of2020: List<AlbumInfo> = table.albumInfoByArtist.query(Between(from, to)).contents

        assertThat(latestFirst.map { it.album_title }).containsExactly("Night Ferry", "Harbour Lights")
        assertThat(of2020.map { it.album_title }).containsExactly("Harbour Lights")
    }

    @Test
    fun `merges partitions`() {
        val latest =
            table.albumInfoByArtist.queryMerged(
                listOf(
                    BeginsWith(AlbumInfo.ArtistIndexOffset("The Lanterns")),
                    BeginsWith(AlbumInfo.ArtistIndexOffset("Nobody")),
                ),
                QueryConfig(asc = false),
                10,
            )

        assertThat(latest.map { it.album_title }).containsExactly("Night Ferry", "Harbour Lights")
    }

    @Test
    fun filters() {
        val longerThanThreeMinutesTwenty =
            Expression.builder()
                .expression("run_length > :seconds")
                .putExpressionValue(":seconds", AttributeValue.fromN("200"))
                .build()
        val page =
            table.albumTracks.query(
                BeginsWith(AlbumTrack.Key("ALBUM_1")),
                filterExpression = longerThanThreeMinutesTwenty,
            )

        assertThat(page.contents.map { it.track_title }).containsExactly("Low Tide", "Foghorn")
        assertThat(page.scannedCount).isEqualTo(3)
    }

    @Test
    fun scans() {
        val page: Page<AlbumTrack.Key, AlbumTrack> = table.albumTracks.scan()

        assertThat(page.contents).hasSize(4)
        assertThat(page.scannedCount).isEqualTo(7)
    }

    @Test
    fun `scans in parallel`() {
        val total: Duration =
            table.albumTracks.parallelScan(4).fold(Duration.ZERO) { sum, track -> sum + track.run_length }

        assertThat(total).isEqualTo(Duration.ofSeconds(207 + 188 + 254 + 221))
    }

    class TrackTitle(val track_title: String)

    @Test
    fun `reads some properties`() {
        val titles: ProjectedView<AlbumTrack.Key, TrackTitle> = table.albumTracks.projecting(TrackTitle::class)

        val first: TrackTitle? = titles.load(AlbumTrack.Key("ALBUM_1", "1"))
        val all: List<TrackTitle> = titles.query(BeginsWith(AlbumTrack.Key("ALBUM_1"))).contents

        assertThat(first?.track_title).isEqualTo("Low Tide")
        assertThat(all.map { it.track_title }).containsExactly("Low Tide", "Breakwater", "Foghorn")
    }

    @Test
    fun counts() {
        val tracks = table.albumTracks.count(BeginsWith(AlbumTrack.Key("ALBUM_1")))
        val longTracks =
            table.albumTracks.count(
                BeginsWith(AlbumTrack.Key("ALBUM_1")),
                filter = AlbumTrack::run_length gt Duration.ofSeconds(200),
            )

        assertThat(tracks).isEqualTo(3)
        assertThat(longTracks).isEqualTo(2)
    }

    @Test
    fun `scans a segment`() {
        val tracks = mutableListOf<AlbumTrack>()

        for (track in table.albumTracks.scanAllContents(workerId = WorkerId(1, 4))) {
            tracks.add(track)
        }

        assertThat(tracks).hasSizeLessThanOrEqualTo(4)
    }

    @Test
    fun `collects unreadable rows`() {
        val unreadable = mutableListOf<UnreadableItemException>()
        val albums: List<AlbumInfo> = table.albumInfo.scan(onUnreadableItem = { unreadable.add(it) }).contents

        assertThat(albums).hasSize(2)
        assertThat(unreadable.single()).hasMessageContaining("PLAYLIST_1")
    }

    @Test
    fun `tells the cost`() {
        val page =
            table.albumTracks.query(
                BeginsWith(AlbumTrack.Key("ALBUM_1")),
                returnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            )
        val readUnits: Double? = page.consumedCapacity?.capacityUnits()

        assertThat(readUnits).isEqualTo(0.5)
    }
}
