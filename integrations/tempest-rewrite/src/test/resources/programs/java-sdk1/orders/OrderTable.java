package orders;

import app.cash.tempest.*;

/** The views of the table. */
public interface OrderTable extends LogicalTable<OrderItem> {
  InlineView<Order.Key, Order> orders();

  InlineView<OrderLine.Key, OrderLine> lines();
}
