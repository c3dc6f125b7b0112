package orders

import app.cash.tempest.Attribute
import app.cash.tempest.InlineView
import app.cash.tempest.LogicalDb
import app.cash.tempest.LogicalTable
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBAttribute
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable

/** A stored item of the table: an order's line. */
@DynamoDBTable(tableName = "orders")
class OrderItem {
  @DynamoDBHashKey
  var customer: String? = null
  @DynamoDBRangeKey
  var entry: String? = null
  @DynamoDBAttribute
  var sku: String? = null
  @DynamoDBAttribute
  var quantity: Int? = null
}

/** The database. */
interface OrderDb : LogicalDb {
  val table: OrderTable
}

/** The views of the table. */
interface OrderTable : LogicalTable<OrderItem> {
  val lines: InlineView<OrderLine.Key, OrderLine>
}

/** A line of an order. */
data class OrderLine(
  val customer: String,
  @Attribute(name = "entry", prefix = "LINE_")
  val line: String,
  val sku: String,
  val quantity: Int
) {
  /** Identifies a line. */
  data class Key(val customer: String, val line: String = "")
}
