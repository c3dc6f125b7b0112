package orders;

import app.cash.tempest.Attribute;

/** The head of an order. */
public record Order(
    @Attribute(name = "customer") String customer,
    @Attribute(name = "entry", prefix = "ORDER_") String number,
    String status,
    Long total) {

  /** Identifies an order. */
  public record Key(String customer, String number) {}
}
