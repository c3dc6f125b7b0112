package dev.tempest.kotlin.typed

import dev.tempest.Attributes
import dev.tempest.Condition
import dev.tempest.kotlin.absent
import dev.tempest.kotlin.and
import dev.tempest.kotlin.attr
import dev.tempest.kotlin.beginsWith
import dev.tempest.kotlin.between
import dev.tempest.kotlin.contains
import dev.tempest.kotlin.div
import dev.tempest.kotlin.eq
import dev.tempest.kotlin.exists
import dev.tempest.kotlin.ge
import dev.tempest.kotlin.get
import dev.tempest.kotlin.gt
import dev.tempest.kotlin.isIn
import dev.tempest.kotlin.le
import dev.tempest.kotlin.list
import dev.tempest.kotlin.lt
import dev.tempest.kotlin.map
import dev.tempest.kotlin.ne
import dev.tempest.kotlin.number
import dev.tempest.kotlin.or
import dev.tempest.kotlin.set
import dev.tempest.kotlin.size
import dev.tempest.kotlin.text
import java.net.URI
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test

/** Conditions by property references. */
class ConditionsTest {
    private fun shown(condition: Condition<in Album>): String = condition.toString()

    @Test
    fun `operators stand between a property and a value`() {
        assertThat(shown(Album::name eq "x")).isEqualTo("Album.name = ?")
        assertThat(shown(Album::title ne "x")).isEqualTo("Album.title <> ?")
        assertThat(shown(Album::plays lt 5)).isEqualTo("Album.plays < ?")
        assertThat(shown(Album::plays le 5L)).isEqualTo("Album.plays <= ?")
        assertThat(shown(Album::likes gt 5)).isEqualTo("Album.likes > ?")
        assertThat(shown(Album::likes ge 5)).isEqualTo("Album.likes >= ?")
        assertThat(shown(Album::plays between 1L..5L)).isEqualTo("Album.plays BETWEEN ? AND ?")
        assertThat(shown(Album::likes isIn listOf(1, 2))).isEqualTo("Album.likes IN (2 values)")
        assertThat(shown(Album::isOpen eq true)).isEqualTo("Album.isOpen = ?")
        assertThat(shown(Album::note eq "x")).isEqualTo("Album.note = ?")
    }

    @Test
    fun `null means no value`() {
        val nothing: String? = null
        assertThat(shown(Album::title eq null)).isEqualTo("Album.title = null")
        assertThat(shown(Album::title ne nothing)).isEqualTo("Album.title <> null")
        assertThat(shown(Album::title.exists())).isEqualTo("attribute_exists(Album.title)")
        assertThat(shown(Album::title.absent())).isEqualTo("attribute_not_exists(Album.title)")
    }

    @Test
    fun `text and collections have operators of their own`() {
        assertThat(shown(Album::title beginsWith "x")).isEqualTo("begins_with(Album.title, ?)")
        assertThat(shown(Album::title contains "x")).isEqualTo("contains(Album.title, ?)")
        assertThat(shown(Album::tags contains "x")).isEqualTo("contains(Album.tags, ?)")
        assertThat(shown(Album::tracks contains "x")).isEqualTo("contains(Album.tracks, ?)")
        assertThat(shown(Album::years contains 1987)).isEqualTo("contains(Album.years, ?)")
        assertThat(shown(Album::tags.size() gt 2)).isEqualTo("size(Album.tags) > 2")
        assertThat(shown(Album::title.size() between 1..5)).isEqualTo("size(Album.title) BETWEEN 1 AND 5")
    }

    @Test
    fun `conditions are joined`() {
        assertThat(
                shown((Album::name eq "x") and ((Album::plays gt 1) or (Album::likes lt 5)) and (Named::name ne "y"))
            )
            .isEqualTo("(Album.name = ? AND (Album.plays > ? OR Album.likes < ?) AND Named.name <> ?)")
        assertThat(shown(!(Album::name eq "x"))).isEqualTo("NOT (Album.name = ?)")
    }

    @Test
    fun `a property is compared with another`() {
        assertThat(shown(Album::name eq Album::title)).isEqualTo("Album.name = Album.title")
        assertThat(shown(Album::title gt Album::name)).isEqualTo("Album.title > Album.name")
    }

