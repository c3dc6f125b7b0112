package orders

import app.cash.tempest2.BatchWriteSet
import app.cash.tempest2.BeginsWith
import app.cash.tempest2.Between
import app.cash.tempest2.LogicalDb
import app.cash.tempest2.Offset
import app.cash.tempest2.TableNameResolver
import app.cash.tempest2.TransactionWriteSet
import app.cash.tempest2.WorkerId
import app.cash.tempest2.WritingPager
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient
import software.amazon.awssdk.enhanced.dynamodb.Expression

/** Takes orders, and reads them. */
class OrderDesk(private val db: OrderDb) {
  private val table = db.table

  fun place(order: Order, vararg lines: OrderLine) {
    val writeSet = TransactionWriteSet.Builder()
      .save(order, ifNew)
    for (line in lines) {
      writeSet.save(line)
    }
    db.transactionWrite(writeSet.build())
  }

  fun order(customer: String, number: String): Order? =
    table.orders.load(Order.Key(customer, number), consistentReads = true)

  fun close(order: Order): Order =
    table.orders.saveWithResult(order.copy(status = "closed"))

  /** All lines of a customer, page by page. */
  fun lines(customer: String, pageSize: Int): List<OrderLine> {
    val lines = mutableListOf<OrderLine>()
    var offset: Offset<OrderLine.Key>? = null
    do {
      val page = table.lines.query(
        keyCondition = BeginsWith(prefix = OrderLine.Key(customer)),
        pageSize = pageSize,
        initialOffset = offset
      )
      lines += page.contents
      offset = page.offset
    } while (page.hasMorePages)
    return lines
  }

  fun linesBetween(customer: String, first: String, last: String): List<OrderLine> =
    table.lines.queryAllContents(
      Between(startInclusive = OrderLine.Key(customer, first), endInclusive = OrderLine.Key(customer, last))
    ).toList()

  /** The first articles of a customer's lines; reads no more pages than it needs. */
  fun articles(customer: String, count: Int): List<String> =
    table.lines.queryAllContents(BeginsWith(OrderLine.Key(customer)), pageSize = 1)
      .map { it.sku }
      .take(count)
      .toList()

  /** Pairs of lines that follow each other. */
  fun pairs(customer: String): List<Pair<String, String>> {
    val lines: Sequence<OrderLine> = table.lines.queryAllContents(BeginsWith(OrderLine.Key(customer)))
    return lines.map { it.sku }.zipWithNext().toList()
  }

  fun withStatus(status: String): List<Order> =
    table.byStatus.query(BeginsWith(Order.ByStatus(status))).contents

  fun countAll(): Int = table.orders.scanAllContents().count()

  /** Counts in two segments. */
  fun countBySegments(): Int =
    (0..1).sumOf { table.orders.scan(workerId = WorkerId(segment = it, totalSegments = 2)).contents.size }

  fun orders(keys: List<Order.Key>): List<Order> =
    db.batchLoad(keys, consistentReads = true).getItems<Order>()

  fun cancel(order: Order, lines: List<OrderLine>): Boolean {
    val writeSet = BatchWriteSet.Builder()
      .delete(Order.Key(order.customer, order.number))
      .delete(lines.map { it.key() })
      .build()
    return db.batchWrite(writeSet).isSuccessful
  }

  /** Doubles the quantity of each line, some at a time. */
  fun doubleAll(lines: List<OrderLine>): Int {
    val handler = object : WritingPager.Handler<OrderLine> {
      override fun eachPage(proceed: () -> Unit) {
        proceed()
      }

      override fun beforePage(remainingUpdates: List<OrderLine>, maxTransactionItems: Int): Int =
        minOf(remainingUpdates.size, maxTransactionItems)

      override fun item(builder: TransactionWriteSet.Builder, item: OrderLine) {
        builder.save(item.copy(quantity = item.quantity * 2))
      }

      override fun finishPage(builder: TransactionWriteSet.Builder) {
      }
    }
    val pager = WritingPager(db, lines, 2, handler)
    pager.execute()
    return pager.updatedCount
  }

  private val ifNew = Expression.builder()
    .expression("attribute_not_exists(customer)")
    .build()

  companion object {
    /** A desk whose tables have names of their own in each environment. */
    fun of(environment: String, client: DynamoDbEnhancedClient): OrderDesk =
      OrderDesk(LogicalDb.create(OrderDb::class, client, EnvironmentTables(environment)))

    fun of(client: DynamoDbEnhancedClient): OrderDesk {
      val db: OrderDb = LogicalDb(client)
      return OrderDesk(db)
    }
  }
}

/** Puts the name of the environment before the names of tables. */
class EnvironmentTables(private val environment: String) : TableNameResolver {
  override fun resolveTableName(clazz: Class<*>, tableNameFromAnnotation: String?): String =
    environment + "_" + tableNameFromAnnotation
}
