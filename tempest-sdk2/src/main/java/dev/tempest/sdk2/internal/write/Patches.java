package dev.tempest.sdk2.internal.write;

import dev.tempest.OperationListener.Outcome;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.ItemChange;
import dev.tempest.internal.expression.UpdateText;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.write.Expectation;
import dev.tempest.internal.write.PatchGuard;
import dev.tempest.internal.write.PatchRules;
import dev.tempest.internal.write.RowEdit;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.WriteTokens;
import dev.tempest.sdk2.internal.read.GetItemOperation;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.FailureKind;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Changes of single attributes. As with {@linkplain Increments increments}, a change of a key is one blind request where
 * DynamoDB can do all of it, and otherwise a {@linkplain PatchOnRead conditional write} of what was read. A change of an item
 * that was read is a conditional write anyway.
 *
 * @param <I> the item type
 */
public final class Patches<I> {
    private final WriteRules<I> rules;
    private final ItemMapper<I> mapper;
    private final GetItemOperation<?, I> get;
    private final PutItemOperation<I> put;
    private final UpdateItemOperation<I> update;
    private final ItemUpdate<?, I> updates;
    private final PatchRules<AttributeValue> patching;
    private final Marks marks;
    private final PatchText texts;
    private final @Nullable ItemMigration<I> upgrading;
    private final OperationInfo operation;

    Patches(
            WriteRules<I> rules,
            GetItemOperation<?, I> get,
            PutItemOperation<I> put,
            UpdateItemOperation<I> update,
            ItemUpdate<?, I> updates,
            Marks marks,
            @Nullable ItemMigration<I> upgrading) {
        this.rules = rules;
        this.mapper = rules.mapper();
        this.get = get;
        this.put = put;
        this.update = update;
        this.updates = updates;
        this.patching = rules.patches();
        this.marks = marks;
        this.texts = new PatchText(rules, updates);
        this.upgrading = upgrading;
        this.operation = rules.operation("patch");
    }

    /** The operation as listeners see it. */
    public OperationInfo operation() {
        return operation;
    }

    /** Changes the item of a key. */
    public CompletableFuture<I> byKey(
            Requests requests,
            Map<String, AttributeValue> key,
            ItemChange<AttributeValue> asked,
            ConditionalWrites mode) {
        return upgrading == null || asked.condition() == null
                ? changed(requests, key, asked, mode)
                : upgrading.onCurrent(requests, () -> changed(requests, key, asked, mode));
    }

