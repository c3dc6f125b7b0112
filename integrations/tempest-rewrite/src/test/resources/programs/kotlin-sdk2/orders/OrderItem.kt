package orders

import java.time.LocalDate
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey

/** A stored item of the table: an order's head, or one of its lines. */
@DynamoDbBean
class OrderItem {
  @get:DynamoDbPartitionKey
  var customer: String? = null
  @get:DynamoDbSortKey
  var entry: String? = null
  @get:DynamoDbSecondaryPartitionKey(indexNames = ["by_status"])
  var status: String? = null
  @get:DynamoDbSecondarySortKey(indexNames = ["by_status"])
  var placed_on: LocalDate? = null
  var total: Long? = null
  var sku: String? = null
  var quantity: Int? = null

  companion object {
    const val TABLE = "orders"
  }
}
