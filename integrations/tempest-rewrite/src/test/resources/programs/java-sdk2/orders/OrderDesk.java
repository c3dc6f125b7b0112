package orders;

import app.cash.tempest2.BatchWriteResult;
import app.cash.tempest2.BatchWriteSet;
import app.cash.tempest2.BeginsWith;
import app.cash.tempest2.Between;
import app.cash.tempest2.ItemSet;
import app.cash.tempest2.KeySet;
import app.cash.tempest2.LogicalDb;
import app.cash.tempest2.Offset;
import app.cash.tempest2.Page;
import app.cash.tempest2.QueryConfig;
import app.cash.tempest2.ScanConfig;
import app.cash.tempest2.TransactionWriteSet;
import app.cash.tempest2.WritingPager;
import java.util.ArrayList;
import java.util.List;
import kotlin.Unit;
import kotlin.jvm.functions.Function0;
import kotlin.sequences.SequencesKt;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.Expression;

/** Takes orders, and reads them. */
public class OrderDesk {
  private final OrderDb db;
  private final OrderTable table;

  public OrderDesk(OrderDb db) {
    this.db = db;
    this.table = db.table();
  }

  /** A desk whose tables have names of their own in each environment. */
  public static OrderDesk in(String environment, DynamoDbEnhancedClient client) {
    return new OrderDesk(LogicalDb.create(OrderDb.class, client, new EnvironmentTables(environment)));
  }

  public void place(Order order, OrderLine first, OrderLine second) {
    db.transactionWrite(new TransactionWriteSet.Builder()
        .save(order, isNew())
        .save(first)
        .save(second)
        .build());
  }

  public Order order(String customer, String number) {
    return table.orders().load(new Order.Key(customer, number));
  }

  public Order close(Order order) {
    return table.orders()
        .saveWithResult(new Order(order.customer(), order.number(), "closed", order.placed_on(), order.total()));
  }

  /** All lines of a customer, page by page. */
  public List<OrderLine> lines(String customer, int pageSize) {
    List<OrderLine> lines = new ArrayList<>();
    Offset<OrderLine.Key> offset = null;
    Page<OrderLine.Key, OrderLine> page;
    do {
      page = table.lines()
          .query(
              new BeginsWith<>(new OrderLine.Key(customer)),
              new QueryConfig.Builder().pageSize(pageSize).consistentRead(true).build(),
              offset);
      lines.addAll(page.getContents());
      offset = page.getOffset();
    } while (page.getHasMorePages());
    return lines;
  }

  public List<OrderLine> linesBetween(String customer, String first, String last) {
    return SequencesKt.toList(table.lines()
        .queryAllContents(new Between<>(new OrderLine.Key(customer, first), new OrderLine.Key(customer, last))));
  }

  public List<Order> withStatus(String status) {
    return table.byStatus().query(new BeginsWith<>(new Order.ByStatus(status))).getContents();
  }

  public int countAll() {
    return SequencesKt.toList(table.orders().scanAllContents(new ScanConfig.Builder().pageSize(2).build())).size();
  }

  public List<Order> orders(List<Order.Key> keys) {
    ItemSet items = db.batchLoad(new KeySet(keys));
    return items.getItems(Order.class);
  }

  public boolean cancel(Order order, List<OrderLine> lines) {
    List<Object> keys = new ArrayList<>();
    keys.add(new Order.Key(order.customer(), order.number()));
    for (OrderLine line : lines) {
      keys.add(line.key());
    }
    BatchWriteResult result = db.batchWrite(new BatchWriteSet.Builder().delete(keys).build());
    return result.isSuccessful();
  }

  /** Doubles the quantity of each line, some at a time. */
  public int doubleAll(List<OrderLine> lines) {
    WritingPager<OrderLine> pager = new WritingPager<>(db, lines, 2, new Doubling());
    pager.execute();
    return pager.getUpdatedCount();
  }

  private static Expression isNew() {
    return Expression.builder()
        .expression("attribute_not_exists(customer)")
        .build();
  }

  private static final class Doubling implements WritingPager.Handler<OrderLine> {
    @Override
    public void eachPage(Function0<Unit> proceed) {
      proceed.invoke();
    }

    @Override
    public int beforePage(List<OrderLine> remainingUpdates, int maxTransactionItems) {
      return Math.min(remainingUpdates.size(), maxTransactionItems);
    }

    @Override
    public void item(TransactionWriteSet.Builder builder, OrderLine line) {
      builder.save(new OrderLine(line.customer, line.line, line.sku, line.quantity * 2));
    }

    @Override
    public void finishPage(TransactionWriteSet.Builder builder) {}
  }
}
