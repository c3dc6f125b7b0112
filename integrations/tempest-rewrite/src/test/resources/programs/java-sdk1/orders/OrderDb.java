package orders;

import app.cash.tempest.LogicalDb;

/** The database. */
public interface OrderDb extends LogicalDb {
  OrderTable table();
}
