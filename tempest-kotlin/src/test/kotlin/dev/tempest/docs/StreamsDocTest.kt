package dev.tempest.docs

import dev.tempest.KeyTemplate
import dev.tempest.Table
import dev.tempest.TableName
import dev.tempest.items.ChangeKind
import dev.tempest.items.Changes
import dev.tempest.items.Export
import dev.tempest.items.ItemChange
import dev.tempest.items.ReadRecord
import dev.tempest.items.TypedItem
import dev.tempest.items.UnknownItem
import dev.tempest.items.UnreadableRecord
import dev.tempest.kotlin.number
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.TableDefinition
import dev.tempest.sdk2.items.HandleOnce
import dev.tempest.sdk2.items.HandledChangeTable
import dev.tempest.sdk2.items.ItemReader
import dev.tempest.sdk2.items.ItemWriter
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import java.nio.file.Files
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import org.junit.jupiter.api.io.TempDir
import software.amazon.awssdk.services.dynamodb.model.AttributeValue
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType
import software.amazon.awssdk.services.dynamodb.model.StreamViewType

/** The code of the documentation about streams and exports. */
class StreamsDocTest {
    @RegisterExtension
    val testDb: TestDb = TestDb.of(TestTable.create("handled_changes", HandledChangeTable::class.java))

    @KeyTemplate(attribute = "pk", value = "ALBUM#{album}", keyOnly = ["album"])
    @KeyTemplate(attribute = "sk", value = "INFO")
    data class Album(val album: String, val title: String, val tracks: Int) {
        data class Key(val album: String)
    }

    @KeyTemplate(attribute = "pk", value = "ALBUM#{album}", keyOnly = ["album"])
    @KeyTemplate(attribute = "sk", value = "TRACK#{number:3}", keyOnly = ["number"])
    data class Track(val album: String, val number: Int, val title: String) {
        data class Key(val album: String, val number: Int)
    }

    @Table(partitionKey = "pk", sortKey = "sk")
    interface CatalogTable : LogicalTable<Map<String, AttributeValue>> {
        val albums: InlineView<Album.Key, Album>
        val tracks: InlineView<Track.Key, Track>
    }

    interface CatalogDb : LogicalDb {
        @get:TableName("catalog") val catalog: CatalogTable
        @get:TableName("handled_changes") val handledChanges: HandledChangeTable
    }

    private val reader = ItemReader.of(CatalogTable::class.java)
    private val index = mutableListOf<Any>()
    private val parked = mutableListOf<UnreadableRecord>()
    private lateinit var db: CatalogDb

    @BeforeEach
    fun createTable() {
        testDb
            .client()
            .createTable(
                TableDefinition.of(CatalogTable::class.java)
                    .withStream(StreamViewType.NEW_AND_OLD_IMAGES)
                    .createTableRequest("catalog")
            )
        db = LogicalDb(testDb.enhancedClient())
        db.catalog.albums.create(Album("a", "Harbour Lights", 0))
        db.catalog.tracks.create(Track("a", 1, "Low Tide"))
        db.catalog.tracks.deleteKey(Track.Key("a", 1))
    }

