package orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.cash.tempest2.testing.JvmDynamoDbServer;
import app.cash.tempest2.testing.TestDynamoDb;
import app.cash.tempest2.testing.TestTable;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

class OrderDeskTest {
  @RegisterExtension
  TestDynamoDb dynamo = new TestDynamoDb.Builder(JvmDynamoDbServer.Factory.INSTANCE)
      .addTable(TestTable.create(OrderItem.TABLE, OrderItem.class))
      .addTable(TestTable.create("test_orders", OrderItem.class))
      .build();

  private final Order order = new Order("ann", "17", "open", LocalDate.of(2026, 3, 14), 900L);
  private final OrderLine first = new OrderLine("ann", "17_1", "pen", 2);
  private final OrderLine second = new OrderLine("ann", "17_2", "ink", 1);
  private OrderDesk desk;

  @BeforeEach
  void open() {
    desk = new OrderDesk(dynamo.logicalDb(OrderDb.class));
    desk.place(order, first, second);
  }

  @Test
  void readsWhatWasPlaced() {
    assertEquals(order, desk.order("ann", "17"));
    assertNull(desk.order("ann", "18"));
    assertEquals(List.of(order), desk.withStatus("open"));
    assertEquals(List.of(order), desk.orders(List.of(new Order.Key("ann", "17"), new Order.Key("bob", "1"))));
    assertEquals(1, desk.countAll());
  }

  @Test
  void readsLinesPageByPage() {
    assertEquals(List.of("pen", "ink"), desk.lines("ann", 1).stream().map(line -> line.sku).toList());
    assertEquals(1, desk.linesBetween("ann", "17_2", "17_9").size());
  }

  @Test
  void closesAnOrder() {
    assertEquals("closed", desk.close(order).status());
    assertEquals(List.of(), desk.withStatus("open"));
  }

  @Test
  void doublesLinesInPages() {
    assertEquals(2, desk.doubleAll(List.of(first, second)));
    assertEquals(List.of(4, 2), desk.lines("ann", 10).stream().map(line -> line.quantity).toList());
  }

  @Test
  void cancelsAnOrder() {
    assertTrue(desk.cancel(order, List.of(first, second)));
    assertEquals(0, desk.countAll());
  }

  @Test
  void keepsEnvironmentsApart() {
    OrderDesk other = OrderDesk.in("test", DynamoDbEnhancedClient.builder().dynamoDbClient(dynamo.getDynamoDb()).build());
    assertEquals(0, other.countAll());
    other.place(order, first, second);
    assertEquals(1, other.countAll());
  }
}
