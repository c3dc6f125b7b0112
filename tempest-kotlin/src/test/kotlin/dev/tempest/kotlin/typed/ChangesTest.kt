package dev.tempest.kotlin.typed

import dev.tempest.Attributes
import dev.tempest.kotlin.attr
import dev.tempest.kotlin.changes
import dev.tempest.kotlin.div
import dev.tempest.kotlin.eq
import dev.tempest.kotlin.get
import dev.tempest.kotlin.list
import dev.tempest.kotlin.map
import dev.tempest.kotlin.number
import dev.tempest.kotlin.set
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test

/** Changes by property references. */
class ChangesTest {
    @Test
    fun `a block makes the changes that Java's methods make`() {
        val change =
            changes<Album> {
                Named::name set "x"
                Album::title set null
                Album::plays add 1
                Album::likes setIfAbsent 0
                Album::tags addAll setOf("folk")
                Album::years removeAll listOf(1987)
                Album::tracks append "last"
                Album::note.remove()
                Album::label / Label::slogan set "y"
                onlyIf(Album::isOpen eq true)
                orCreate()
            }

        val byJava =
            Attributes.changes<Album>(
                    attr(Named::name).set("x"),
                    attr(Album::title).set(null),
                    number(Album::plays).add(1),
                    attr(Album::likes).setIfAbsent(0),
                    set(Album::tags).addAll(setOf("folk")),
                    set(Album::years).removeAll(listOf(1987)),
                    list(Album::tracks).append("last"),
                    attr(Album::note).remove(),
                    attr(Album::label / Label::slogan).set("y"),
                )
                .onlyIf(Album::isOpen eq true)
                .orCreate()
        assertThat(change).isEqualTo(byJava)
    }

    @Test
    fun `elements of lists have indexes`() {
        val change =
            changes<Album> {
                (Album::tracks)[0] = "x"
                Album::tracks.remove(2)
            }

        assertThat(change)
            .isEqualTo(Attributes.changes<Album>(list(Album::tracks).set(0, "x"), list(Album::tracks).remove(2)))
    }

    @Test
    fun `values of maps have keys, and properties of elements can be changed`() {
        val change =
            changes<Album> {
                Album::sales["NZ"] add 1
                (Album::sales)["AU"] = 5L
                Album::sales["FR"].remove()
                Album::labels[0] / Label::slogan set "x"
                Album::byYear[1987] append Label(null, "y")
                Album::tracks[3] setIfAbsent "z"
            }

        assertThat(change)
            .isEqualTo(
                Attributes.changes<Album>(
                    Attributes.number(map(Album::sales).at("NZ")).add(1),
                    map(Album::sales).at("AU").set(5L),
                    map(Album::sales).at("FR").remove(),
                    (list(Album::labels).at(0) / Label::slogan).set("x"),
                    Attributes.list(map(Album::byYear).at(1987)).append(Label(null, "y")),
                    list(Album::tracks).at(3).setIfAbsent("z"),
                )
            )
    }

    @Test
    fun `changes that overlap, or none, are refused`() {
        assertThatThrownBy {
                changes<Album> {
                    Album::title set "x"
                    Album::title.remove()
                }
            }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessageContaining("Two changes of Album.title")
        assertThatThrownBy { changes<Album> {} }.isInstanceOf(IllegalArgumentException::class.java)
    }
}
