package dev.tempest.kotlin.compiler

import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** What the compiler lets callers write about properties, and what it does not. */
class TypedExpressionsTest {
    @TempDir lateinit var directory: Path

    private val model =
        """
        import dev.tempest.Change
        import dev.tempest.Condition
        import dev.tempest.kotlin.*
        import dev.tempest.sdk2.Increment
        import dev.tempest.sdk2.InlineView
        import dev.tempest.sdk2.kotlin.increment

        interface Named { val name: String }
        class City(val name: String)
        class Label(val city: City?, val slogan: String)
        class Album(
            override val name: String, val title: String?, val plays: Long, val count: Int?, val tags: Set<String>,
            val tracks: List<String>, val label: Label?, val labels: List<Label>?, val sales: Map<String, Long>,
        ) : Named
        class Other(val title: String, val number: Long)

        fun save(condition: Condition<in Album>) {}
        fun patch(change: Change<in Album>) {}
        lateinit var albums: InlineView<String, Album>
        """
            .trimIndent() + "\n"

    private fun source(expressions: List<String>) =
        model + expressions.withIndex().joinToString("\n") { (index, it) -> "fun use$index() { $it }" }

    private val good =
        listOf(
            "save(Album::title eq \"x\")",
            "save(Album::title eq null)",
            "save(Album::plays gt 5)",
            "save(Album::plays gt 5L and (Album::count le 3))",
            "save(Album::plays between 1L..5L)",
            "save(Album::count isIn setOf(1, 2))",
            "save(Album::tags contains \"x\" or (Album::title beginsWith \"x\"))",
            "save(Named::name eq \"x\")",
            "save(Album::title ne Album::name)",
            "save(Album::label / Label::city / City::name eq \"x\")",
            "save(!(Album::tags.size() gt 5))",
            "patch(changes<Album> { Album::title set \"x\"; Album::plays add 1; Named::name set \"x\" })",
            "patch(changes<Album> { Album::title set null; Album::tags addAll setOf(\"x\"); Album::tracks append \"x\" })",
            "patch(changes<Album> { Album::label / Label::slogan set \"x\"; onlyIf(Album::title eq \"x\"); orCreate() })",
            "patch(attr(Album::title).set(\"x\"))",
            "albums.increment(\"k\", Album::plays, 1)",
            "albums.increment(\"k\", Increment.of(number(Album::plays), 1).and(number(Album::count), 2))",
            // Elements of lists and values of maps.
            "save(Album::tracks[0] eq \"x\")",
            "save(Album::labels[0] / Label::city / City::name beginsWith \"x\")",
            "save(Album::sales[\"x\"] gt 5)",
            "save((list(Album::labels).at(0) / Label::slogan).eq(\"x\"))",
            "patch(changes<Album> { Album::sales[\"x\"] add 1; Album::labels[0] / Label::slogan set \"x\" })",
            "patch(changes<Album> { (Album::tracks)[0] = \"x\"; (Album::sales)[\"y\"] = 5L; Album::labels[1].remove() })",
        )

    private val bad =
        listOf(
            // A value of another type.
            "save(Album::title eq 5)",
            "save(Album::title ne 5)",
            "save(Album::plays lt \"x\")",
            "save(Album::plays le 1.5)",
            "save(Album::plays gt \"x\")",
            "save(Album::count ge 5L)",
            "save(Album::plays lt null)",
            "save(Album::plays between 1..5)",
            "save(Album::plays between \"a\"..\"b\")",
            "save(Album::count isIn setOf(\"x\"))",
            "save(Album::title eq Album::plays)",
            "save(Album::tags contains 5)",
            "save(Album::tracks contains 5)",
            "save(Album::title.size() gt \"x\")",
            "save(Album::label / Label::slogan eq 5)",
            "patch(changes<Album> { Album::title set 5 })",
            "patch(changes<Album> { Album::count setIfAbsent \"x\" })",
            "patch(changes<Album> { Album::plays add \"x\" })",
            "patch(changes<Album> { Album::tags addAll setOf(5) })",
            "patch(changes<Album> { Album::tags removeAll setOf(5) })",
            "patch(changes<Album> { Album::tracks append 5 })",
            "patch(changes<Album> { Album::tracks prepend 5 })",
            "patch(changes<Album> { (Album::tracks)[0] = 5 })",
            "patch(attr(Album::title).set(5))",
            // Elements of lists and values of maps.
            "save(Album::tracks[0] eq 5)",
            "save(Album::tracks[\"x\"] eq \"y\")",
            "save(Album::sales[5] gt 5L)",
            "save(Album::sales[\"x\"] gt \"y\")",
            "save(Album::title[0] eq \"x\")",
            "save(Album::labels[0] / City::name eq \"x\")",
            "save((list(Album::labels).at(0) / City::name).eq(\"x\"))",
            "patch(changes<Album> { (Album::sales)[\"x\"] = \"y\" })",
            "patch(changes<Album> { Album::tracks[0] add 1 })",
            // An operator that the property does not have.
            "save(Album::plays beginsWith \"x\")",
            "save(Album::plays contains \"x\")",
            "patch(changes<Album> { Album::title add 1 })",
            "patch(changes<Album> { Album::title append \"x\" })",
            // A property of another item type.
            "albums.increment(\"k\", Other::number, 1)",
            "albums.increment(\"k\", Album::title, 1)",
            "albums.increment(\"k\", Increment.of(number(Other::number), 1))",
            "albums.increment(\"k\", Increment.of(number(Album::plays), 1).and(number(Other::number), 1))",
            "save(Other::title eq \"x\")",
            "save(Album::title eq \"x\" and (Other::title eq \"x\"))",
            "save(Album::label / Other::title eq \"x\")",
            "patch(changes<Other> { Other::title set \"x\" })",
            "patch(changes<Album> { Other::title set \"x\" })",
            "patch(changes<Album> { onlyIf(Other::title eq \"x\") })",
        )

    @Test
    fun `what callers write compiles`() {
        assertThat(Compiler.errors(source(good), directory)).isEmpty()
    }

    @Test
    fun `what is of another type does not compile`() {
        val wrong = Compiler.wrongLines(source(bad), directory)

        val first = model.lines().size
        assertThat(bad.filterIndexed { index, _ -> first + index !in wrong }).isEmpty()
    }
}
