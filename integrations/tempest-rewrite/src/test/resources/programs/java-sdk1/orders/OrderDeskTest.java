package orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.cash.tempest.testing.JvmDynamoDbServer;
import app.cash.tempest.testing.TestDynamoDb;
import app.cash.tempest.testing.TestTable;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderDeskTest {
  @RegisterExtension
  TestDynamoDb dynamo = new TestDynamoDb.Builder(JvmDynamoDbServer.Factory.INSTANCE)
      .addTable(TestTable.create(OrderItem.class))
      .build();

  private final Order order = new Order("ann", "17", "open", 900L);
  private final List<OrderLine> lines =
      List.of(new OrderLine("ann", "17_1", "pen", 2), new OrderLine("ann", "17_2", "ink", 1));
  private OrderDesk desk;

  @BeforeEach
  void open() {
    desk = new OrderDesk(dynamo.logicalDb(OrderDb.class));
    desk.place(order, lines);
  }

  @Test
  void readsWhatWasPlaced() {
    assertEquals(order, desk.order("ann", "17"));
    assertEquals(List.of("pen", "ink"), desk.lines("ann", 1).stream().map(line -> line.sku).toList());
  }

  @Test
  void closesAnOrder() {
    assertEquals("closed", desk.close(order).status());
    assertEquals("closed", OrderDesk.of(dynamo.getDynamoDb()).order("ann", "17").status());
  }

  @Test
  void cancelsAnOrder() {
    assertTrue(desk.cancel(order));
    assertNull(desk.order("ann", "17"));
  }
}
