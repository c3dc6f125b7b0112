@file:OptIn(ExperimentalTime::class, ExperimentalUuidApi::class)

package dev.tempest.sdk2.kotlin.items

import dev.tempest.Attribute
import dev.tempest.BeginsWith
import dev.tempest.Converted
import dev.tempest.GreaterThan
import dev.tempest.KeyTemplate
import dev.tempest.StoredAsString
import dev.tempest.Table
import dev.tempest.TableName
import dev.tempest.ValueConverter
import dev.tempest.kotlin.gt
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.kotlin.patch
import dev.tempest.sdk2.kotlin.save
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import java.time.LocalDate
import kotlin.time.Duration
import kotlin.time.Duration.Companion.hours
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.ExperimentalTime
import kotlin.time.Instant
import kotlin.uuid.ExperimentalUuidApi
import kotlin.uuid.Uuid
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

/** Kotlin's own types as properties, as keys and in templates, and types that are converted. */
class KotlinKeysTest {
    @JvmInline value class Day(val date: LocalDate)

    data class Visit(
        val pk: String,
        val sk: UInt,
        val at: Instant,
        val id: Uuid,
        val ids: List<Uuid>,
        val byId: Map<Uuid, Instant>,
        val day: Day,
        val rank: ULong,
        val time: Duration,
    ) {
        data class Key(val pk: String, val sk: UInt)
    }

    data class Run(val pk: String, val sk: Duration) {
        data class Key(val pk: String, val sk: Duration)
    }

    object Millis : ValueConverter<Instant, Long> {
        override fun toStored(value: Instant): Long = value.toEpochMilliseconds()

        override fun fromStored(stored: Long): Instant = Instant.fromEpochMilliseconds(stored)
    }

    data class Sorted(val pk: String, @Attribute(name = "sk") @Converted(Millis::class) val at: Instant) {
        data class Key(val pk: String, val at: Instant)
    }

    @Table(partitionKey = "pk", sortKey = "sk")
    interface Numbers : LogicalTable<Map<String, AttributeValue>> {
        val visits: InlineView<Visit.Key, Visit>
    }

    @KeyTemplate(attribute = "sk", value = "EVENT#{at}#{id}", keyOnly = ["at", "id"])
    data class Event(val pk: String, val at: Instant, val id: Uuid) {
        data class Key(val pk: String, val at: Instant? = null, val id: Uuid? = null)
    }

    @KeyTemplate(attribute = "sk", value = "RANK#{rank:20}#{day}", keyOnly = ["rank", "day"])
    data class Rank(val pk: String, val rank: ULong, val day: Day) {
        data class Key(val pk: String, val rank: ULong, val day: Day)
    }

    @Table(partitionKey = "pk", sortKey = "sk")
    interface Texts : LogicalTable<Map<String, AttributeValue>> {
        val events: InlineView<Event.Key, Event>
    }

    @Table(partitionKey = "pk", sortKey = "sk") interface Other : LogicalTable<Map<String, AttributeValue>>

    interface Db : LogicalDb {
        @get:TableName("numbers") val numbers: Numbers
        @get:TableName("texts") val texts: Texts
    }

    @JvmField
    @RegisterExtension
    val testDb: TestDb =
        TestDb.of(TestTable.create("numbers", Numbers::class.java), TestTable.create("texts", Texts::class.java))

    private lateinit var db: Db

    @BeforeEach
    fun connect() {
        db = testDb.logicalDb(Db::class.java)
    }

    private fun stored(table: String): Map<String, AttributeValue> =
        testDb.client().scan { it.tableName(table) }.items().single()

    private val visit =
        Visit(
            "a",
            4_000_000_000u,
            Instant.parse("2026-03-01T10:00:00.5Z"),
            Uuid.fromLongs(1, 2),
            listOf(Uuid.NIL),
            mapOf(Uuid.NIL to Instant.parse("1800-01-01T00:00:00Z")),
            Day(LocalDate.of(2026, 3, 1)),
            ULong.MAX_VALUE,
            1500.milliseconds,
        )

    @Test
    fun `are stored as Java's`() {
        val visits = db.numbers.visits
        visits.save(visit)

        assertThat(visits.load(Visit.Key("a", 4_000_000_000u))).isEqualTo(visit)
        assertThat(stored("numbers"))
            .containsEntry("sk", AttributeValue.fromN("4000000000"))
            .containsEntry("at", AttributeValue.fromS("2026-03-01T10:00:00.500Z"))
            .containsEntry("id", AttributeValue.fromS("00000000-0000-0001-0000-000000000002"))
    }

    @Test
    fun `are ordered as what they stand for`() {
        val visits = db.numbers.visits
        visits.save(visit)
        visits.save(visit.copy(sk = 5u))

        assertThat(visits.queryAllContents(GreaterThan(Visit.Key("a", 6u))).toList()).containsExactly(visit)
        visits.patch(Visit.Key("a", 5u)) {
            Visit::time set 2.hours
            onlyIf(Visit::rank gt 10_000_000_000_000_000_000u)
            onlyIf(Visit::day gt Day(LocalDate.of(2026, 2, 28)))
        }
        assertThat(visits.load(Visit.Key("a", 5u))?.time).isEqualTo(2.hours)
    }