    private fun response(): GetRecordsResponse {
        val streams = testDb.streamsClient()
        val arn = testDb.client().describeTable { it.tableName("catalog") }.table().latestStreamArn()
        val shard = streams.describeStream { it.streamArn(arn) }.streamDescription().shards().first().shardId()
        val iterator =
            streams
                .getShardIterator { it.streamArn(arn).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON) }
                .shardIterator()
        return streams.getRecords { it.shardIterator(iterator) }
    }

    @Test
    fun `reads records`() {
        val response = response()
        val reader = ItemReader.of(CatalogTable::class.java)

        val records = reader.records(response.records())

        assertThat(records).hasSize(3)
    }

    @Test
    fun `handles by type`() {
        val response = response()

        val changes =
            Changes.on(Album::class.java) { change -> change.after().ifPresent { index.add(it) } }
                .and(Track::class.java) { change ->
                    if (change.kind().isRemoval) {
                        index.remove(change.before().orElseThrow())
                    } else {
                        index.add(change.after().orElseThrow())
                    }
                }
                .onUnreadable { parked.add(it) }

        val handled = changes.handle(reader.records(response.records()))

        assertThat(handled.isComplete).isTrue()
        assertThat(index).containsExactly(Album("a", "Harbour Lights", 0))
    }

    @Test
    fun `reads keys`() {
        val change = reader.records(response().records())[1] as ItemChange<*>

        val key = reader.key(Track.Key::class.java, change)

        assertThat(key).isEqualTo(Track.Key("a", 1))
    }

    class AlbumIndexer {
        private val changes =
            Changes.on(Album::class.java) { change -> index(change.item().orElseThrow()) }
                .onUnreadable { record -> System.err.println(record) }

        fun handleRequest(event: Map<String, Any>): Map<String, Any> =
            changes.handle(reader.lambdaEvent(event)).lambdaResponse()

        private fun index(album: Album) = check(album.title.isNotEmpty())

        companion object {
            private val reader = ItemReader.of(CatalogTable::class.java)
        }
    }

    @Test
    fun `handles a Lambda event`() {
        assertThat(AlbumIndexer().handleRequest(mapOf("Records" to listOf<Any>())))
            .isEqualTo(mapOf("batchItemFailures" to listOf<Any>()))
    }

    @Test
    fun `reads Kinesis`() {
        val data = "{}".toByteArray()
        val sequenceNumber = "49590338271490256608559692538361571095921575989136588898"

        reader.kinesisRecord(data, sequenceNumber).ifPresent { record -> changes().handle(listOf(record)) }

        assertThat(parked.single().reason()).isEqualTo("dynamodb is missing.")
    }

    private fun changes() = Changes.on(Album::class.java) { index.add(it) }.onUnreadable { parked.add(it) }

    @Test
    fun `counts once`() {
        val records = reader.records(response().records())

        val once = HandleOnce.of(db, db.handledChanges, "track-counts")
        val changes =
            Changes.on(
                Track::class.java,
                once.writing<Track> { change, writes ->
                    if (change.kind() == ChangeKind.CREATED) {
                        val track = change.after().orElseThrow()
                        writes.patch(Album.Key(track.album), number(Album::tracks).add(1))
                    }
                },
            )

        changes.handle(records).orThrow()
        changes.handle(records).orThrow()
        assertThat(db.catalog.albums.load(Album.Key("a"))?.tracks).isEqualTo(1)
    }

    @Test
    fun `calls once`() {
        val records: List<ReadRecord> = reader.records(response().records())
        val once = HandleOnce.of(db, db.handledChanges, "mails")

        val changes = Changes.on(Album::class.java, once.calling<Album> { change -> send(change) })

        changes.handle(records).orThrow()
        changes.handle(records).orThrow()
        assertThat(index).hasSize(1)
    }

    private fun send(change: ItemChange<Album>) {
        index.add(change)
    }

    @Test
    fun `writes and reads files`(@TempDir directory: Path) {
        val albums = listOf(Album("a", "Harbour Lights", 3), Album("b", "Night Ferry", 1))

        val files = ItemWriter.of(CatalogTable::class.java).write(albums, directory, "albums")

        assertThat(files).containsExactly(directory.resolve("albums-00001.json.gz"))

        val found = mutableListOf<Any>()
        Export.of(directory).items(reader).use { items ->
            items.forEach { item ->
                when (item) {
                    is TypedItem<*> -> found.add(item.item())
                    is UnknownItem -> println("An item of no type: ${item.key()}")
                    is UnreadableRecord -> System.err.println(item)
                }
            }
        }

        assertThat(found).isEqualTo(albums)
    }

    @Test
    fun `reads changes`(@TempDir directory: Path) {
        Files.writeString(
            directory.resolve("a.json"),
            """{"Metadata":{},"Keys":{"pk":{"S":"ALBUM#a"},"sk":{"S":"INFO"}}}""",
        )

        Export.of(directory).changes(reader).use { records -> changes().handle(records).orThrow() }

        assertThat((index.single() as ItemChange<*>).kind()).isEqualTo(ChangeKind.DELETED)
    }
}
