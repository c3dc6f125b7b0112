package orders

import app.cash.tempest.BatchWriteSet
import app.cash.tempest.BeginsWith
import app.cash.tempest.LogicalDb
import app.cash.tempest.WorkerId
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper

/** Takes orders, and reads them. */
class OrderDesk(private val db: OrderDb) {
  constructor(mapper: DynamoDBMapper) : this(LogicalDb.create(OrderDb::class, mapper))

  fun place(lines: List<OrderLine>): Boolean {
    val result = db.batchWrite(BatchWriteSet.Builder().clobber(lines).build())
    return result.isSuccessful
  }

  /** The first lines of a customer, and whether there are more. */
  fun firstLines(customer: String, count: Int): Pair<List<OrderLine>, Boolean> {
    val page = db.table.lines.query(keyCondition = BeginsWith(prefix = OrderLine.Key(customer)), pageSize = count)
    return page.contents to page.hasMorePages
  }

  fun countAll(): Int = db.table.lines.scan(workerId = WorkerId.SEQUENTIAL).contents.size
}
