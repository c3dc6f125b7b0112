package orders;

import app.cash.tempest2.Attribute;
import app.cash.tempest2.ForIndex;
import java.time.LocalDate;

/** The head of an order. */
public record Order(
    @Attribute(name = "customer") String customer,
    @Attribute(name = "entry", prefix = "ORDER_") String number,
    String status,
    LocalDate placed_on,
    Long total) {

  /** Identifies an order. */
  public record Key(String customer, String number) {
    /** All orders of a customer. */
    public Key(String customer) {
      this(customer, "");
    }
  }

  /** Finds orders by their status and day. */
  @ForIndex(name = "by_status")
  public record ByStatus(String status, LocalDate placed_on, String customer, String number) {
    public ByStatus(String status) {
      this(status, null, null, null);
    }
  }
}
