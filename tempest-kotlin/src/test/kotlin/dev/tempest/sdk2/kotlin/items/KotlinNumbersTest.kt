package dev.tempest.sdk2.kotlin.items

import dev.tempest.Attribute
import dev.tempest.ForIndex
import dev.tempest.GreaterThan
import dev.tempest.Index
import dev.tempest.Table
import dev.tempest.TableName
import dev.tempest.kotlin.*
import dev.tempest.sdk2.Increment
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.SecondaryIndex
import dev.tempest.sdk2.kotlin.*
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import java.math.BigInteger
import kotlin.time.Duration
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import kotlin.time.ExperimentalTime
import kotlin.time.Instant
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.services.dynamodb.model.AttributeValue
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException

/** Unsigned numbers and times, which Java sees as other numbers, where they are counted, or sort an index. */
@OptIn(ExperimentalTime::class)
class KotlinNumbersTest {
    data class Page(
        @Attribute(name = "pk", prefix = "PAGE_") val id: String,
        val kind: String,
        val visits: UInt,
        val bytes: ULong,
        val time: Duration,
        val seen: Instant,
        val tags: Set<String>,
    ) {
        data class Key(val id: String)

        @ForIndex("by_visits") data class ByVisits(val kind: String, val visits: UInt, val id: String = "")

        @ForIndex("by_time") data class ByTime(val kind: String, val time: Duration, val id: String = "")

        @ForIndex("by_seen") data class BySeen(val kind: String, val seen: Instant, val id: String = "")
    }

    @Table(
        partitionKey = "pk",
        indexes =
            [
                Index(name = "by_visits", partitionKey = ["kind"], sortKey = ["visits"]),
                Index(name = "by_time", partitionKey = ["kind"], sortKey = ["time"]),
                Index(name = "by_seen", partitionKey = ["kind"], sortKey = ["seen"]),
            ],
    )
    interface Pages : LogicalTable<Map<String, AttributeValue>> {
        val pages: InlineView<Page.Key, Page>
        val byVisits: SecondaryIndex<Page.ByVisits, Page>
        val byTime: SecondaryIndex<Page.ByTime, Page>
    }

    interface Db : LogicalDb {
        @get:TableName("pages") val pages: Pages
    }

    @JvmField @RegisterExtension val db: TestDb = TestDb.of(TestTable.create("pages", Pages::class.java))

    private val pages by lazy { db.logicalDb(Db::class.java).pages }
    private val key = Page.Key("1")

    private fun page(id: String, visits: UInt = 0u, time: Duration = 1.seconds) =
        Page(id, "k", visits, ULong.MAX_VALUE - 1u, time, Instant.fromEpochSeconds(1), setOf("folk"))

    @Test
    fun `unsigned numbers are counted as what they are`() {
        pages.pages.save(page("1", UInt.MAX_VALUE - 3u))

        assertThat(pages.pages.increment(key, "visits", 2)).isEqualTo(4_294_967_294)
        assertThat(pages.pages.load(key)?.visits).isEqualTo(UInt.MAX_VALUE - 1u)
        assertThatThrownBy { pages.pages.increment(key, "visits", 2) }
            .isInstanceOf(ConditionalCheckFailedException::class.java)
            .hasMessageContaining("KotlinNumbersTest.Page.visits is an unsigned Integer, which cannot hold the sum")
        assertThat(pages.pages.increment(key, Increment.of("bytes", 1))["bytes"])
            .isEqualTo(BigInteger(ULong.MAX_VALUE.toString()))
        assertThatThrownBy { pages.pages.increment(key, "bytes", 1) }
            .isInstanceOf(ConditionalCheckFailedException::class.java)
        assertThat(pages.pages.load(key)?.bytes).isEqualTo(ULong.MAX_VALUE)
    }

    @Test
    fun `nothing is subtracted from what may be absent`() {
        pages.pages.save(page("1", 3_000_000_000u))

        assertThatThrownBy { pages.pages.increment(key, "visits", -1) }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessageContaining("Page.visits is an unsigned Integer, which cannot hold the number to start with")
        assertThat(pages.pages.load(key)?.visits).isEqualTo(3_000_000_000u)
    }

    @Test
    fun `durations are not counted, as they are not the numbers that Java sees`() {
        pages.pages.save(page("1"))

        assertThatThrownBy { pages.pages.increment(key, "time", 2) }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessageContaining("Page.time is stored as a number that is not proportional to its own")
        assertThat(pages.pages.load(key)?.time).isEqualTo(1.seconds)
    }

    @Test
    fun `sort keys are in the order of their type`() {
        pages.pages.save(page("1", 9u, 1500.milliseconds))
        pages.pages.save(page("2", 3_000_000_000u, 10.seconds))

        assertThat(pages.byVisits.query(GreaterThan(Page.ByVisits("k", 10u))).contents().map { it.id })
            .containsExactly("2")
        assertThat(pages.byTime.query(GreaterThan(Page.ByTime("k", 9.seconds))).contents().map { it.id })
            .containsExactly("2")
    }

    @Test
    fun `instants as they are stored are no sort keys`() {
        assertThatThrownBy { pages.secondaryIndex(Page.BySeen::class.java, Page::class.java) }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessageContaining("KotlinNumbersTest.Page.seen is an Instant in the sort key seen of index by_seen")
            .hasMessageContaining("Make it a java.time.Instant, and put SortableInstantConverter on")
    }

    @Test
    fun `the last element of a set that must not be null is not removed`() {
        pages.pages.save(page("1"))

        assertThatThrownBy { pages.pages.patch(key) { Page::tags removeAll setOf("folk") } }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessage(
                "KotlinNumbersTest.Page.tags cannot be null, but the removal of its last element removes the attribute," +
                    " so that the item could not be read. Let it be null, or give it a default."
            )
        assertThat(pages.pages.load(key)).isEqualTo(page("1"))
    }
}
