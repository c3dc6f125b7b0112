package dev.tempest.local.internal.request;

import dev.tempest.local.internal.capacity.Consumption;
import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.table.Key;
import dev.tempest.local.internal.table.Replica;
import dev.tempest.local.internal.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the two kinds of transactions share: tables locked in one order, and reasons for a cancellation. */
public final class Transaction {
    private static final int MAX_ITEMS = 100;
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    /** By name: transactions that lock the same tables lock them in the same order. */
    private final NavigableMap<String, Table> tables = new TreeMap<>();

    private final Map<Table, Set<Key>> keys = new HashMap<>();
    private final List<@Nullable ServiceException> reasons = new ArrayList<>();

    public Transaction(List<Table> tables) {
        tables.forEach(table -> {
            Replica replica = table.replica();
            if (replica != null && replica.isStrong()) {
                throw ServiceException.validation("Transactions are not supported on global tables with multi-Region "
                        + "strong consistency: " + table.definition().name());
            }
            this.tables.put(table.definition().name(), table);
        });
    }

    /** The entries of a request, between one and a hundred. */
    public static List<JsonObject> items(JsonObject request) {
        List<JsonObject> items = request.structures("TransactItems");
        Constraints constraints = new Constraints();
        if (constraints.notNull("transactItems", items) && items != null) {
            if (items.isEmpty()) {
                constraints.fault("transactItems", "[]", "Member must have length greater than or equal to 1");
            } else if (items.size() > MAX_ITEMS) {
                constraints.fault(
                        "transactItems",
                        "[" + items.size() + " items]",
                        "Member must have length less than or equal to " + MAX_ITEMS);
            }
        }
        constraints.check();
        return items == null ? List.of() : items;
    }

    public static void checkBytes(long bytes) {
        if (bytes > MAX_BYTES) {
            throw ServiceException.validation("Collection size of items exceeded, which can also be caused by the "
                    + "aggregate size of the items in the transaction exceeding the 4MB limit");
        }
    }

    public static Consumption cost(Map<String, Consumption> costs, Table table) {
        return costs.computeIfAbsent(table.definition().name(), Consumption::new);
    }

    public void lock(Function<Table, Lock> lock) {
        tables.values().forEach(table -> lock.apply(table).lock());
    }

    public void unlock(Function<Table, Lock> lock) {
        tables.values().forEach(table -> lock.apply(table).unlock());
    }

    public void checkTablesThere() {
        tables.values().forEach(Table::checkThere);
    }

    /** The key, unless it is one of an item that another part of the transaction is about. */
    public Key distinct(Table table, Key key) {
        if (!keys.computeIfAbsent(table, any -> new HashSet<>()).add(key)) {
            throw ServiceException.validationOfRequest(
                    "Transaction request cannot include multiple operations on one item");
        }
        return key;
    }

    /** The next part of the transaction has no reason to cancel it. */
    public void none() {
        reasons.add(null);
    }

    /** The next part of the transaction cancels it, or its error is one of the whole request. */
    public void fail(ServiceException reason, boolean emptyKeysToo) {
        boolean cancels = reason.isValidation()
                && (!reason.isBeforeTransaction()
                        || (emptyKeysToo && reason.messageText().startsWith("One or more")));
        if (!cancels
                && !reason.is("ConditionalCheckFailedException")
                && !reason.is("ProvisionedThroughputExceededException")) {
            throw reason;
        }
        reasons.add(reason);
    }

    /** Fails with a TransactionCanceledException if any part of the transaction has failed. */
    public void checkReasons() {
        if (reasons.stream().allMatch(reason -> reason == null)) {
            return;
        }
        String codes = reasons.stream().map(Transaction::code).collect(Collectors.joining(", ", "[", "]"));
        throw ServiceException.dynamoDb(
                "TransactionCanceledException",
                "Transaction cancelled, please refer cancellation reasons for specific reasons " + codes,
                out -> out.array("CancellationReasons", reasons, reason -> write(out, reason)));
    }

    private static String code(@Nullable ServiceException reason) {
        if (reason == null) {
            return "None";
        }
        if (reason.is("ConditionalCheckFailedException")) {
            return "ConditionalCheckFailed";
        }
        return reason.isValidation() ? "ValidationError" : "ProvisionedThroughputExceeded";
    }

    private static void write(JsonWriter out, @Nullable ServiceException reason) {
        out.beginObject();
        out.field("Code", code(reason));
        if (reason != null) {
            reason.writeDetails(out);
            out.field("Message", reason.messageText());
        }
        out.endObject();
    }
}
