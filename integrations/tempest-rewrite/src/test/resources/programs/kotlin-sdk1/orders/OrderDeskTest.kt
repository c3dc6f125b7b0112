package orders

import app.cash.tempest.testing.JvmDynamoDbServer
import app.cash.tempest.testing.TestDynamoDb
import app.cash.tempest.testing.TestTable
import app.cash.tempest.testing.logicalDb
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

class OrderDeskTest {
  @RegisterExtension
  @JvmField
  val dynamo = TestDynamoDb.Builder(JvmDynamoDbServer.Factory)
    .addTable(TestTable.create<OrderItem>())
    .build()

  private val db by lazy { dynamo.logicalDb<OrderDb>() }
  private val lines = listOf(OrderLine("ann", "17_1", "pen", 2), OrderLine("ann", "17_2", "ink", 1))

  @Test
  fun `reads what was placed`() {
    val desk = OrderDesk(db)
    assertTrue(desk.place(lines))
    assertEquals(listOf(lines[0]) to true, desk.firstLines("ann", 1))
    assertEquals(2, desk.countAll())
    assertEquals(2, OrderDesk(DynamoDBMapper(dynamo.dynamoDb)).countAll())
  }
}
