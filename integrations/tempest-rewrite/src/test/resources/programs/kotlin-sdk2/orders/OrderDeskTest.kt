package orders

import app.cash.tempest2.testing.JvmDynamoDbServer
import app.cash.tempest2.testing.TestDynamoDb
import app.cash.tempest2.testing.TestTable
import app.cash.tempest2.testing.logicalDb
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient

class OrderDeskTest {
  @RegisterExtension
  @JvmField
  val dynamo = TestDynamoDb.Builder(JvmDynamoDbServer.Factory)
    .addTable(TestTable.create<OrderItem>(OrderItem.TABLE))
    .addTable(TestTable.create("test_orders", OrderItem::class.java))
    .build()

  private val desk by lazy { OrderDesk(dynamo.logicalDb<OrderDb>()) }
  private val order = Order("ann", "17", "open", LocalDate.of(2026, 3, 14), 900)
  private val first = OrderLine("ann", "17_1", "pen", 2)
  private val second = OrderLine("ann", "17_2", "ink", 1)

  @BeforeEach
  fun place() {
    desk.place(order, first, second)
  }

  @Test
  fun `reads what was placed`() {
    assertEquals(order, desk.order("ann", "17"))
    assertNull(desk.order("ann", "18"))
    assertEquals(listOf(order), desk.withStatus("open"))
    assertEquals(listOf(order), desk.orders(listOf(Order.Key("ann", "17"), Order.Key("bob", "1"))))
    assertEquals(1, desk.countAll())
    assertEquals(1, desk.countBySegments())
  }

  @Test
  fun `reads lines page by page`() {
    assertEquals(listOf(first, second), desk.lines("ann", 1))
    assertEquals(listOf(second), desk.linesBetween("ann", "17_2", "17_9"))
    assertEquals(listOf("pen"), desk.articles("ann", 1))
    assertEquals(listOf("pen" to "ink"), desk.pairs("ann"))
  }

  @Test
  fun `closes an order`() {
    assertEquals("closed", desk.close(order).status)
    assertEquals(listOf<Order>(), desk.withStatus("open"))
  }

  @Test
  fun `doubles lines in pages`() {
    assertEquals(2, desk.doubleAll(listOf(first, second)))
    assertEquals(listOf(4, 2), desk.lines("ann", 10).map { it.quantity })
  }

  @Test
  fun `cancels an order`() {
    assertTrue(desk.cancel(order, listOf(first, second)))
    assertEquals(0, desk.countAll())
  }

  @Test
  fun `keeps environments apart`() {
    val client = DynamoDbEnhancedClient.builder().dynamoDbClient(dynamo.dynamoDb).build()
    assertEquals(1, OrderDesk.of(client).countAll())
    assertEquals(0, OrderDesk.of("test", client).countAll())
  }
}
