package dev.tempest.sdk2.internal.write;

import static java.util.Objects.requireNonNull;

import dev.tempest.UniqueValueTakenException;
import dev.tempest.internal.batch.PageLimits;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.Rendered;
import dev.tempest.internal.schema.RowKey;
import dev.tempest.internal.unique.Claim;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.internal.write.Write.Attempt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * What one transaction changes of unique values: the companion items that it writes and deletes, beside the items themselves.
 *
 * <p>A companion item may outlive its item: DynamoDB deletes expired items alone, and other programs do. So a value is taken
 * only if the item that the companion names still has it. Otherwise the next try of the transaction takes the value over, on
 * condition that nothing of that has changed.
 */
public final class ClaimMoves {
    private final List<ClaimMove> moves;
    private final Map<Id, Outlived> outlived = new HashMap<>();
    private final Set<Id> ofOthers = new HashSet<>();
    private List<Part> parts = List.of();

    /** Which companion item it is. */
    private record Id(String tableName, String claim) {}

    /**
     * A companion item whose item does not have the value.
     *
     * @param ownerKey of that item; null if the companion does not say
     * @param isChecked whether the transaction has to check the item, which it does not write itself
     * @param owner what is stored of the item; null for nothing
     */
    private record Outlived(
            @Nullable Map<String, AttributeValue> ownerKey,
            boolean isChecked,
            @Nullable Map<String, AttributeValue> owner) {}

    /** What is done to one companion item, or checked of one that may have it. */
    private record Part(Kind kind, Id id, ClaimMove move, Claim<AttributeValue> claim, TransactWriteItem item) {}

    private enum Kind {
        TAKE,
        RELEASE,
        CHECK
    }

    public ClaimMoves(List<ClaimMove> moves) {
        this.moves = moves;
    }

    /**
     * A single write that changes unique values.
     *
     * @param item the write as a part of a transaction
     */
    <T> Exchange<?, ?, Attempt<T>> exchange(Write<T> write, TransactWriteItem item) {
        List<TransactWriteItem> items = items();
        PageLimits.checkOperations(
                items.size() + 1, "operations", "The unique values of an item are written with it in one transaction.");
        return SingleTransaction.of(item, items, write);
    }

    /**
     * The parts of the transaction that are about companion items; other ones after a {@link #resolve}.
     *
     * @throws IllegalArgumentException if two items of the transaction would have one value
     */
    public List<TransactWriteItem> items() {
        Map<Id, ClaimMove> releasing = new LinkedHashMap<>();
        for (ClaimMove move : moves) {
            move.released().forEach(claim -> releasing.put(id(move, claim), move));
        }
        Map<Id, ClaimMove> taking = new HashMap<>();
        List<Part> built = new ArrayList<>();
        for (ClaimMove move : moves) {
            for (Claim<AttributeValue> claim : move.taken()) {
                Id id = id(move, claim);
                ClaimMove other = taking.put(id, move);
                if (other != null) {
                    throw new IllegalArgumentException(
                            claim.rule().describe() + " is @Unique, but two operations of the"
                                    + " transaction store the same value: of "
                                    + other.mapper().describe(other.ownerKey())
                                    + ", and of " + move.mapper().describe(move.ownerKey()) + ".");
                }
                built.add(new Part(Kind.TAKE, id, move, claim, take(id, move, claim, releasing.get(id))));
            }
        }
        releasing.forEach((id, move) -> {
            if (!taking.containsKey(id) && !ofOthers.contains(id)) {
                move.released().stream()
                        .filter(claim -> claim.id().equals(id.claim()))
                        .forEach(claim -> built.add(new Part(Kind.RELEASE, id, move, claim, release(move, claim))));
            }
        });
        Set<RowKey> checked = new HashSet<>();
        for (Part part : List.copyOf(built)) {
            Outlived found = part.kind() == Kind.TAKE ? outlived.get(part.id()) : null;
            Map<String, AttributeValue> owner = found == null || !found.isChecked() ? null : found.ownerKey();
            if (found != null && owner != null && checked.add(part.move().rowKey(owner))) {
                built.add(new Part(
                        Kind.CHECK, part.id(), part.move(), part.claim(), check(part.move(), owner, found.owner())));
            }
        }
        parts = List.copyOf(built);
        return parts.stream().map(Part::item).toList();
    }

    private static Id id(ClaimMove move, Claim<AttributeValue> claim) {
        return new Id(move.mapper().table().name(), claim.id());
    }

