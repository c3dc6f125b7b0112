package dev.tempest.sdk2.internal.batch;

import dev.tempest.ItemSet;
import dev.tempest.internal.batch.FailureCodes;
import dev.tempest.internal.batch.PageLimits;
import dev.tempest.internal.batch.PagedUpdates.Verdict;
import dev.tempest.internal.batch.TransactionPage;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.OneTime;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.schema.RowKey;
import dev.tempest.sdk2.TransactionFailure;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.sdk2.TransactionWriteSet.Operation;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.FailureKind;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.internal.request.Trouble;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import dev.tempest.sdk2.internal.write.ItemMigration;
import dev.tempest.sdk2.internal.write.SingleTransaction;
import dev.tempest.sdk2.internal.write.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * TransactWriteItems: one transaction whose items, versions and tokens are encoded. However often it is sent, it is the same
 * request.
 */
public final class TransactWriteOperation implements TransactionPage.Prepared {
    /** The operation as listeners see it. */
    public static final OperationInfo OPERATION = OperationInfo.ofMany("transactionWrite");

    private final Exchange<?, ?, ItemSet> exchange;
    private final List<TransactStep> steps;
    private final boolean changesClaims;

    private TransactWriteOperation(Exchange<?, ?, ItemSet> exchange, List<TransactStep> steps) {
        this.exchange = exchange;
        this.steps = steps;
        this.changesClaims = steps.stream().anyMatch(TransactStep::changesClaims);
    }

    /**
     * A transaction that is ready to be sent.
     *
     * @throws IllegalArgumentException if DynamoDB would not take the transaction, or an operation cannot be encoded
     */
    public static TransactWriteOperation of(Registry registry, TransactionWriteSet set) {
        PageLimits.checkOperations(
                set.operations().size(), "operations", "A WritingPager makes a series of transactions.");
        if (set.operations().isEmpty()) {
            return new TransactWriteOperation(
                    Exchange.completed(ItemSet.builder().build()), List.of());
        }
        String token = set.idempotencyToken();
        Nonces nonces = token == null
                ? Nonces.RANDOM.at(new OneTime())
                : Nonces.of(token).at(OneTime.of(set));
        List<TransactStep> steps = steps(registry, set, nonces, number -> null);
        TransactWriteItemsRequest request = TransactWriteItemsRequest.builder()
                .transactItems(steps.stream().map(TransactStep::item).toList())
                .clientRequestToken(token == null ? UUID.randomUUID().toString() : token)
                .build();
        ItemSet storedItems = storedBy(steps);
        Exchange<?, ?, ItemSet> exchange = Exchange.of(
                OPERATION,
                SingleTransaction.COMMAND,
                request,
                response -> settled(steps, storedItems),
                e -> withFailures(e, steps));
        return new TransactWriteOperation(exchange, steps);
    }

    /**
     * The operations of a set with their requests.
     *
     * @param required what is required of the item of an operation, by its number, besides its own condition
     */
    static List<TransactStep> steps(
            Registry registry,
            TransactionWriteSet set,
            Nonces nonces,
            IntFunction<@Nullable Clause<AttributeValue>> required) {
        List<TransactStep> steps = new ArrayList<>();
        Map<RowKey, TransactStep> byRow = new HashMap<>();
        for (Operation operation : set.operations()) {
            TransactStep step = TransactStep.of(registry, operation, required.apply(steps.size()), nonces);
            steps.add(step);
            TransactStep other = byRow.put(step.operations().table().rowKey(step.row()), step);
            if (other != null) {
                throw new IllegalArgumentException("Two operations of the transaction touch one item: "
                        + other.describe() + ", and " + step.describe() + ". Make them one.");
            }
        }
        return steps;
    }

    /** The items that the operations store. */
    static ItemSet storedBy(List<TransactStep> steps) {
        ItemSet.Builder stored = ItemSet.builder();
        for (TransactStep step : steps) {
            Write<Object> put = step.put();
            if (put != null) {
                stored.add(step.operation().target(), put.result());
            }
        }
        return stored.build();
    }

