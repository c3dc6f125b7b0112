package orders;

import app.cash.tempest2.*;

/** The database. */
public interface OrderDb extends LogicalDb {
  @TableName(OrderItem.TABLE)
  OrderTable table();
}