    private CompletableFuture<I> changed(
            Requests requests,
            Map<String, AttributeValue> key,
            ItemChange<AttributeValue> asked,
            ConditionalWrites mode) {
        ItemChange<AttributeValue> change = patching.completed(rules.times().in(asked, Nonces.RANDOM), key);
        rules.requireWritable(key);
        requireReadable(change);
        Supplier<CompletableFuture<I>> onRead = () ->
                UpdateLoop.run(requests, get, mapper, key, new PatchOnRead<>(this, operation, key, change, null, mode));
        if (mode == ConditionalWrites.TRANSACTIONAL
                || marks.areTexts()
                || patching.dependsOnStored(change)
                || rules.claims().touches(change)) {
            return onRead.get();
        }
        Exchange<?, ?, I> blind = update.blind(
                operation,
                key,
                blindText(key, change, Nonces.RANDOM),
                ReturnValue.ALL_NEW,
                response -> mapper.read(response.attributes()),
                e -> failed(e, key, change));
        return requests.send(blind)
                .handle((item, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedFuture(item);
                    }
                    Throwable cause = Futures.unwrap(failure);
                    return isOfNull(cause, change) || isOfExpired(cause, change) || isOfOlder(cause, change)
                            ? onRead.get()
                            : CompletableFuture.<I>failedFuture(cause);
                })
                .thenCompose(next -> next);
    }

    private UpdateText<AttributeValue> blindText(
            Map<String, AttributeValue> key, ItemChange<AttributeValue> change, Nonces nonces) {
        UpdateText<AttributeValue> text = texts.of(
                        key,
                        change,
                        Clause.both(
                                change.createsItem()
                                        ? rules.presence().isNotExpired(nonces)
                                        : rules.presence().keyIsTaken(nonces),
                                rules.upgrades().isCurrent(change.createsItem())))
                .text();
        marks.moveOn(text, nonces);
        rules.upgrades().begin(text, change.createsItem());
        if (change.createsItem()) {
            patching.computedOfNew(RowEdit.of(key, change.actions(), SdkValues.INSTANCE))
                    .forEach(text::setIfAbsent);
        }
        return text;
    }

    /** Changes an item that was read, if nobody has changed it since. */
    public CompletableFuture<I> ofItem(
            Requests requests, I item, ItemChange<AttributeValue> asked, ConditionalWrites mode) {
        return upgrading == null || asked.condition() == null
                ? changedItem(requests, item, asked, mode)
                : upgrading.onCurrent(requests, () -> changedItem(requests, item, asked, mode));
    }

    private CompletableFuture<I> changedItem(
            Requests requests, I item, ItemChange<AttributeValue> asked, ConditionalWrites mode) {
        PatchGuard<AttributeValue> guard = guard(item, asked, Nonces.RANDOM);
        ItemChange<AttributeValue> change = patching.completed(rules.times().in(asked, Nonces.RANDOM), guard.key());
        rules.requireWritable(guard.key());
        if (patching.dependsOnStored(change) || rules.claims().touches(change)) {
            return changedOnRead(requests, guard, change, mode);
        }
        Guarded<I> guarded = guarded(guard, change, Nonces.RANDOM);
        Write<@Nullable I> write = guarded.write();
        Exchange<?, ?, Write.Attempt<@Nullable I>> exchange = update.request(
                write,
                guarded.text(),
                mode == ConditionalWrites.TRANSACTIONAL,
                response -> mapper.read(response.attributes()));
        if (rules.upgrades().areNeeded() && change.condition() == null) {
            return requests.send(exchange).thenCompose(attempt -> {
                if (attempt instanceof Write.ConditionFailed<@Nullable I> failed
                        && isOfOlder(failed.exception(), change)) {
                    requests.observation().decided(Outcome.CONFLICT);
                    write.release();
                    return changedOnRead(requests, guard, change, mode);
                }
                return stored(requests, guard, change, settle(attempt, write, change));
            });
        }
        return requests.send(exchange.then(attempt -> settle(attempt, write, change)))
                .thenCompose(stored -> stored(requests, guard, change, stored));
    }

    private CompletableFuture<I> changedOnRead(
            Requests requests,
            PatchGuard<AttributeValue> guard,
            ItemChange<AttributeValue> change,
            ConditionalWrites mode) {
        return UpdateLoop.run(
                requests,
                get,
                mapper,
                guard.key(),
                new PatchOnRead<>(this, operation, guard.key(), change, guard, mode));
    }

    /** @param stored null if the write was done, but its response did not come, or does not tell the item */
    private CompletableFuture<I> stored(
            Requests requests,
            PatchGuard<AttributeValue> guard,
            ItemChange<AttributeValue> change,
            @Nullable I stored) {
        return stored != null
                ? CompletableFuture.completedFuture(stored)
                : requests.send(get.loadRow(guard.key()))
                        .thenApply(row -> mapper.read(row.orElseGet(() -> guard.expected(change))));
    }

    private PatchGuard<AttributeValue> guard(I item, ItemChange<AttributeValue> change, Nonces nonces) {
        WriteTokens tokens = rules.tokens();
        String mapped = tokens != null && mapper.stores(tokens.attribute()) ? tokens.attribute() : null;
        return patching.guard(item, mapper.encode(item), change, mapped, nonces);
    }

    private record Guarded<I>(Write<@Nullable I> write, UpdateText<AttributeValue> text) {}

    @SuppressWarnings("NullAway") // Not every mode of it knows that the type argument is nullable.
    private Guarded<I> guarded(PatchGuard<AttributeValue> guard, ItemChange<AttributeValue> change, Nonces nonces) {
        PatchText.Built built = texts.of(
                guard.key(),
                change,
                Clause.both(
                        rules.presence().ofPresent(guard.isSame(rules.state()), nonces),
                        rules.upgrades().isCurrent(false)));
        UpdateText<AttributeValue> text = built.text();
        String versionAttribute = rules.versionAttribute();
        AttributeValue next = guard.next();
        if (versionAttribute != null && next != null) {
            text.set(versionAttribute, next);
        }
        WriteTokens tokens = rules.tokens();
        WriteTokens.Trace trace = null;
        Map<String, AttributeValue> row = guard.expected(change);
        if (tokens != null) {
            trace = tokens.trace(guard.token() == null ? null : rules.mappedBase(guard.row()), nonces);
            text.set(tokens.attribute(), tokens.value(trace));
        }
        return new Guarded<>(
                new Write<>(mapper, operation, row, null, built.condition(), guard.expectation(change), trace), text);
    }

    private @Nullable I settle(
            Write.Attempt<@Nullable I> attempt, Write<@Nullable I> write, ItemChange<AttributeValue> change) {
        if (attempt instanceof Write.Failed<@Nullable I> failed
                && failed.failure() instanceof DynamoDbException e
                && PatchRules.isOfNoPlace(message(e))) {
            write.release();
            throw failed(e, write.row(), change);
        }
        return write.settle(attempt);
    }

    /**
     * A change as a part of a transaction, which DynamoDB executes once: a text that is fixed in it does not come again.
     *
     * @throws IllegalArgumentException if attributes are computed from what a transaction does not read
     */
    public TransactWriteItem inTransaction(
            Map<String, AttributeValue> key, ItemChange<AttributeValue> asked, Nonces nonces) {
        ItemChange<AttributeValue> change = patching.completed(rules.times().in(asked, nonces), key);
        rules.requireWritable(key);
        requireReadable(change);
        patching.requireIndependent(change);
        return update.inTransaction(key, blindText(key, change, nonces));
    }

    /**
     * A change of an item that was read, as a part of a transaction.
     *
     * @throws IllegalArgumentException if attributes are computed from what a transaction does not read
     */
    public InTransaction ofItemInTransaction(I item, ItemChange<AttributeValue> asked, Nonces nonces) {
        PatchGuard<AttributeValue> guard = guard(item, asked, nonces);
        ItemChange<AttributeValue> change = patching.completed(rules.times().in(asked, nonces), guard.key());
        rules.requireWritable(guard.key());
        patching.requireIndependent(change);
        Guarded<I> guarded = guarded(guard, change, nonces);
        return new InTransaction(
                guard.key(),
                update.inTransaction(guard.key(), guarded.text()),
                guarded.write()::release,
                guard.expectation(change));
    }

    /**
     * A part of a transaction.
     *
     * @param release is to be called when the outcome of the transaction is known
     */
    public record InTransaction(
            Map<String, AttributeValue> key,
            TransactWriteItem item,
            Runnable release,
            Expectation<AttributeValue> expectation) {}

    private void requireReadable(ItemChange<AttributeValue> change) {
        if (change.createsItem()) {
            mapper.requireReadable(change.given(), "A patch");
        }
    }

    private DynamoDbException failed(
            DynamoDbException e, Map<String, AttributeValue> key, ItemChange<AttributeValue> change) {
        String action = "patch of " + mapper.describe(key);
        if (e instanceof ConditionalCheckFailedException failure) {
            return ErrorContext.withContext(
                    e,
                    action + ", "
                            + patching.describe(
                                    change,
                                    patching.expectation(change),
                                    mapper.table().present(Write.found(failure)))
                            + ErrorContext.ofItsOwnFirstTry(failure));
        }
        return ErrorContext.withContext(
                e, PatchRules.isOfNoPlace(message(e)) ? action + ", " + PatchRules.ofNoPlace(change) : action);
    }

    private static @Nullable String message(DynamoDbException e) {
        AwsErrorDetails details = e.awsErrorDetails();
        return details == null ? null : details.errorMessage();
    }

    /** Whether a change that creates an item was not made, as there is one that is past its expiry. */
    private boolean isOfExpired(Throwable failure, ItemChange<AttributeValue> change) {
        return change.createsItem() && rules.presence().isOfExpired(failure);
    }

    /** Whether a change was not made, as there is an item of an older model. With a condition, that is migrated first. */
    private boolean isOfOlder(Throwable failure, ItemChange<AttributeValue> change) {
        return change.condition() == null && rules.upgrades().older(failure) != null;
    }

    /** Whether a change was not made, as DynamoDB's own null stands where it needs a number, a set or a list. */
    private boolean isOfNull(Throwable failure, ItemChange<AttributeValue> change) {
        if (!(failure instanceof DynamoDbException e) || !FailureKind.isSentOnce(e)) {
            return false;
        }
        if (e instanceof ConditionalCheckFailedException conditionFailed) {
            Map<String, AttributeValue> found = Write.found(conditionFailed);
            return found != null && patching.holdsNull(change, found);
        }
        AwsErrorDetails details = e.awsErrorDetails();
        return details != null && PatchRules.isOfWrongType(details.errorCode(), details.errorMessage());
    }

    // What a change on what was read needs of the rest.

    WriteRules<I> rules() {
        return rules;
    }

    PutItemOperation<I> put() {
        return put;
    }

    ItemUpdate<?, I> updates() {
        return updates;
    }
}
