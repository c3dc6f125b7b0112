package dev.tempest.docs

import dev.tempest.Attribute
import dev.tempest.BeginsWith
import dev.tempest.Codec
import dev.tempest.ForIndex
import dev.tempest.GreaterThanOrEqualTo
import dev.tempest.KeyTemplate
import dev.tempest.TableName
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.MusicDb
import dev.tempest.docs.model.MusicItem
import dev.tempest.docs.model.MusicTable
import dev.tempest.docs.model.PlaylistInfo
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.SecondaryIndex
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.codec
import dev.tempest.sdk2.kotlin.inlineView
import dev.tempest.sdk2.kotlin.logicalTable
import dev.tempest.sdk2.kotlin.query
import dev.tempest.sdk2.kotlin.queryAllContents
import dev.tempest.sdk2.kotlin.scan
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

class DataModellingDocTest : DocTest() {
    @RegisterExtension val noteDb: TestDb = TestDb.of(TestTable.create("notes", NoteItem::class.java))
    @RegisterExtension val officeDb: TestDb = TestDb.of(TestTable.create("offices", OfficeItem::class.java))

    @Test
    fun `makes a database`() {
        val table = open(testDb.enhancedClient())

        assertThat(table.playlistInfo.load(PlaylistInfo.Key("PLAYLIST_1"))?.playlist_name).isEqualTo("Night drive")
    }

    private fun open(enhancedClient: DynamoDbEnhancedClient): MusicTable {
        val db: MusicDb = LogicalDb(enhancedClient)
        val table = db.music

        return table
    }

    @Test
    fun `goes on without rows of the other type with the prefix`() {
        val albums: List<AlbumInfo> = table.albumInfo.scan(onUnreadableItem = {}).contents

        assertThat(albums).hasSize(2)
    }

    @Test
    fun `names tables by environment`() {
        val enhancedClient = testDb.enhancedClient()

        val staging: MusicDb =
            LogicalDb(enhancedClient, tableNameResolver = { _, declaredName -> "staging_$declaredName" })

        assertThat(staging.music.tableName()).isEqualTo("staging_music_items")
    }

    @Test
    fun `gives the raw item`() {
        val codec: Codec<AlbumInfo, MusicItem> = table.codec(AlbumInfo::class)
        val rawItem = codec.toDb(checkNotNull(table.albumInfo.load(AlbumInfo.Key("ALBUM_1"))))

        assertThat(rawItem.sort_key).isEqualTo("INFO_")
        assertThat(codec.toApp(rawItem).album_title).isEqualTo("Harbour Lights")
    }

    interface Library : LogicalTable<MusicItem> {
        val albumInfo: InlineView<AlbumInfo.Key, AlbumInfo>

        fun hasAlbum(albumToken: String): Boolean = albumInfo.load(AlbumInfo.Key(albumToken)) != null
    }

    @Test
    fun `opens a table that no property declares`() {
        val library = db.logicalTable<Library>("music_items")

        assertThat(library.hasAlbum("ALBUM_1")).isTrue()
        assertThat(library.hasAlbum("ALBUM_9")).isFalse()
    }

    @Test
    fun `refuses a wrong model`() {
        assertThatThrownBy { table.inlineView(PlaylistInfo.Key::class, AlbumInfo::class) }
            .hasMessage(
                "PlaylistInfo.Key.playlist_token is not a property of AlbumInfo. Name it as the item type does," +
                    " or make it transient."
            )
    }

    @DynamoDbBean
    class NoteItem {
        @get:DynamoDbPartitionKey var partition_key: String? = null
        @get:DynamoDbSortKey var sort_key: String? = null
        var note_token: String? = null
        var author: String? = null
        var text: String? = null
        var first_letter: String? = null
    }

    class Draft {
        @Attribute(name = "partition_key") var note_token: String? = null
        @Attribute(prefix = "DRAFT_") val sort_key: String = ""
        var text: String? = null

        data class Key(val note_token: String) {
            val sort_key: String = ""
        }
    }

    data class Note(
        @Attribute(names = ["partition_key", "note_token"]) val note_token: String,
        val author: String,
        val text: String,
    ) {
        @Attribute(prefix = "NOTE_") val sort_key: String = ""
        @Transient val words: Int = text.split(" ").size

        @Attribute(name = "first_letter") fun firstLetter(): String = text.take(1)

        data class Key(val note_token: String) {
            val sort_key: String = ""
        }
    }

    data class Tag(
        @Attribute(name = "partition_key") val note_token: String,
        @Attribute(name = "sort_key", prefix = "TAG_") val name: String,
        @Attribute(prefix = "BY_") val author: String? = null,
        @Attribute(prefix = "TEXT_", allowEmpty = true) val text: String? = null,
    ) {
        data class Key(val note_token: String, val name: String)
    }

