package orders;

import app.cash.tempest.BatchWriteSet;
import app.cash.tempest.BeginsWith;
import app.cash.tempest.LogicalDb;
import app.cash.tempest.Offset;
import app.cash.tempest.Page;
import app.cash.tempest.QueryConfig;
import app.cash.tempest.TransactionWriteSet;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import java.util.ArrayList;
import java.util.List;

/** Takes orders, and reads them. */
public class OrderDesk {
  private final OrderDb db;
  private final OrderTable table;

  public OrderDesk(OrderDb db) {
    this.db = db;
    this.table = db.table();
  }

  public static OrderDesk of(AmazonDynamoDB client) {
    return new OrderDesk(LogicalDb.create(OrderDb.class, new DynamoDBMapper(client)));
  }

  public void place(Order order, List<OrderLine> lines) {
    TransactionWriteSet.Builder writeSet = new TransactionWriteSet.Builder();
    writeSet.save(order);
    for (OrderLine line : lines) {
      writeSet.save(line);
    }
    db.transactionWrite(writeSet.build());
  }

  public Order order(String customer, String number) {
    return table.orders().load(new Order.Key(customer, number));
  }

  public Order close(Order order) {
    return table.orders().save(new Order(order.customer(), order.number(), "closed", order.total()));
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
              new QueryConfig.Builder().pageSize(pageSize).build(),
              offset);
      lines.addAll(page.getContents());
      offset = page.getOffset();
    } while (page.getHasMorePages());
    return lines;
  }

  public boolean cancel(Order order) {
    return db.batchWrite(new BatchWriteSet.Builder()
            .delete(new Order.Key(order.customer(), order.number()))
            .build())
        .isSuccessful();
  }
}
