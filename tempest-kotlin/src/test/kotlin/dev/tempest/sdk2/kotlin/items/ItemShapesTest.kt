package dev.tempest.sdk2.kotlin.items

import dev.tempest.Attribute
import dev.tempest.TableName
import dev.tempest.UnreadableItemException
import dev.tempest.Version
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.inlineView
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import kotlin.reflect.KClass
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

/** Item types in the shapes that Kotlin has, and what becomes of rows that lack some of their attributes. */
class ItemShapesTest {
    @RegisterExtension val dynamo: TestDb = TestDb.of(TestTable.create("songs", SongRow::class.java))

    interface SongDb : LogicalDb {
        @TableName("songs") val songs: LogicalTable<SongRow>
    }

    data class Key(val artist: String) {
        val sort_key: String = ""
    }

    private inline fun <reified I : Any> view(): InlineView<Key, I> =
        LogicalDb<SongDb>(dynamo.enhancedClient()).songs.inlineView(Key::class, I::class)

    /** Writes a row with its key and the given attributes, and loads it. */
    private inline fun <reified I : Any> load(vararg attributes: Pair<String, AttributeValue>): I? {
        val row = mapOf("artist" to s("Nina"), "sort_key" to s("SONG_"), *attributes)
        dynamo.client().putItem { it.tableName("songs").item(row) }
        return view<I>().load(Key("Nina"))
    }

    private fun s(text: String) = AttributeValue.fromS(text)

    private fun n(number: Int) = AttributeValue.fromN("$number")

    data class WithDefaults(
        val artist: String,
        val title: String,
        val label: String = title.uppercase(),
        val tags: List<String> = listOf("new"),
        val plays: Long = 5,
        val rating: Int? = 3,
        val live: Boolean,
    ) {
        @Attribute(prefix = "SONG_") val sort_key: String = ""
    }

    @Test
    fun `absent attributes take the constructor's defaults`() {
        val live = "live" to AttributeValue.fromBool(true)

        assertThat(load<WithDefaults>("title" to s("Lilac"), live))
            .isEqualTo(WithDefaults("Nina", "Lilac", "LILAC", listOf("new"), 5, 3, true))
        assertThat(load<WithDefaults>("title" to s("Lilac"), live, "plays" to n(9), "label" to s("Philips")))
            .isEqualTo(WithDefaults("Nina", "Lilac", "Philips", listOf("new"), 9, 3, true))
    }

    @Test
    fun `all attributes come back as they were saved`() {
        val item = WithDefaults("Nina", "Lilac", "Philips", listOf("a", "b"), 7, 1, false)

        assertThat(view<WithDefaults>().save(item)).isEqualTo(item)
        assertThat(view<WithDefaults>().load(Key("Nina"))).isEqualTo(item)
    }

    @Test
    fun `a missing non-null property is an error that names row, type and property`() {
        val unreadable = assertThrows<UnreadableItemException> { load<WithDefaults>() }

        assertThat(unreadable)
            .hasMessageContaining("{artist=Nina, sort_key=SONG_}")
            .hasMessageContaining("ItemShapesTest.WithDefaults: ")
            .hasMessageContaining("it has no attribute title, which ItemShapesTest.WithDefaults.title (String) needs")
        assertThat(unreadable.itemType()).isEqualTo(WithDefaults::class.java)
    }

    @Test
    fun `a missing number or boolean without a default is no zero beside others with defaults`() {
        assertThatThrownBy { load<WithDefaults>("title" to s("Lilac")) }
            .isInstanceOf(UnreadableItemException::class.java)
            .hasMessageContaining("WithDefaults.live (boolean) needs")
    }

    data class WithNulls(val artist: String, val title: String?, val plays: Long?, private val label: String) {
        @Attribute(prefix = "SONG_") val sort_key: String = ""
    }

    @Test
    fun `nullable properties are null and private ones are checked too`() {
        assertThat(load<WithNulls>("label" to s("Philips"))).isEqualTo(WithNulls("Nina", null, null, "Philips"))
        assertThatThrownBy { load<WithNulls>() }
            .isInstanceOf(UnreadableItemException::class.java)
            .hasMessageContaining("WithNulls.label (String) needs")
    }

    class Mutable(val artist: String) {
        @Attribute(prefix = "SONG_") var sort_key: String = ""
        lateinit var title: String
        var plays: Long = 1
        var label: String = "none"
        var rating: Int? = null
        val initial by lazy { title.take(1) }
        @Transient var seen: Boolean = false
        val description: String
            get() = "$title ($label)"
    }

