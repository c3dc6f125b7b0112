package dev.tempest.sdk2.kotlin.items

import dev.tempest.Attribute
import dev.tempest.Version
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.codec
import dev.tempest.sdk2.kotlin.inlineView
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException

/** What a sealed interface, an open class or a generic one says of a property counts for those who override it. */
class InheritedAnnotationsTest {
    @RegisterExtension val dynamo: TestDb = TestDb.of(TestTable.create("songs", SongRow::class.java))

    interface Songs : LogicalTable<SongRow>

    private val songs by lazy {
        val db: LogicalDb = LogicalDb(dynamo.enhancedClient())
        db.logicalTable("songs", Songs::class.java)
    }

    sealed interface Recording {
        val artist: String
        @get:Attribute(name = "sort_key", prefix = "REC_") val id: String
        @get:Attribute(name = "label") val kind: String
        @get:Version val plays: Long?
    }

    data class Single(override val artist: String, override val id: String, override val plays: Long? = null) :
        Recording {
        override val kind: String
            get() = "single"

        data class Key(val artist: String, val id: String = "")
    }

    @Test
    fun `a sealed interface says what is stored and what guards it`() {
        val singles = songs.inlineView(Single.Key::class, Single::class)
        val first = singles.save(Single("a", "1"))

        assertThat(dynamo.client().scan { it.tableName("songs") }.items().single().mapValues { it.value.s() })
            .containsEntry("sort_key", "REC_1")
            .containsEntry("label", "single")
            .doesNotContainKey("kind")
        singles.save(first)
        assertThatThrownBy { singles.save(first) }.isInstanceOf(ConditionalCheckFailedException::class.java)
    }

    /** The interface lets it be null, so that the getter returns the box of what the field is. */
    data class Counted(
        override val artist: String,
        override val id: String,
        override val kind: String,
        override val plays: Long,
    ) : Recording

    @Test
    fun `an overridden property may be narrower`() {
        val row = songs.codec(Counted::class).toDb(Counted("a", "2", "live", 3))

        assertThat(row.label).isEqualTo("live")
        assertThat(row.plays).isEqualTo(3)
    }

    abstract class Named<N>(@Attribute(name = "title", prefix = "N_") val name: N) {
        @get:Attribute(name = "sort_key", prefix = "NAMED_") abstract val id: N
    }

    class Track(val artist: String, override val id: String, name: String) : Named<String>(name) {
        data class Key(val artist: String, val id: String)
    }

    @Test
    fun `a generic class has the types that its subclass gives`() {
        val row = songs.codec(Track::class).toDb(Track("a", "1", "x"))

        assertThat(row.sort_key).isEqualTo("NAMED_1")
        assertThat(row.title).isEqualTo("N_x")
        assertThat(songs.codec(Track::class).toApp(row).name).isEqualTo("x")
    }

    interface Loud {
        @get:Attribute(name = "label")
        val kind: String
            get() = "loud"
    }

    data class Shout(val artist: String, @Attribute(name = "sort_key", prefix = "SHOUT_") val id: String) : Loud

    class Delegated(val artist: String, @Attribute(name = "sort_key", prefix = "DEL_") val id: String) :
        Loud by object : Loud {}

    @Test
    fun `a property with a body in an interface is computed`() {
        assertThat(songs.codec(Shout::class).toDb(Shout("a", "1")).label).isEqualTo("loud")
        assertThat(songs.codec(Delegated::class).toDb(Delegated("a", "1")).label).isEqualTo("loud")
    }
}
