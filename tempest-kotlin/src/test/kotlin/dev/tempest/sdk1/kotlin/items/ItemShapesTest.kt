package dev.tempest.sdk1.kotlin.items

import com.amazonaws.services.dynamodbv2.model.AttributeValue
import dev.tempest.Attribute
import dev.tempest.UnreadableItemException
import dev.tempest.Version
import dev.tempest.sdk1.InlineView
import dev.tempest.sdk1.LogicalDb
import dev.tempest.sdk1.LogicalTable
import dev.tempest.sdk1.kotlin.LogicalDb
import dev.tempest.sdk1.kotlin.Sdk1Db
import dev.tempest.sdk1.kotlin.inlineView
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

/** Item types of Kotlin over SDK 1.x, and what becomes of rows that lack some of their attributes. */
class ItemShapesTest {
    @RegisterExtension val dynamo = Sdk1Db("songs" to SongRow::class)

    interface SongDb : LogicalDb {
        val songs: LogicalTable<SongRow>
    }

    data class Key(val artist: String) {
        val sort_key: String = ""
    }

    private inline fun <reified I : Any> view(): InlineView<Key, I> =
        LogicalDb<SongDb>(dynamo.mapper).songs.inlineView(Key::class, I::class)

    private fun put(vararg attributes: Pair<String, AttributeValue>) {
        dynamo.client.putItem("songs", mapOf("artist" to s("Nina"), "sort_key" to s("SONG_"), *attributes))
    }

    private fun s(text: String) = AttributeValue(text)

    private fun n(number: Int) = AttributeValue().withN("$number")

    data class WithDefaults(
        val artist: String,
        val title: String,
        val label: String = title.uppercase(),
        val tags: List<String> = listOf("new"),
        val plays: Long = 5,
        val rating: Int? = 3,
    ) {
        @Attribute(prefix = "SONG_") val sort_key: String = ""
    }

    @Test
    fun `absent attributes take the constructor's defaults`() {
        put("title" to s("Lilac"), "plays" to n(9))

        assertThat(view<WithDefaults>().load(Key("Nina")))
            .isEqualTo(WithDefaults("Nina", "Lilac", "LILAC", listOf("new"), 9, 3))
    }

    @Test
    fun `all attributes come back as they were saved`() {
        val item = WithDefaults("Nina", "Lilac", "Philips", listOf("a", "b"), 7, 1)

        assertThat(view<WithDefaults>().save(item)).isEqualTo(item)
        assertThat(view<WithDefaults>().load(Key("Nina"))).isEqualTo(item)
    }

    @Test
    fun `a missing non-null property is an error that names row, type and property`() {
        put()

        assertThatThrownBy { view<WithDefaults>().load(Key("Nina")) }
            .isInstanceOf(UnreadableItemException::class.java)
            .hasMessageContaining("{artist=Nina, sort_key=SONG_}")
            .hasMessageContaining("it has no attribute title, which ItemShapesTest.WithDefaults.title (String) needs")
    }

    data class Versioned(val artist: String, val title: String, @Version val plays: Long = 0) {
        @Attribute(prefix = "SONG_") val sort_key: String = ""
    }

    @Test
    fun `annotations on properties of the constructor are found`() {
        val first = view<Versioned>().save(Versioned("Nina", "Lilac"))

        assertThat(first.plays).isEqualTo(1)
        assertThat(view<Versioned>().save(first.copy(title = "Lilac Wine")))
            .isEqualTo(Versioned("Nina", "Lilac Wine", 2))
    }

    @JvmInline value class Title(val text: String)

    data class WithValueClass(val artist: String, val title: Title) {
        @Attribute(prefix = "SONG_") val sort_key: String = ""
    }

    data class WithUnsigned(val artist: String, val plays: ULong) {
        @Attribute(prefix = "SONG_") val sort_key: String = ""
    }

    @Test
    fun `value classes are refused when the view is made`() {
        val refusal = " is of a value class, which Java sees as the type that it wraps. Declare it as"

        assertThatThrownBy { view<WithValueClass>() }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessageContaining("WithValueClass.title$refusal")
        assertThatThrownBy { view<WithUnsigned>() }.hasMessageContaining("WithUnsigned.plays$refusal")
    }
}