    @Test
    fun `durations are sort keys`() {
        val runs = db.logicalTable("numbers", Other::class.java).inlineView(Run.Key::class.java, Run::class.java)
        runs.save(Run("a", 2.hours))
        runs.save(Run("a", 1.milliseconds))

        assertThat(runs.queryAllContents(GreaterThan(Run.Key("a", 1.hours))).toList())
            .containsExactly(Run("a", 2.hours))
    }

    @Test
    fun `are parts of keys in a fixed width`() {
        val event = Event("a", Instant.parse("2026-03-01T10:00:00.5Z"), Uuid.NIL)
        val before = event.copy(at = Instant.parse("2026-03-01T10:00:00Z"))
        db.texts.events.save(event)
        db.texts.events.save(before)

        assertThat(db.texts.codec(Event::class.java).toDb(event))
            .containsEntry(
                "sk",
                AttributeValue.fromS("EVENT#2026-03-01T10:00:00.500000000Z#00000000-0000-0000-0000-000000000000"),
            )
        assertThat(db.texts.events.queryAllContents(BeginsWith(Event.Key("a", event.at))).toList())
            .containsExactly(event)
        assertThat(db.texts.events.queryAllContents(BeginsWith(Event.Key("a"))).toList()).containsExactly(before, event)

        val ranks = db.texts.inlineView(Rank.Key::class.java, Rank::class.java)
        val rank = Rank("b", ULong.MAX_VALUE, visit.day)
        ranks.save(rank)
        assertThat(db.texts.codec(Rank::class.java).toDb(rank))
            .containsEntry("sk", AttributeValue.fromS("RANK#18446744073709551615#2026-03-01"))
        assertThat(ranks.load(Rank.Key("b", ULong.MAX_VALUE, visit.day))).isEqualTo(rank)
    }

    data class Unsorted(val pk: String, @Attribute(name = "sk") val at: Instant) {
        data class Key(val pk: String, val at: Instant)
    }

    @Test
    fun `an Instant that is no sort key is refused as one`() {
        assertThatThrownBy { db.texts.inlineView(Unsorted.Key::class.java, Unsorted::class.java) }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessage(
                "KotlinKeysTest.Unsorted.at is an Instant in the sort key sk of the table, but its converter stores" +
                    " values whose order in DynamoDB is not their order in Java, so ranges and orders would be wrong." +
                    " Make it a java.time.Instant, and put SortableInstantConverter on" +
                    " KotlinKeysTest.Texts.sk."
            )
        val sorted =
            db.logicalTable("numbers", Other::class.java).inlineView(Sorted.Key::class.java, Sorted::class.java)
        sorted.save(Sorted("a", visit.at))
        assertThat(sorted.load(Sorted.Key("a", visit.at))).isEqualTo(Sorted("a", visit.at))
    }

    @KeyTemplate(attribute = "sk", value = "TIME#{time:10}")
    data class Timed(val pk: String, val time: Duration) {
        data class Key(val pk: String, val time: Duration)
    }

    @Test
    fun `a Duration is no part of a key`() {
        assertThatThrownBy { db.texts.inlineView(Timed.Key::class.java, Timed::class.java) }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessageContaining("which names time, but a key cannot be made of a Duration")
    }

    class Generic<A : Any> : ValueConverter<A, String> {
        override fun toStored(value: A): String = "$value"

        override fun fromStored(stored: String): A = throw UnsupportedOperationException()
    }

    data class OfGeneric(val pk: String, val sk: String, @Converted(Generic::class) val text: String) {
        data class Key(val pk: String, val sk: String)
    }

    object DayText : ValueConverter<LocalDate, String> {
        override fun toStored(value: LocalDate): String = "$value"

        override fun fromStored(stored: String): LocalDate = LocalDate.parse(stored)
    }

    data class OfDay(val pk: String, val sk: String, @Converted(DayText::class) val day: Day) {
        data class Key(val pk: String, val sk: String)
    }

    @JvmInline @StoredAsString value class Word(val text: String)

    data class OfWord(val pk: String, val sk: String, val words: List<Word>) {
        data class Key(val pk: String, val sk: String)
    }

    @Test
    fun `conversions that do not fit are refused`() {
        assertThatThrownBy { db.texts.inlineView(OfGeneric.Key::class.java, OfGeneric::class.java) }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessage(
                "KotlinKeysTest.OfGeneric.text: KotlinKeysTest.Generic does not say what it converts. Let it implement" +
                    " ValueConverter with two types, such as ValueConverter<Price, Long>."
            )
        assertThatThrownBy { db.texts.inlineView(OfDay.Key::class.java, OfDay::class.java) }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessage(
                "KotlinKeysTest.OfDay.day has a @Converted, but is of a value class, which Java sees as the type that it" +
                    " wraps. Remove the annotation, and let the value class wrap what is stored."
            )
        assertThatThrownBy { db.texts.inlineView(OfWord.Key::class.java, OfWord::class.java) }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessage(
                "KotlinKeysTest.Word says how it is stored, but is a value class, which is stored as what it wraps." +
                    " Remove the annotation, or make it an ordinary class."
            )
    }
}
