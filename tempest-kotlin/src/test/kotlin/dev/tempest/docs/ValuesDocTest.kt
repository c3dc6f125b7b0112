package dev.tempest.docs

import dev.tempest.Attribute
import dev.tempest.Converted
import dev.tempest.Fallback
import dev.tempest.StoredAsString
import dev.tempest.Subtype
import dev.tempest.SubtypeAttribute
import dev.tempest.Table
import dev.tempest.TableName
import dev.tempest.ValueConverter
import dev.tempest.kotlin.div
import dev.tempest.kotlin.eq
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.kotlin.patch
import dev.tempest.sdk2.kotlin.save
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import java.math.BigDecimal
import java.time.YearMonth
import java.util.Currency
import java.util.UUID
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

class ValuesDocTest {
    @JvmField @RegisterExtension val db: TestDb = TestDb.of(TestTable.create("orders", KeyRow::class.java))

    data class Order(
        @Attribute(name = "partition_key") val customer_id: String,
        @Attribute(name = "sort_key", prefix = "ORDER_") val order_id: String,
        val address: Address?,
        val lines: List<Line>?,
        val totals: Map<Currency, BigDecimal>?,
        val payment: Payment?,
    ) {
        data class Key(val customer_id: String, val order_id: String)
    }

    data class Address(val street: String, val city: String, val country: String?)

    data class Line(val product: UUID, val quantity: Int, @Attribute(name = "note") val comment: String?)

    @SubtypeAttribute("kind")
    sealed interface Payment {
        @Subtype("card") data class Card(val number: String, val expiry: YearMonth) : Payment

        @Subtype("cash") data object Cash : Payment
    }

    enum class Status {
        OPEN,
        SHIPPED,
        @Fallback UNKNOWN,
    }

    @DynamoDbBean
    open class KeyRow {
        @get:DynamoDbPartitionKey var partition_key: String? = null
        @get:DynamoDbSortKey var sort_key: String? = null
    }

    @DynamoDbBean
    class OrderRow : KeyRow() {
        var address: Address? = null
        var lines: List<Line>? = null
        var totals: Map<Currency, BigDecimal>? = null
        var payment: Payment? = null
    }

    interface Orders : LogicalTable<OrderRow> {
        val orders: InlineView<Order.Key, Order>
    }

    interface OrderDb : LogicalDb {
        @get:TableName("orders") val orders: Orders
    }

    @Test
    fun `stores what a program has`() {
        val orders = db.connection().logicalDb(OrderDb::class.java).orders.orders
        val key = Order.Key("ada", "1")
        val product = UUID(1, 2)
        val order =
            Order(
                "ada",
                "1",
                Address("1 High Street", "Ely", null),
                listOf(Line(product, 2, "blue")),
                mapOf(Currency.getInstance("EUR") to BigDecimal("9.5")),
                Payment.Cash,
            )
        orders.save(order)
        assertThat(orders.load(key)).isEqualTo(order)

        orders.patch(key) {
            Order::address / Address::city set "Bath"
            Order::lines append Line(product, 1, null)
            onlyIf(Order::payment eq Payment.Cash)
        }

        assertThat(orders.load(key)?.address?.city).isEqualTo("Bath")
        assertThat(orders.load(key)?.lines).hasSize(2)
    }

    object Cents : ValueConverter<BigDecimal, Long> {
        override fun toStored(amount: BigDecimal): Long = amount.movePointRight(2).longValueExact()

        override fun fromStored(cents: Long): BigDecimal = BigDecimal.valueOf(cents, 2)
    }

    data class Book(
        @Attribute(name = "partition_key") val isbn: Isbn,
        @Attribute(name = "sort_key", prefix = "BOOK_") val edition: String,
        @Converted(Cents::class) val price: BigDecimal,
    ) {
        data class Key(val isbn: Isbn, val edition: String)
    }

    @StoredAsString
    data class Isbn(val group: String, val title: String) {
        constructor(text: String) : this(text.substringBefore('-'), text.substringAfter('-'))

        override fun toString(): String = "$group-$title"
    }

    @Table(partitionKey = "partition_key", sortKey = "sort_key")
    interface Books : LogicalTable<Map<String, AttributeValue>> {
        val books: InlineView<Book.Key, Book>
    }

    interface BookDb : LogicalDb {
        @get:TableName("orders") val books: Books
    }

    @Test
    fun `stores values as others`() {
        val books = db.connection().logicalDb(BookDb::class.java).books.books
        val book = Book(Isbn("3", "257"), "1", BigDecimal("9.50"))
        books.save(book)

        assertThat(books.load(Book.Key(book.isbn, "1"))).isEqualTo(book)
        assertThat(db.client().scan { it.tableName("orders") }.items().single())
            .containsEntry("partition_key", AttributeValue.fromS("3-257"))
            .containsEntry("price", AttributeValue.fromN("950"))
    }
}