    @Test
    fun `properties outside of the constructor keep what they begin with`() {
        val loaded = checkNotNull(load<Mutable>("title" to s("Lilac"), "plays" to n(4)))

        assertThat(loaded.description).isEqualTo("Lilac (none)")
        assertThat(loaded.initial).isEqualTo("L")
        assertThat(loaded.plays).isEqualTo(4)
        assertThat(loaded.rating).isNull()
        assertThatThrownBy { load<Mutable>() }
            .isInstanceOf(UnreadableItemException::class.java)
            .hasMessageContaining("it has no attribute title, which ItemShapesTest.Mutable.title (String) needs")
    }

    @Test
    fun `delegated and transient properties are not stored`() {
        view<Mutable>().save(Mutable("Nina").apply { title = "Lilac" })

        assertThat(dynamo.client().scan { it.tableName("songs") }.items().single().keys)
            .containsExactlyInAnyOrder("artist", "sort_key", "title", "plays", "label")
    }

    @Retention(AnnotationRetention.BINARY) annotation class Word(val text: String)

    @Retention(AnnotationRetention.BINARY)
    annotation class Note(val words: Array<Word>, val number: Long, val kind: AnnotationRetention, val type: KClass<*>)

    class Private
    private constructor(
        val artist: String,
        @field:Note([Word("a"), Word("b")], 3, AnnotationRetention.SOURCE, String::class) val title: String,
        val plays: Long = 2,
    ) {
        @Attribute(prefix = "SONG_") val sort_key: String = ""

        companion object {
            fun of(artist: String) = Private(artist, "Untitled")
        }
    }

    @Test
    fun `a private constructor is used like any other`() {
        assertThat(checkNotNull(load<Private>("title" to s("Lilac"))).plays).isEqualTo(2)
        assertThat(view<Private>().save(Private.of("Nina")).title).isEqualTo("Untitled")
        assertThatThrownBy { load<Private>() }
            .isInstanceOf(UnreadableItemException::class.java)
            .hasMessageContaining("Private.title (String) needs")
    }

    data class Overloaded
    @JvmOverloads
    constructor(val artist: String = "Nobody", val title: String = "Untitled", val plays: Long = 0) {
        @Attribute(prefix = "SONG_") val sort_key: String = ""
    }

    @Test
    fun `of several constructors the one with all properties is used`() {
        assertThat(load<Overloaded>("plays" to n(3))).isEqualTo(Overloaded("Nina", "Untitled", 3))
    }

    data class Checked(val artist: String, val rating: Int) {
        @Attribute(prefix = "SONG_") val sort_key: String = ""

        init {
            require(rating in 1..5) { "a rating is from 1 to 5" }
        }
    }

    @Test
    fun `what the constructor refuses cannot be read`() {
        assertThatThrownBy { load<Checked>("rating" to n(9)) }
            .isInstanceOf(UnreadableItemException::class.java)
            .hasMessageContaining("ItemShapesTest.Checked: its constructor threw")
            .hasRootCauseMessage("a rating is from 1 to 5")
    }

    data class Versioned(val artist: String, val title: String, @Version val plays: Long = 0) {
        @Attribute(prefix = "SONG_") val sort_key: String = ""
    }

    @Test
    fun `annotations on properties of the constructor are found`() {
        val first = view<Versioned>().save(Versioned("Nina", "Lilac"))

        assertThat(first.plays).isEqualTo(1)
        assertThat(view<Versioned>().update(Key("Nina")) { it.copy(title = "Lilac Wine") })
            .isEqualTo(Versioned("Nina", "Lilac Wine", 2))
    }

    @JvmInline value class Title(val text: String)

    data class WithValueClass(val artist: String, val title: Title, val plays: Long = 0) {
        @Attribute(prefix = "SONG_") val sort_key: String = ""
    }

    data class WithPrivateValueClass(val artist: String, private val title: Title) {
        @Attribute(prefix = "SONG_") val sort_key: String = ""
    }

    data class WithUnsigned(val artist: String, val plays: ULong) {
        @Attribute(prefix = "SONG_") val sort_key: String = ""
    }

    class WithMutableValueClass(val artist: String) {
        @Attribute(prefix = "SONG_") val sort_key: String = ""
        var title: Title? = null
    }

    @Test
    fun `value classes are refused when the view is made`() {
        val refusal = " is of a value class, which Java sees as the type that it wraps. Declare it as"

        assertThatThrownBy { view<WithValueClass>() }
            .hasMessageContaining(
                "WithValueClass.title is of a value class, which Java sees as the type that it wraps. Declare it as"
            )
        assertThatThrownBy { view<WithPrivateValueClass>() }.hasMessageContaining("WithPrivateValueClass.title$refusal")
        assertThatThrownBy { view<WithUnsigned>() }.hasMessageContaining("WithUnsigned.plays$refusal")
        assertThatThrownBy { view<WithMutableValueClass>() }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessageContaining("WithMutableValueClass.title$refusal")
    }
}