    /** Whether the transaction may change unique values, so that it has to read first. */
    public boolean changesClaims() {
        return changesClaims;
    }

    /**
     * The same transaction for a pager, which sends each page by itself.
     *
     * @throws IllegalArgumentException if the transaction has to read first
     */
    public TransactWriteOperation requireFixed() {
        if (changesClaims) {
            release(steps);
            throw new IllegalArgumentException(claiming()
                    + " is @Unique, and a WritingPager cannot write it: what its transaction has depends on what is stored."
                    + " Call transactionWrite for each page.");
        }
        return this;
    }

    private String claiming() {
        return steps.stream()
                .filter(TransactStep::changesClaims)
                .findFirst()
                .map(step -> step.operations().rules().claims().describe())
                .orElse("");
    }

    /**
     * Makes way for the transaction that reads what is stored.
     *
     * @throws IllegalArgumentException if the caller's token asks for one request, always the same
     */
    public CompletableFuture<ItemSet> runOnRead(Requests requests, Registry registry, TransactionWriteSet set) {
        release(steps);
        if (set.idempotencyToken() != null) {
            throw new IllegalArgumentException(claiming()
                    + " is @Unique, so that the transaction depends on what is stored, and has another request when it is"
                    + " sent again. Leave out the idempotencyToken: the library's own covers the retries of the SDK.");
        }
        return ClaimingTransaction.run(requests, registry, set, steps);
    }

    /** Whether an item of an older model makes the transaction fail, which then has to be migrated first. */
    public boolean needsCurrent() {
        for (TransactStep step : steps) {
            if (step.needsCurrent()) {
                return true;
            }
        }
        return false;
    }

    /** Sends the transaction. If it meets items of older models, it is sent again after these were migrated. */
    public CompletableFuture<ItemSet> runOnCurrent(Requests requests, Registry registry, TransactionWriteSet set) {
        long timeout =
                steps.get(0).operations().table().settings().updateTimeout().toNanos();
        return runOnCurrent(requests, registry, set, requests.nanoTime() + timeout);
    }

