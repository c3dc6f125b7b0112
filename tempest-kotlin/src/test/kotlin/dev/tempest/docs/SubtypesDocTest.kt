package dev.tempest.docs

import dev.tempest.Attribute
import dev.tempest.BeginsWith
import dev.tempest.Subtype
import dev.tempest.SubtypeAttribute
import dev.tempest.Table
import dev.tempest.TableName
import dev.tempest.Version
import dev.tempest.kotlin.attr
import dev.tempest.kotlin.ofSubtype
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.QueryConfig
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import java.math.BigDecimal
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

class SubtypesDocTest {
    @RegisterExtension val testDb: TestDb = TestDb.of(TestTable.create("events", EventTable::class.java))

    @SubtypeAttribute("kind")
    sealed interface Event {
        @get:Attribute(name = "pk", prefix = "USER#") val user: String
        @get:Attribute(name = "sk", prefix = "EVENT#") val at: String
        @get:Version val version: Long

        data class Key(val user: String, val at: String)

        @Subtype("login")
        data class Login(
            override val user: String,
            override val at: String,
            val ip: String,
            override val version: Long = 0,
        ) : Event

        @Subtype("payment")
        data class Payment(
            override val user: String,
            override val at: String,
            val amount: BigDecimal,
            override val version: Long = 0,
        ) : Event
    }

    @Table(partitionKey = "pk", sortKey = "sk")
    interface EventTable : LogicalTable<Map<String, AttributeValue>> {
        val events: InlineView<Event.Key, Event>
    }

    interface EventDb : LogicalDb {
        @TableName("events") val events: EventTable
    }

    sealed interface Activity {
        @get:Attribute(name = "pk", prefix = "USER#") val user: String

        sealed interface Key

        data class OfUser(val user: String) : Key

        data class Visit(
            override val user: String,
            @Attribute(name = "sk", prefix = "VISIT#") val at: String,
            val page: String,
        ) : Activity {
            data class Key(val user: String, val at: String) : Activity.Key
        }

        data class Order(
            override val user: String,
            @Attribute(name = "sk", prefix = "ORDER#") val number: String,
            val cents: Int,
        ) : Activity {
            data class Key(val user: String, val number: String) : Activity.Key
        }
    }

    @Table(partitionKey = "pk", sortKey = "sk")
    interface ActivityTable : LogicalTable<Map<String, AttributeValue>> {
        val activities: InlineView<Activity.Key, Activity>
    }

    @Test
    fun `reads subtypes by their keys`() {
        val db = testDb.logicalDb(LogicalDb::class.java)
        val activities = db.logicalTable("events", ActivityTable::class.java).activities
        activities.save(Activity.Visit("ann", "2026-03-02", "/"))
        activities.save(Activity.Order("ann", "7", 950))

        val all = activities.query(BeginsWith(Activity.OfUser("ann"))).contents
        val visit = activities.load(Activity.Visit.Key("ann", "2026-03-02"))

        assertThat(all).containsExactly(Activity.Order("ann", "7", 950), visit)
    }

    @Test
    fun `reads and changes subtypes`() {
        val events = testDb.logicalDb(EventDb::class.java).events.events
        events.save(Event.Login("ann", "2026-03-02", "10.0.0.1"))
        events.save(Event.Payment("ann", "2026-03-03", BigDecimal("9.5")))
        val shown = mutableListOf<String>()

        for (event in events.queryAllContents(BeginsWith(Event.Key("ann", "2026-03")))) {
            val line =
                when (event) {
                    is Event.Login -> "from ${event.ip}"
                    is Event.Payment -> "paid ${event.amount}"
                }
            shown.add(line)
        }

        assertThat(shown).containsExactly("from 10.0.0.1", "paid 9.5")

        val key = Event.Key("ann", "2026-03-02")
        val patched = events.patch(key, ofSubtype(attr(Event.Login::ip).set("10.0.0.2")))

        assertThat(patched).isEqualTo(Event.Login("ann", "2026-03-02", "10.0.0.2", 2))

        val logins = QueryConfig.builder().filter(attr(Event.Login::ip).exists()).build()

        assertThat(events.queryAllContents(BeginsWith(Event.Key("ann", "")), logins)).hasSize(1)
    }
}