    @Test
    fun `a path leads into nested values`() {
        assertThat(shown(Album::label / Label::slogan beginsWith "x")).isEqualTo("begins_with(Album.label.slogan, ?)")
        assertThat(shown(Album::label / Label::city / City::people ge 5)).isEqualTo("Album.label.city.people >= ?")
        assertThat(shown((Album::label / Label::city).exists())).isEqualTo("attribute_exists(Album.label.city)")
        assertThat(shown(Album::label / (Label::city / City::name) eq "x")).isEqualTo("Album.label.city.name = ?")
    }

    @Test
    fun `a path leads into lists and maps`() {
        assertThat(shown(Album::tracks[0] eq "x")).isEqualTo("Album.tracks[0] = ?")
        assertThat(shown(Album::tracks[0] beginsWith "x")).isEqualTo("begins_with(Album.tracks[0], ?)")
        assertThat(shown(Album::labels[2] / Label::slogan eq "x")).isEqualTo("Album.labels[2].slogan = ?")
        assertThat(shown(Album::labels[2] / Label::city / City::people ge 5))
            .isEqualTo("Album.labels[2].city.people >= ?")
        assertThat(shown(Album::labels[2] / (Label::city / City::name) eq "x"))
            .isEqualTo("Album.labels[2].city.name = ?")
        assertThat(shown(Album::sales["NZ"] gt 5)).isEqualTo("Album.sales[*] > ?")
        assertThat(shown(Album::byYear[1987][0] / Label::slogan eq null)).isEqualTo("Album.byYear[*][0].slogan = null")
        assertThat(shown(Album::byYear[1987].size() lt 3)).isEqualTo("size(Album.byYear[*]) < 3")
        assertThat(shown((Album::labels[0]).exists())).isEqualTo("attribute_exists(Album.labels[0])")
    }

    @Test
    fun `such a path is what Java's methods make`() {
        val index = 2
        assertThat(Album::labels[index] / Label::slogan eq "x")
            .isEqualTo((list(Album::labels).at(index) / Label::slogan).eq("x"))
        assertThat(Album::sales["NZ"] eq 5L).isEqualTo(map(Album::sales).at("NZ").eq(5L))
        assertThat(Album::sales["NZ"] eq 5L).isNotEqualTo(Album::sales["AU"] eq 5L)
    }

    @Test
    fun `such a path reads what it names`() {
        val album =
            Album(
                "a",
                null,
                1,
                null,
                true,
                setOf(),
                listOf("x"),
                setOf(),
                null,
                null,
                listOf(Label(null, "s")),
                mapOf("NZ" to 7L),
            )
        assertThat((Album::tracks[0]).get(album)).isEqualTo("x")
        assertThat((Album::tracks[1]).get(album)).isNull()
        assertThat((Album::labels[0] / Label::slogan)(album)).isEqualTo("s")
        assertThat((Album::sales["NZ"])(album)).isEqualTo(7L)
        assertThat((Album::sales["AU"])(album)).isNull()
    }

    @Test
    fun `inherited properties are those of the class that is named`() {
        assertThat((Derived::inherited eq "x").toString()).endsWith(".inherited = ?")
    }

    @Test
    fun `attributes for Java's methods`() {
        assertThat(attr(Album::title)).hasToString("Album.title")
        assertThat(text(Album::title)).hasToString("Album.title")
        assertThat(number(Album::plays)).hasToString("Album.plays")
        assertThat(set(Album::tags)).hasToString("Album.tags")
        assertThat(list(Album::tracks)).hasToString("Album.tracks")
        assertThat(attr(Album::label / Label::slogan).eq("x")).hasToString("Album.label.slogan = ?")
    }

    @Test
    fun `a class written in Java is named by its getters`() {
        assertThat(attr(URI::getHost).eq("x")).hasToString("URI.getHost = ?")
    }

    @Test
    fun `a lambda is refused, and the message says what to write`() {
        assertThatThrownBy { Attributes.attr { album: Album -> album.title } }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessageContaining("Use a property reference")
        assertThatThrownBy { Attributes.attr(Album::title) }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessageContaining("Use a property reference")
    }
}