    private CompletableFuture<ItemSet> runOnCurrent(
            Requests requests, Registry registry, TransactionWriteSet set, long deadline) {
        return requests.send(exchange)
                .handle((stored, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedFuture(stored);
                    }
                    Throwable cause = Futures.unwrap(failure);
                    List<Supplier<CompletableFuture<?>>> migrations = migrations(requests, cause);
                    if (migrations.isEmpty() || requests.nanoTime() - deadline >= 0) {
                        return CompletableFuture.<ItemSet>failedFuture(cause);
                    }
                    CompletableFuture<?> migrated = CompletableFuture.completedFuture(null);
                    for (Supplier<CompletableFuture<?>> migration : migrations) {
                        migrated = migrated.thenCompose(done -> migration.get());
                    }
                    return migrated.thenCompose(
                            done -> of(registry, set).runOnCurrent(requests, registry, set, deadline));
                })
                .thenCompose(next -> next);
    }

    /** The migrations of the items of older models, if nothing else made the transaction fail; empty otherwise. */
    private List<Supplier<CompletableFuture<?>>> migrations(Requests requests, Throwable failure) {
        List<Supplier<CompletableFuture<?>>> migrations = new ArrayList<>();
        if (!(failure instanceof TransactionCanceledException cancelled)
                || cancelled.cancellationReasons().size() != steps.size()) {
            return migrations;
        }
        for (int i = 0; i < steps.size(); i++) {
            CancellationReason reason = cancelled.cancellationReasons().get(i);
            if (reason.code() == null || reason.code().equals("None")) {
                continue;
            }
            Map<String, AttributeValue> older = steps.get(i).older(reason);
            ItemMigration<Object> upgrading = steps.get(i).operations().upgrading();
            if (older == null || upgrading == null) {
                return List.of();
            }
            migrations.add(() -> upgrading.migrate(requests, older));
        }
        return migrations;
    }

    public Exchange<?, ?, ItemSet> exchange() {
        return exchange;
    }

    @Override
    public long[] sizes() {
        return steps.stream()
                .mapToLong(step -> SdkValues.INSTANCE.size(step.row()))
                .toArray();
    }

    @Override
    public String describe(int operation) {
        return steps.get(operation).describe();
    }

    /** What a failure of a transaction says of it. */
    public static Verdict verdict(Throwable failure) {
        if (failure instanceof IllegalArgumentException) {
            return Verdict.NOT_DONE;
        }
        if (!(failure instanceof RuntimeException e)) {
            return Verdict.UNKNOWN;
        }
        if (e instanceof IdempotentParameterMismatchException
                || Trouble.of(e, true) == Trouble.OF_AN_ITEM
                || (e instanceof TransactionCanceledException cancelled && isStale(cancelled))) {
            return Verdict.STALE;
        }
        return FailureKind.isCertainlyNotDone(e) ? Verdict.NOT_DONE : Verdict.UNKNOWN;
    }

    private static boolean isStale(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .anyMatch(FailureCodes::isStale);
    }

    private static ItemSet settled(List<TransactStep> steps, ItemSet stored) {
        release(steps);
        return stored;
    }

    /** Lets other writes have the slots, once it is known what became of the transaction. */
    static void release(List<TransactStep> steps) {
        for (TransactStep step : steps) {
            step.release().run();
        }
    }

    static DynamoDbException withFailures(DynamoDbException e, List<TransactStep> steps) {
        if (!(e instanceof TransactionCanceledException cancelled) || !cancelled.hasCancellationReasons()) {
            return ErrorContext.withContext(e, "transaction of " + steps.size() + " operations");
        }
        if (FailureKind.isSentOnce(e)) {
            release(steps);
        }
        List<TransactionFailure> failures = new ArrayList<>();
        StringBuilder text = new StringBuilder("transaction of " + steps.size() + " operations, cancelled because of ");
        String separator = "";
        List<CancellationReason> reasons = cancelled.cancellationReasons();
        for (int i = 0; i < reasons.size() && i < steps.size(); i++) {
            CancellationReason reason = reasons.get(i);
            if (reason.code() != null && !reason.code().equals("None")) {
                TransactStep step = steps.get(i);
                failures.add(TransactionFailure.builder()
                        .index(i)
                        .operation(step.operation())
                        .tableName(step.operations().table().name())
                        .code(reason.code())
                        .message(reason.message())
                        .item(reason.hasItem() ? step.operations().readOrNull(reason.item()) : null)
                        .build());
                text.append(separator)
                        .append(i)
                        .append(": ")
                        .append(step.describe())
                        .append(" (")
                        .append(reason.code())
                        .append(
                                reason.code().equals("ConditionalCheckFailed")
                                        ? ": " + step.describe(reason.hasItem() ? reason.item() : null)
                                        : ofNoNumber(step, reason))
                        .append(')');
                separator = "; ";
            }
        }
        return ErrorContext.withContext(
                e, text.append(ErrorContext.ofAnEarlierTry(e)).toString(), new Failures(failures));
    }

    /** DynamoDB does not say which attribute has the wrong type, and does not return the item. */
    private static String ofNoNumber(TransactStep step, CancellationReason reason) {
        if (!(step.operation() instanceof TransactionWriteSet.Increment increase)
                || !reason.code().equals("ValidationError")) {
            return "";
        }
        List<String> numbers = new ArrayList<>();
        increase.increment().counters().forEach(counter -> numbers.add(counter.property()));
        String version = step.operations().rules().versionAttribute();
        if (version != null) {
            numbers.add(version);
        }
        return ": " + String.join(" or ", numbers)
                + " is stored as NULL or as another type that DynamoDB cannot add to;"
                + " increment the item outside of a transaction";
    }

    /** The failed operations, as the cause of the SDK's own exception, which has no room for them. */
    static final class Failures extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient List<TransactionFailure> failures;

        Failures(List<TransactionFailure> failures) {
            super("failed operations: " + failures.size() + "; failuresIn returns them", null, false, false);
            this.failures = failures;
        }
    }

    public static List<TransactionFailure> failuresIn(TransactionCanceledException e) {
        return e.getCause() instanceof Failures cause ? cause.failures : List.of();
    }
}
