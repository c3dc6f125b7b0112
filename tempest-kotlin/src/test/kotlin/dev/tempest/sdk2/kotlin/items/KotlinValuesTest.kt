package dev.tempest.sdk2.kotlin.items

import dev.tempest.Attribute
import dev.tempest.Table
import dev.tempest.TableName
import dev.tempest.UnreadableItemException
import dev.tempest.kotlin.div
import dev.tempest.kotlin.eq
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.kotlin.patch
import dev.tempest.sdk2.kotlin.save
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import kotlin.time.Duration
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

/** Value classes, unsigned numbers and the times of Kotlin's library, in classes that are stored inside of items. */
class KotlinValuesTest {
    @JvmInline
    value class UserId(val text: String) {
        init {
            require(text.isNotEmpty())
        }
    }

    @JvmInline value class Score(val points: Int)

    data class Profile(
        val id: UserId,
        val friend: UserId?,
        val score: Score,
        val best: Score?,
        val visits: UInt,
        val bytes: ULong,
        val small: UByte?,
        val medium: UShort,
        val friends: List<UserId>,
        val scores: Map<UserId, Score>,
        val counts: List<UInt>,
        val byNumber: Map<UInt, Duration>,
        val time: Duration,
        val pause: Duration?,
    )

    data class Entry(
        @Attribute(name = "partition_key") val user: String,
        @Attribute(name = "sort_key", prefix = "ENTRY_") val id: String,
        val profile: Profile?,
    ) {
        data class Key(val user: String, val id: String)
    }

    data class Visitor(
        @Attribute(name = "partition_key", prefix = "USER_") val id: UserId,
        @Attribute(name = "sort_key", prefix = "VISITOR_") val page: UserId,
        val visits: UInt,
        val best: Score?,
        val time: Duration,
    ) {
        data class Key(val id: UserId, val page: UserId)
    }

    @Table(partitionKey = "partition_key", sortKey = "sort_key")
    interface Visitors : LogicalTable<Map<String, AttributeValue>> {
        val visitors: InlineView<Visitor.Key, Visitor>
    }

    interface VisitorDb : LogicalDb {
        @get:TableName("entries") val visitors: Visitors
    }

    @DynamoDbBean
    open class KeyRow {
        @get:DynamoDbPartitionKey var partition_key: String? = null
        @get:DynamoDbSortKey var sort_key: String? = null
    }

    @DynamoDbBean
    class EntryRow : KeyRow() {
        var profile: Profile? = null
    }

    interface Entries : LogicalTable<EntryRow> {
        val entries: InlineView<Entry.Key, Entry>
    }

    interface EntryDb : LogicalDb {
        @get:TableName("entries") val entries: Entries
    }

    @JvmField @RegisterExtension val db: TestDb = TestDb.of(TestTable.create("entries", KeyRow::class.java))

    private lateinit var entries: InlineView<Entry.Key, Entry>
    private val key = Entry.Key("ada", "1")

    private val profile =
        Profile(
            id = UserId("ada"),
            friend = null,
            score = Score(3),
            best = Score(-4),
            visits = 4_000_000_000u,
            bytes = ULong.MAX_VALUE,
            small = 200u,
            medium = 60_000u,
            friends = listOf(UserId("bob")),
            scores = mapOf(UserId("bob") to Score(5)),
            counts = listOf(UInt.MAX_VALUE),
            byNumber = mapOf(UInt.MAX_VALUE to (-1500).milliseconds),
            time = 1500.milliseconds,
            pause = 2.seconds,
        )

    @BeforeEach
    fun connect() {
        entries = db.logicalDb(EntryDb::class.java).entries.entries
    }

    private fun stored(): Map<String, AttributeValue> =
        db.client().scan { it.tableName("entries") }.items().single().getValue("profile").m()

    @Test
    fun `are stored as what they are`() {
        entries.save(Entry("ada", "1", profile))

        val stored = stored()
        assertThat(stored["id"]).isEqualTo(AttributeValue.fromS("ada"))
        assertThat(stored["friend"]).isEqualTo(AttributeValue.fromNul(true))
        assertThat(stored["score"]).isEqualTo(AttributeValue.fromN("3"))
        assertThat(stored["best"]).isEqualTo(AttributeValue.fromN("-4"))
        assertThat(stored["visits"]).isEqualTo(AttributeValue.fromN("4000000000"))
        assertThat(stored["bytes"]).isEqualTo(AttributeValue.fromN("18446744073709551615"))
        assertThat(stored["small"]).isEqualTo(AttributeValue.fromN("200"))
        assertThat(stored["medium"]).isEqualTo(AttributeValue.fromN("60000"))
        assertThat(stored["friends"]).isEqualTo(AttributeValue.fromL(listOf(AttributeValue.fromS("bob"))))
        assertThat(stored["scores"]).isEqualTo(AttributeValue.fromM(mapOf("bob" to AttributeValue.fromN("5"))))
        assertThat(stored["time"]).isEqualTo(AttributeValue.fromN("1.5"))
        assertThat(stored["byNumber"])
            .isEqualTo(AttributeValue.fromM(mapOf("4294967295" to AttributeValue.fromN("-1.5"))))
        assertThat(entries.load(key)).isEqualTo(Entry("ada", "1", profile))
    }

    @Test
    fun `are changed by themselves`() {
        entries.save(Entry("ada", "1", profile))

        entries.patch(key) {
            Entry::profile / Profile::id set UserId("eve")
            Entry::profile / Profile::visits set 7u
            Entry::profile / Profile::time set 3.seconds
        }

        assertThat(entries.load(key)?.profile)
            .isEqualTo(profile.copy(id = UserId("eve"), visits = 7u, time = 3.seconds))
    }

    @Test
    fun `are properties of items and keys where no bean is`() {
        val visitors = db.logicalDb(VisitorDb::class.java).visitors.visitors
        val visitor = Visitor(UserId("ada"), UserId("home"), UInt.MAX_VALUE, Score(1), 1500.milliseconds)
        visitors.save(visitor)

        val stored = db.client().scan { it.tableName("entries") }.items().single()
        assertThat(stored["partition_key"]).isEqualTo(AttributeValue.fromS("USER_ada"))
        assertThat(stored["visits"]).isEqualTo(AttributeValue.fromN("4294967295"))
        assertThat(stored["time"]).isEqualTo(AttributeValue.fromN("1.5"))
        val visitorKey = Visitor.Key(UserId("ada"), UserId("home"))
        assertThat(visitors.load(visitorKey)).isEqualTo(visitor)

        visitors.patch(visitorKey) {
            Visitor::visits set 3u
            onlyIf(Visitor::id eq UserId("ada"))
        }

        assertThat(visitors.load(visitorKey)?.visits).isEqualTo(3u)
    }

    @Test
    fun `are checked when they are read`() {
        entries.save(Entry("ada", "1", profile))
        db.client().updateItem {
            it.tableName("entries")
                .key(
                    mapOf("partition_key" to AttributeValue.fromS("ada"), "sort_key" to AttributeValue.fromS("ENTRY_1"))
                )
                .updateExpression("SET profile.id = :empty")
                .expressionAttributeValues(mapOf(":empty" to AttributeValue.fromS("")))
        }

        assertThatThrownBy { entries.load(key) }
            .isInstanceOf(UnreadableItemException::class.java)
            .hasMessageContaining("its attribute profile.id (S) does not fit")
    }
}