    interface Authored {
        @get:Attribute(name = "author", prefix = "BY_") val writer: String
    }

    data class Letter(
        @Attribute(name = "partition_key") val note_token: String,
        @Attribute(name = "sort_key", prefix = "LETTER_") val number: String,
        override val writer: String,
        val text: String,
    ) : Authored {
        data class Key(val note_token: String, val number: String)
    }

    @DynamoDbBean
    class OfficeItem {
        @get:DynamoDbPartitionKey var partition_key: String? = null
        @get:DynamoDbSortKey var sort_key: String? = null
        var region: String? = null
        var city: String? = null
        var number: Int? = null
        @get:DynamoDbSecondaryPartitionKey(indexNames = ["place_index"]) var region_city: String? = null
    }

    @KeyTemplate(attribute = "sort_key", value = "OFFICE#{city}#{number:4}")
    @KeyTemplate(attribute = "region_city", value = "{region}#{city}")
    data class Office(
        @Attribute(name = "partition_key") val company: String,
        val region: String,
        val city: String,
        val number: Int,
    ) {
        data class Key(val company: String, val city: String, val number: Int? = null)

        @ForIndex(name = "place_index")
        data class ByPlace(val region: String, val city: String, val company: String? = null, val number: Int? = null)
    }

    interface OfficeTable : LogicalTable<OfficeItem> {
        val offices: InlineView<Office.Key, Office>
        val byPlace: SecondaryIndex<Office.ByPlace, Office>
    }

    @Test
    fun `computes the key of an index`() {
        val offices = LogicalDb<LogicalDb>(officeDb.enhancedClient()).logicalTable<OfficeTable>("offices")
        offices.offices.save(Office("C", "EU", "Bern", 1))
        offices.offices.save(Office("C", "EU", "Bern", 2))
        offices.offices.save(Office("C", "EU", "Rome", 2))

        val inBern = offices.offices.queryAllContents(BeginsWith(Office.Key("C", "Bern"))).toList()
        val fromTheSecond = offices.offices.queryAllContents(GreaterThanOrEqualTo(Office.Key("C", "Bern", 2))).toList()

        assertThat(inBern).extracting<Int> { it.number }.containsExactly(1, 2)
        assertThat(fromTheSecond).containsExactly(Office("C", "EU", "Bern", 2))

        assertThat(offices.byPlace.query(BeginsWith(Office.ByPlace("EU", "Rome"))).contents)
            .containsExactly(Office("C", "EU", "Rome", 2))
    }

    interface NoteTable : LogicalTable<NoteItem> {
        val drafts: InlineView<Draft.Key, Draft>
        val notes: InlineView<Note.Key, Note>
        val tags: InlineView<Tag.Key, Tag>
        val letters: InlineView<Letter.Key, Letter>
    }

    interface NoteDb : LogicalDb {
        @TableName("notes") val notes: NoteTable
    }

    private val notes
        get() = LogicalDb<NoteDb>(noteDb.enhancedClient()).notes

    private fun stored() = noteDb.client().scan { it.tableName("notes") }.items().single()

    private fun s(text: String) = AttributeValue.fromS(text)

    @Test
    fun `allows classes with setters`() {
        notes.drafts.save(
            Draft().apply {
                note_token = "NOTE_1"
                text = "Hello"
            }
        )

        assertThat(notes.drafts.load(Draft.Key("NOTE_1"))?.text).isEqualTo("Hello")
    }

    @Test
    fun `computes and copies`() {
        notes.notes.save(Note("NOTE_1", "Ada", "Hello, world"))

        assertThat(stored())
            .isEqualTo(
                mapOf(
                    "partition_key" to s("NOTE_1"),
                    "note_token" to s("NOTE_1"),
                    "sort_key" to s("NOTE_"),
                    "author" to s("Ada"),
                    "text" to s("Hello, world"),
                    "first_letter" to s("H"),
                )
            )
        assertThat(notes.notes.load(Note.Key("NOTE_1"))?.words).isEqualTo(2)
    }

    @Test
    fun `stores as an interface says`() {
        notes.letters.save(Letter("NOTE_1", "1", "Ada", "Hello"))

        assertThat(stored()).containsEntry("author", s("BY_Ada"))
        assertThat(notes.letters.load(Letter.Key("NOTE_1", "1"))?.writer).isEqualTo("Ada")
    }

    @Test
    fun `leaves out what is empty`() {
        notes.tags.save(Tag("NOTE_1", "red"))

        assertThat(stored())
            .isEqualTo(mapOf("partition_key" to s("NOTE_1"), "sort_key" to s("TAG_red"), "author" to s("BY_")))
        assertThat(notes.tags.load(Tag.Key("NOTE_1", "red"))).isEqualTo(Tag("NOTE_1", "red", "", null))
    }
}