    private TransactWriteItem take(Id id, ClaimMove move, Claim<AttributeValue> claim, @Nullable ClaimMove releasing) {
        List<Clause<AttributeValue>> any = new ArrayList<>();
        any.add(move.table().isFree());
        any.add(move.table().isOwnedBy(move.ownerKey()));
        if (releasing != null) {
            any.add(move.table().isOwnedBy(releasing.ownerKey()));
        }
        Outlived found = outlived.get(id);
        Map<String, AttributeValue> owner = found == null ? null : found.ownerKey();
        if (owner != null) {
            any.add(move.table().isOwnedBy(owner));
        } else if (found != null) {
            any.add(new Clause.Not<>(move.table().isFree()));
        }
        Rendered<AttributeValue> condition = Rendered.of(new Clause.Any<>(any));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(id.tableName())
                        .item(move.table().companion(claim, move.ownerKey()))
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private static TransactWriteItem release(ClaimMove move, Claim<AttributeValue> claim) {
        Rendered<AttributeValue> condition = Rendered.of(
                new Clause.Any<>(List.of(move.table().isFree(), move.table().isOwnedBy(move.ownerKey()))));
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(move.mapper().table().name())
                        .key(claim.key())
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values()))
                .build();
    }

    /** That an item still does not have the value that its companion item says it has. */
    private static TransactWriteItem check(
            ClaimMove move, Map<String, AttributeValue> ownerKey, @Nullable Map<String, AttributeValue> owner) {
        Rendered<AttributeValue> condition = Rendered.of(
                owner == null
                        ? move.table().isFree()
                        : requireNonNull(move.rules().areStill(owner)));
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(move.mapper().table().name())
                        .key(ownerKey)
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values()))
                .build();
    }

    /** Whether the conditions of companion items made a transaction fail. */
    public static boolean isOfCompanions(List<CancellationReason> reasons) {
        return reasons.stream().anyMatch(ClaimMoves::isFailed);
    }

    private static boolean isFailed(CancellationReason reason) {
        return "ConditionalCheckFailed".equals(reason.code());
    }

    /**
     * Finds out why a transaction failed, so that its next try can succeed.
     *
     * @param reasons of {@link #items()}, in their order
     * @return fails with a {@link UniqueValueTakenException} if another item has a value
     */
    public CompletableFuture<@Nullable Void> resolve(
            Requests requests, List<CancellationReason> reasons, TransactionCanceledException failure) {
        List<CompletableFuture<?>> found = new ArrayList<>();
        for (int i = 0; i < parts.size() && i < reasons.size(); i++) {
            Part part = parts.get(i);
            CancellationReason reason = reasons.get(i);
            if (isFailed(reason)) {
                switch (part.kind()) {
                    case TAKE -> found.add(find(requests, part, reason, failure));
                    case RELEASE -> ofOthers.add(part.id());
                    case CHECK -> outlived.clear();
                }
            }
        }
        return CompletableFuture.allOf(found.toArray(new CompletableFuture<?>[0]));
    }

    private CompletableFuture<?> find(
            Requests requests, Part part, CancellationReason reason, TransactionCanceledException failure) {
        if (reason.hasItem() && !reason.item().isEmpty()) {
            return judge(requests, part, reason.item(), failure);
        }
        return requests.send(part.move().get().loadRow(part.claim().key()))
                .thenCompose(companion -> companion.isEmpty()
                        ? CompletableFuture.<Object>completedFuture(null)
                        : judge(requests, part, companion.get(), failure).thenApply(done -> null));
    }

    private CompletableFuture<?> judge(
            Requests requests, Part part, Map<String, AttributeValue> companion, TransactionCanceledException failure) {
        ClaimMove move = part.move();
        Map<String, AttributeValue> ownerKey = move.table().ownerIn(companion);
        RowKey owner = ownerKey == null ? null : move.rowKey(ownerKey);
        if (ownerKey == null || owner == null) {
            remember(part.id(), new Outlived(null, false, null));
            return CompletableFuture.completedFuture(null);
        }
        Optional<ClaimMove> own =
                moves.stream().filter(other -> owner.equals(other.owner())).findFirst();
        if (own.isPresent()) {
            if (!own.get().owner().equals(move.owner())
                    && own.get().held().contains(part.claim().id())) {
                return CompletableFuture.failedFuture(taken(part, ownerKey, failure));
            }
            remember(part.id(), new Outlived(ownerKey, false, null));
            return CompletableFuture.completedFuture(null);
        }
        return requests.send(move.get().loadRow(ownerKey)).thenAccept(row -> {
            if (row.isPresent() && move.rules().holds(part.claim(), row.get())) {
                throw taken(part, ownerKey, failure);
            }
            remember(part.id(), new Outlived(ownerKey, true, row.orElse(null)));
        });
    }

    private synchronized void remember(Id id, Outlived found) {
        outlived.put(id, found);
    }

    private static UniqueValueTakenException taken(
            Part part, Map<String, AttributeValue> ownerKey, TransactionCanceledException failure) {
        ClaimMove move = part.move();
        return new UniqueValueTakenException(
                move.mapper().table().name(),
                move.mapper().table().schema().table().keyValues(ownerKey),
                move.mapper().type(),
                part.claim().rule().properties(),
                part.claim().rule().describe() + " is taken: "
                        + move.mapper().table().schema().table().describeKey(ownerKey) + " in table "
                        + move.mapper().table().name() + " has the value.",
                failure);
    }
}
