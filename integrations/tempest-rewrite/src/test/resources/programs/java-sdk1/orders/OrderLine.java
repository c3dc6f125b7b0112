package orders;

import app.cash.tempest.Attribute;

/** A line of an order. */
public class OrderLine {
  @Attribute(name = "customer")
  public final String customer;

  @Attribute(name = "entry", prefix = "LINE_")
  public final String line;

  public final String sku;
  public final Integer quantity;

  public OrderLine(String customer, String line, String sku, Integer quantity) {
    this.customer = customer;
    this.line = line;
    this.sku = sku;
    this.quantity = quantity;
  }

  public Key key() {
    return new Key(customer, line);
  }

  /** Identifies a line. */
  public static class Key {
    public final String customer;
    public final String line;

    public Key(String customer, String line) {
      this.customer = customer;
      this.line = line;
    }

    public Key(String customer) {
      this(customer, "");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key && ((Key) other).customer.equals(customer) && ((Key) other).line.equals(line);
    }

    @Override
    public int hashCode() {
      return 31 * customer.hashCode() + line.hashCode();
    }
  }
}
