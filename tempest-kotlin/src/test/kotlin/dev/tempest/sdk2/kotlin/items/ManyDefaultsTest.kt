package dev.tempest.sdk2.kotlin.items

import dev.tempest.Attribute
import dev.tempest.UnreadableItemException
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.inlineView
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

/** The compiler packs 32 defaults into a number; here they take several. */
class ManyDefaultsTest {
    @RegisterExtension val dynamo: TestDb = TestDb.of(TestTable.create("wide", WideRow::class.java))

    private val view by lazy {
        val db: LogicalDb = LogicalDb(dynamo.enhancedClient())
        db.logicalTable("wide", WideTable::class.java).inlineView(Wide.Key::class, Wide::class)
    }

    interface WideTable : LogicalTable<WideRow>

    private fun put(vararg attributes: Pair<String, AttributeValue>) {
        val row = mapOf("id" to AttributeValue.fromS("1"), "sort_key" to AttributeValue.fromS("WIDE_"), *attributes)
        dynamo.client().putItem { it.tableName("wide").item(row) }
    }

    private fun n(number: Int) = AttributeValue.fromN("$number")

    @Test
    fun `each absent attribute takes its own default`() {
        put("b" to n(100))
        assertThat(view.load(Wide.Key("1"))).isEqualTo(Wide("1", b = 100))

        put("b" to n(100), "a31" to n(-1), "a32" to n(-2), "a33" to n(-3), "a64" to n(-4), "a70" to n(-5))
        assertThat(view.load(Wide.Key("1")))
            .isEqualTo(Wide("1", a31 = -1, a32 = -2, a33 = -3, a64 = -4, a70 = -5, b = 100))
    }

    @Test
    fun `what has no default is needed`() {
        put("a1" to n(1))

        assertThatThrownBy { view.load(Wide.Key("1")) }
            .isInstanceOf(UnreadableItemException::class.java)
            .hasMessageContaining("Wide.b (int) needs")
    }
}

data class Wide(
    val id: String,
    val a1: Int = 1,
    val a2: Int = 2,
    val a3: Int = 3,
    val a4: Int = 4,
    val a5: Int = 5,
    val a6: Int = 6,
    val a7: Int = 7,
    val a8: Int = 8,
    val a9: Int = 9,
    val a10: Int = 10,
    val a11: Int = 11,
    val a12: Int = 12,
    val a13: Int = 13,
    val a14: Int = 14,
    val a15: Int = 15,
    val a16: Int = 16,
    val a17: Int = 17,
    val a18: Int = 18,
    val a19: Int = 19,
    val a20: Int = 20,
    val a21: Int = 21,
    val a22: Int = 22,
    val a23: Int = 23,
    val a24: Int = 24,
    val a25: Int = 25,
    val a26: Int = 26,
    val a27: Int = 27,
    val a28: Int = 28,
    val a29: Int = 29,
    val a30: Int = 30,
    val a31: Int = 31,
    val a32: Int = 32,
    val a33: Int = 33,
    val a34: Int = 34,
    val a35: Int = 35,
    val a36: Int = 36,
    val a37: Int = 37,
    val a38: Int = 38,
    val a39: Int = 39,
    val a40: Int = 40,
    val a41: Int = 41,
    val a42: Int = 42,
    val a43: Int = 43,
    val a44: Int = 44,
    val a45: Int = 45,
    val a46: Int = 46,
    val a47: Int = 47,
    val a48: Int = 48,
    val a49: Int = 49,
    val a50: Int = 50,
    val a51: Int = 51,
    val a52: Int = 52,
    val a53: Int = 53,
    val a54: Int = 54,
    val a55: Int = 55,
    val a56: Int = 56,
    val a57: Int = 57,
    val a58: Int = 58,
    val a59: Int = 59,
    val a60: Int = 60,
    val a61: Int = 61,
    val a62: Int = 62,
    val a63: Int = 63,
    val a64: Int = 64,
    val a65: Int = 65,
    val a66: Int = 66,
    val a67: Int = 67,
    val a68: Int = 68,
    val a69: Int = 69,
    val a70: Int = 70,
    val b: Int,
) {
    @Attribute(prefix = "WIDE_") val sort_key: String = ""

    data class Key(val id: String) {
        val sort_key: String = ""
    }
}

@DynamoDbBean
class WideRow {
    @get:DynamoDbPartitionKey var id: String? = null
    @get:DynamoDbSortKey var sort_key: String? = null
    var a1: Int? = null
    var a2: Int? = null
    var a3: Int? = null
    var a4: Int? = null
    var a5: Int? = null
    var a6: Int? = null
    var a7: Int? = null
    var a8: Int? = null
    var a9: Int? = null
    var a10: Int? = null
    var a11: Int? = null
    var a12: Int? = null
    var a13: Int? = null
    var a14: Int? = null
    var a15: Int? = null
    var a16: Int? = null
    var a17: Int? = null
    var a18: Int? = null
    var a19: Int? = null
    var a20: Int? = null
    var a21: Int? = null
    var a22: Int? = null
    var a23: Int? = null
    var a24: Int? = null
    var a25: Int? = null
    var a26: Int? = null
    var a27: Int? = null
    var a28: Int? = null
    var a29: Int? = null
    var a30: Int? = null
    var a31: Int? = null
    var a32: Int? = null
    var a33: Int? = null
    var a34: Int? = null
    var a35: Int? = null
    var a36: Int? = null
    var a37: Int? = null
    var a38: Int? = null
    var a39: Int? = null
    var a40: Int? = null
    var a41: Int? = null
    var a42: Int? = null
    var a43: Int? = null
    var a44: Int? = null
    var a45: Int? = null
    var a46: Int? = null
    var a47: Int? = null
    var a48: Int? = null
    var a49: Int? = null
    var a50: Int? = null
    var a51: Int? = null
    var a52: Int? = null
    var a53: Int? = null
    var a54: Int? = null
    var a55: Int? = null
    var a56: Int? = null
    var a57: Int? = null
    var a58: Int? = null
    var a59: Int? = null
    var a60: Int? = null
    var a61: Int? = null
    var a62: Int? = null
    var a63: Int? = null
    var a64: Int? = null
    var a65: Int? = null
    var a66: Int? = null
    var a67: Int? = null
    var a68: Int? = null
    var a69: Int? = null
    var a70: Int? = null
    var b: Int? = null
}
