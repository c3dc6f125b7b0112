package dev.tempest.sdk2.internal.batch;

import dev.tempest.ItemSet;
import dev.tempest.OperationListener.Outcome;
import dev.tempest.internal.batch.PageLimits;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.locking.Backoff;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.OneTime;
import dev.tempest.internal.observing.Observation;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.FailureKind;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.internal.write.ClaimMove;
import dev.tempest.sdk2.internal.write.ClaimMoves;
import dev.tempest.sdk2.internal.write.SingleTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * A transaction that changes unique values. It reads the items whose values it may change, and writes on condition that they
 * are as they were read; again, if they have changed.
 */
final class ClaimingTransaction {
    private final Requests requests;
    private final Registry registry;
    private final TransactionWriteSet set;
    private final long deadline;
    private int conflicts;
    private @Nullable Round round;

    private ClaimingTransaction(
            Requests requests, Registry registry, TransactionWriteSet set, List<TransactStep> steps) {
        this.requests = requests;
        this.registry = registry;
        this.set = set;
        this.deadline = requests.nanoTime()
                + steps.get(0).operations().table().settings().updateTimeout().toNanos();
    }

    /**
     * The transaction as it is sent on what was read.
     *
     * @param bases what was read for the operation of a number
     */
    private record Round(
            List<TransactStep> steps, Map<Integer, Optional<Map<String, AttributeValue>>> bases, ClaimMoves moves) {

        /** Whether an item has other unique values than were read. */
        boolean isOutdated(List<CancellationReason> reasons) {
            return bases.entrySet().stream().anyMatch(base -> {
                CancellationReason reason = reasons.get(base.getKey());
                TransactStep step = steps.get(base.getKey());
                return "ConditionalCheckFailed".equals(reason.code())
                        && !step.operations()
                                .rules()
                                .claims()
                                .rules()
                                .areSame(base.getValue().orElse(null), reason.hasItem() ? reason.item() : null);
            });
        }
    }

    /** What became of a request. */
    private sealed interface Attempt {}

    private record Done(ItemSet stored) implements Attempt {}

    private record Cancelled(TransactionCanceledException exception) implements Attempt, Observation.Undecided {}

    static CompletableFuture<ItemSet> run(
            Requests requests, Registry registry, TransactionWriteSet set, List<TransactStep> steps) {
        ClaimingTransaction transaction = new ClaimingTransaction(requests, registry, set, steps);
        return Futures.untilResult(() -> transaction.step(steps));
    }

    private CompletableFuture<@Nullable ItemSet> step(List<TransactStep> first) {
        Round known = round;
        return known == null ? read(first) : send(known);
    }

    private CompletableFuture<@Nullable ItemSet> read(List<TransactStep> steps) {
        Map<Integer, CompletableFuture<Optional<Map<String, AttributeValue>>>> reads = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            TransactStep step = steps.get(i);
            // A create requires that there is nothing.
            if (step.changesClaims() && !(step.operation() instanceof TransactionWriteSet.Create)) {
                reads.put(
                        i,
                        requests.send(step.operations()
                                .get()
                                .loadRow(step.operations()
                                        .table()
                                        .schema()
                                        .table()
                                        .requireKey(step.row()))));
            }
        }
        return CompletableFuture.allOf(reads.values().toArray(new CompletableFuture<?>[0]))
                .thenApply(all -> {
                    Map<Integer, Optional<Map<String, AttributeValue>>> bases = new HashMap<>();
                    reads.forEach((number, row) -> bases.put(number, row.join()));
                    round = round(bases);
                    return null;
                });
    }

    private Round round(Map<Integer, Optional<Map<String, AttributeValue>>> bases) {
        List<TransactStep> steps = TransactWriteOperation.steps(
                registry, set, Nonces.RANDOM.at(new OneTime()), number -> required(number, bases));
        List<ClaimMove> moves = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            TransactStep step = steps.get(i);
            if (step.changesClaims()) {
                Map<String, AttributeValue> base =
                        bases.getOrDefault(i, Optional.empty()).orElse(null);
                moves.add(step.operations().rules().claims().move(step.row(), base, step.claimedAfter(base)));
            }
        }
        return new Round(steps, bases, new ClaimMoves(moves));
    }

    private @Nullable Clause<AttributeValue> required(
            int number, Map<Integer, Optional<Map<String, AttributeValue>>> bases) {
        Optional<Map<String, AttributeValue>> base = bases.get(number);
        return base == null
                ? null
                : TransactStep.claims(registry, set.operations().get(number)).areStill(base.orElse(null), null);
    }

    private CompletableFuture<@Nullable ItemSet> send(Round sent) {
        List<TransactWriteItem> items =
                new ArrayList<>(sent.steps().stream().map(TransactStep::item).toList());
        items.addAll(sent.moves().items());
        PageLimits.checkOperations(
                items.size(),
                "operations",
                "The companion items of unique values count, too. Make several transactions.");
        TransactWriteItemsRequest request = TransactWriteItemsRequest.builder()
                .transactItems(items)
                .clientRequestToken(UUID.randomUUID().toString())
                .build();
        ItemSet stored = TransactWriteOperation.storedBy(sent.steps());
        Exchange<?, ?, Attempt> exchange = new Exchange<>(
                TransactWriteOperation.OPERATION,
                SingleTransaction.COMMAND,
                request,
                response -> {
                    TransactWriteOperation.release(sent.steps());
                    return new Done(stored);
                },
                e -> {
                    if (e instanceof TransactionCanceledException cancelled
                            && cancelled.cancellationReasons().size() == items.size()) {
                        return new Cancelled(cancelled);
                    }
                    throw e instanceof DynamoDbException failure
                            ? TransactWriteOperation.withFailures(failure, sent.steps())
                            : e;
                });
        return requests.send(exchange)
                .thenCompose(attempt -> attempt instanceof Done done
                        ? CompletableFuture.completedFuture(done.stored())
                        : cancelled(sent, ((Cancelled) attempt).exception()));
    }

    private CompletableFuture<@Nullable ItemSet> cancelled(Round sent, TransactionCanceledException exception) {
        int operations = sent.steps().size();
        List<CancellationReason> reasons = exception.cancellationReasons();
        List<CancellationReason> ofCompanions = reasons.subList(operations, reasons.size());
        boolean mayGoOn = FailureKind.isSentOnce(exception) && requests.nanoTime() < deadline;
        if (mayGoOn && sent.isOutdated(reasons)) {
            TransactWriteOperation.release(sent.steps());
            round = null;
            return again();
        }
        boolean isOfCompanions = reasons.subList(0, operations).stream()
                        .allMatch(
                                reason -> reason.code() == null || reason.code().equals("None"))
                && ClaimMoves.isOfCompanions(ofCompanions);
        if (!mayGoOn || !isOfCompanions) {
            requests.observation().decided(Outcome.CONDITION_FAILED);
            throw TransactWriteOperation.withFailures(exception, sent.steps());
        }
        return sent.moves()
                .resolve(requests, ofCompanions, exception)
                .handle((resolved, failure) -> {
                    if (failure != null) {
                        requests.observation().decided(Outcome.CONDITION_FAILED);
                        TransactWriteOperation.release(sent.steps());
                        throw Futures.rethrow(failure);
                    }
                    return again();
                })
                .thenCompose(next -> next);
    }

    private CompletableFuture<@Nullable ItemSet> again() {
        requests.observation().decided(Outcome.CONFLICT);
        conflicts++;
        return requests.pause(Backoff.afterConflict(conflicts)).thenApply(waited -> null);
    }
}
