package orders

import app.cash.tempest2.Attribute
import app.cash.tempest2.ForIndex
import app.cash.tempest2.InlineView
import app.cash.tempest2.LogicalDb
import app.cash.tempest2.LogicalTable
import app.cash.tempest2.SecondaryIndex
import app.cash.tempest2.TableName
import java.time.LocalDate

/** The database. */
interface OrderDb : LogicalDb {
  @TableName(OrderItem.TABLE)
  val table: OrderTable
}

/** The views of the table. */
interface OrderTable : LogicalTable<OrderItem> {
  val orders: InlineView<Order.Key, Order>
  val lines: InlineView<OrderLine.Key, OrderLine>
  val byStatus: SecondaryIndex<Order.ByStatus, Order>
}

/** The head of an order. */
data class Order(
  val customer: String,
  @Attribute(name = "entry", prefix = "ORDER_")
  val number: String,
  val status: String,
  val placed_on: LocalDate,
  val total: Long
) {
  /** Identifies an order. */
  data class Key(val customer: String, val number: String = "")

  /** Finds orders by their status and day. */
  @ForIndex("by_status")
  data class ByStatus(
    val status: String,
    val placed_on: LocalDate? = null,
    val customer: String? = null,
    val number: String? = null
  )
}

/** A line of an order. */
data class OrderLine(
  val customer: String,
  @Attribute(name = "entry", prefix = "LINE_")
  val line: String,
  val sku: String,
  val quantity: Int
) {
  fun key(): Key = Key(customer, line)

  /** Identifies a line. */
  data class Key(val customer: String, val line: String = "")
}
