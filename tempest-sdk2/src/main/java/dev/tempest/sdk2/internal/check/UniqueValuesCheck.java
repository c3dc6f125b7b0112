package dev.tempest.sdk2.internal.check;

import static java.util.Objects.requireNonNull;

import dev.tempest.UniqueValuesReport;
import dev.tempest.UniqueValuesReport.Clash;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.Rendered;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.unique.Claim;
import dev.tempest.sdk2.internal.mapping.TableContext;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Exchange.Command;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.internal.table.Table;
import dev.tempest.sdk2.internal.write.ItemOperations;
import dev.tempest.sdk2.internal.write.SingleTransaction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Reads the tables of a database, and compares the items that have unique values with their companion items. What is repaired
 * is repaired on condition that it is as it was read; what has changed meanwhile, its writer has taken care of.
 */
public final class UniqueValuesCheck {
    private static final Command<ScanRequest, ScanResponse> SCAN =
            new Command<>("Scan", false, DynamoDbClient::scan, DynamoDbAsyncClient::scan);

    private final Requests requests;
    private final OperationInfo operation;
    private final boolean repairs;
    private final List<Clash> clashes = new ArrayList<>();
    private long items;
    private long itemsWithoutCompanion;
    private long companionsWithoutItem;
    private long repaired;

    private UniqueValuesCheck(Requests requests, boolean repairs) {
        this.requests = requests;
        this.operation = operation(repairs);
        this.repairs = repairs;
    }

    /** The operation as listeners see it. */
    public static OperationInfo operation(boolean repairs) {
        return OperationInfo.ofMany(repairs ? "repairUniqueValues" : "checkUniqueValues");
    }

    public static CompletableFuture<UniqueValuesReport> run(
            Requests requests, Collection<Table<?>> tables, boolean repairs) {
        UniqueValuesCheck check = new UniqueValuesCheck(requests, repairs);
        Deque<Supplier<CompletableFuture<Boolean>>> work = new ArrayDeque<>();
        for (Table<?> table : tables) {
            if (!table.claiming().isEmpty()) {
                work.add(() -> check.page(work, table, null));
            }
        }
        return Futures.untilResult(() -> {
            Supplier<CompletableFuture<Boolean>> next = work.poll();
            return next == null
                    ? CompletableFuture.completedFuture(check.report())
                    : next.get().thenApply(done -> null);
        });
    }

    private UniqueValuesReport report() {
        return new UniqueValuesReport(items, itemsWithoutCompanion, companionsWithoutItem, repaired, clashes);
    }

    private CompletableFuture<Boolean> page(
            Deque<Supplier<CompletableFuture<Boolean>>> work,
            Table<?> table,
            @Nullable Map<String, AttributeValue> lastRow) {
        ScanRequest request = ScanRequest.builder()
                .tableName(table.name())
                .consistentRead(true)
                .exclusiveStartKey(lastRow)
                .build();
        return requests.send(Exchange.of(
                        operation,
                        SCAN,
                        request,
                        response -> response,
                        ErrorContext.during(() -> operation.name() + " of table " + table.name())))
                .thenApply(response -> {
                    response.items().forEach(row -> work.add(() -> row(table, row)));
                    if (response.hasLastEvaluatedKey()) {
                        work.add(() -> page(work, table, response.lastEvaluatedKey()));
                    }
                    return true;
                });
    }

    private CompletableFuture<Boolean> row(Table<?> table, Map<String, AttributeValue> row) {
        if (table.context().unique().isCompanion(row)) {
            return companion(table, row);
        }
        CompletableFuture<Boolean> last = CompletableFuture.completedFuture(true);
        for (ItemOperations<?, ?> type : table.claiming()) {
            if (type.recognizes(row)) {
                items++;
                for (Claim<AttributeValue> claim :
                        type.rules().claims().rules().claims(row).values()) {
                    last = last.thenCompose(done -> item(type, row, claim));
                }
                break;
            }
        }
        return last;
    }

    /** A value of an item, which must have a companion item that names the item. */
    private CompletableFuture<Boolean> item(
            ItemOperations<?, ?> type, Map<String, AttributeValue> row, Claim<AttributeValue> claim) {
        TableContext<?> table = type.table();
        return requests.send(type.get().loadRow(claim.key())).thenCompose(companion -> {
            Map<String, AttributeValue> owner =
                    companion.map(table.unique()::ownerIn).orElse(null);
            if (owner == null) {
                return missing(type, row, claim, null, null);
            }
            if (table.rowKey(owner).equals(table.rowKey(row))) {
                return CompletableFuture.completedFuture(true);
            }
            return requests.send(type.get().loadRow(owner)).thenCompose(other -> {
                if (other.isPresent() && type.rules().claims().rules().holds(claim, other.get())) {
                    clashes.add(clash(type, row, claim, owner));
                    return CompletableFuture.completedFuture(true);
                }
                return missing(type, row, claim, owner, other.orElse(null));
            });
        });
    }

    private static Clash clash(
            ItemOperations<?, ?> type,
            Map<String, AttributeValue> row,
            Claim<AttributeValue> claim,
            Map<String, AttributeValue> owner) {
        return new Clash(
                type.tableName(),
                type.type(),
                claim.rule().properties(),
                type.table().schema().table().keyValues(row),
                type.table().schema().table().keyValues(owner));
    }

    /**
     * A value without a companion item of its own.
     *
     * @param owner whom the companion item names; null if there is none
     * @param other what is stored of that item
     */
    private CompletableFuture<Boolean> missing(
            ItemOperations<?, ?> type,
            Map<String, AttributeValue> row,
            Claim<AttributeValue> claim,
            @Nullable Map<String, AttributeValue> owner,
            @Nullable Map<String, AttributeValue> other) {
        itemsWithoutCompanion++;
        if (!repairs) {
            return CompletableFuture.completedFuture(true);
        }
        TableContext<?> table = type.table();
        Map<String, AttributeValue> key = table.schema().table().requireKey(row);
        Clause<AttributeValue> free = table.unique().isFree();
        Rendered<AttributeValue> condition = Rendered.of(
                owner == null
                        ? free
                        : new Clause.Any<>(List.of(free, table.unique().isOwnedBy(owner))));
        List<TransactWriteItem> parts = new ArrayList<>();
        parts.add(TransactWriteItem.builder()
                .put(put -> put.tableName(table.name())
                        .item(table.unique().companion(claim, key))
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values()))
                .build());
        parts.add(check(type, row, row));
        if (owner != null) {
            parts.add(check(type, owner, other));
        }
        return repair(parts);
    }

    /** A companion item, whose item must have the value. */
    private CompletableFuture<Boolean> companion(Table<?> table, Map<String, AttributeValue> companion) {
        TableContext<?> context = table.context();
        Map<String, AttributeValue> owner = context.unique().ownerIn(companion);
        ItemOperations<?, ?> type = table.claiming().stream()
                .filter(each ->
                        context.unique().isOf(companion, each.rules().claims().rules()))
                .findFirst()
                .orElse(null);
        if (owner == null || type == null) {
            // Of a type that this database does not have.
            return CompletableFuture.completedFuture(true);
        }
        return requests.send(type.get().loadRow(owner)).thenCompose(row -> {
            Map<String, AttributeValue> stored = row.orElse(null);
            boolean isHeld = stored != null
                    && type.rules().claims().rules().claims(stored).values().stream()
                            .anyMatch(claim -> context.rowKey(claim.key()).equals(context.rowKey(companion)));
            if (isHeld) {
                return CompletableFuture.completedFuture(true);
            }
            companionsWithoutItem++;
            if (!repairs) {
                return CompletableFuture.completedFuture(true);
            }
            Rendered<AttributeValue> condition = Rendered.of(context.unique().isOwnedBy(owner));
            TransactWriteItem delete = TransactWriteItem.builder()
                    .delete(part -> part.tableName(context.name())
                            .key(context.schema().table().requireKey(companion))
                            .conditionExpression(condition.expression())
                            .expressionAttributeNames(condition.names())
                            .expressionAttributeValues(condition.values()))
                    .build();
            return repair(List.of(delete, check(type, owner, stored)));
        });
    }

    /** That an item has the unique values that were read. */
    private static TransactWriteItem check(
            ItemOperations<?, ?> type, Map<String, AttributeValue> key, @Nullable Map<String, AttributeValue> stored) {
        TableContext<?> table = type.table();
        Rendered<AttributeValue> condition = Rendered.of(
                stored == null
                        ? table.unique().isFree()
                        : requireNonNull(type.rules().claims().rules().areStill(stored)));
        return TransactWriteItem.builder()
                .conditionCheck(part -> part.tableName(table.name())
                        .key(table.schema().table().requireKey(key))
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values()))
                .build();
    }

    private CompletableFuture<Boolean> repair(List<TransactWriteItem> parts) {
        TransactWriteItemsRequest request = TransactWriteItemsRequest.builder()
                .transactItems(parts)
                .clientRequestToken(UUID.randomUUID().toString())
                .build();
        return requests.send(new Exchange<>(operation, SingleTransaction.COMMAND, request, response -> true, e -> {
                    if (e instanceof TransactionCanceledException) {
                        return false;
                    }
                    throw e;
                }))
                .thenApply(isDone -> {
                    repaired += isDone ? 1 : 0;
                    return isDone;
                });
    }
}
