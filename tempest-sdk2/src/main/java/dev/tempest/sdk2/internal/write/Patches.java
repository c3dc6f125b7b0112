package dev.tempest.sdk2.internal.write;

import dev.tempest.internal.codec.ComputedAttributes;
import dev.tempest.internal.expression.Action;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.ItemChange;
import dev.tempest.internal.expression.UpdateText;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.WriteTokens;
import dev.tempest.sdk2.internal.read.GetItemOperation;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.FailureKind;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.internal.schema.SdkValues;
import dev.tempest.sdk2.internal.write.Write.Expectation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    private final Counters counters;
    private final Marks marks;
    private final PatchText texts;
    private final OperationInfo operation;

    Patches(
            WriteRules<I> rules,
            GetItemOperation<?, I> get,
            PutItemOperation<I> put,
            UpdateItemOperation<I> update,
            ItemUpdate<?, I> updates,
            Counters counters,
            Marks marks) {
        this.rules = rules;
        this.mapper = rules.mapper();
        this.get = get;
        this.put = put;
        this.update = update;
        this.updates = updates;
        this.counters = counters;
        this.marks = marks;
        this.texts = new PatchText(rules, updates);
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
            ItemChange<AttributeValue> change,
            ConditionalWrites mode) {
        rules.home().check(key);
        requireReadable(change);
        Supplier<CompletableFuture<I>> onRead = () ->
                UpdateLoop.run(requests, get, mapper, key, new PatchOnRead<>(this, operation, key, change, null, mode));
        if (mode == ConditionalWrites.TRANSACTIONAL || marks.areTexts() || dependsOnStored(change)) {
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
                    return isOfNull(cause, change) ? onRead.get() : CompletableFuture.<I>failedFuture(cause);
                })
                .thenCompose(next -> next);
    }

    private UpdateText<AttributeValue> blindText(
            Map<String, AttributeValue> key, ItemChange<AttributeValue> change, Nonces nonces) {
        UpdateText<AttributeValue> text = texts.of(key, change, change.createsItem() ? null : rules.keyIsTaken())
                .text();
        marks.moveOn(text, nonces);
        if (change.createsItem()) {
            counters.computedOfNew(RowEdit.of(key, change.actions())).forEach(text::setIfAbsent);
        }
        return text;
    }

    /** Changes an item that was read, if nobody has changed it since. */
    public CompletableFuture<I> ofItem(
            Requests requests, I item, ItemChange<AttributeValue> change, ConditionalWrites mode) {
        PatchGuard guard = PatchGuard.of(rules, item, change, Nonces.RANDOM);
        rules.home().check(guard.key());
        if (dependsOnStored(change)) {
            return UpdateLoop.run(
                    requests,
                    get,
                    mapper,
                    guard.key(),
                    new PatchOnRead<>(this, operation, guard.key(), change, guard, mode));
        }
        Guarded<I> guarded = guarded(guard, change, Nonces.RANDOM);
        Write<@Nullable I> write = guarded.write();
        Exchange<?, ?, Write.Attempt<@Nullable I>> exchange = update.request(
                write,
                guarded.text(),
                mode == ConditionalWrites.TRANSACTIONAL,
                response -> mapper.read(response.attributes()));
        return requests.send(exchange.then(attempt -> settle(attempt, write, change)))
                .thenCompose(stored -> stored != null
                        ? CompletableFuture.completedFuture(stored)
                        // The write was done, but its response did not come, or does not tell the item.
                        : requests.send(get.loadRow(guard.key()))
                                .thenApply(row -> mapper.read(row.orElseGet(() -> guard.expected(change)))));
    }

    private record Guarded<I>(Write<@Nullable I> write, UpdateText<AttributeValue> text) {}

    @SuppressWarnings("NullAway") // Not every mode of it knows that the type argument is nullable.
    private Guarded<I> guarded(PatchGuard guard, ItemChange<AttributeValue> change, Nonces nonces) {
        Clause<AttributeValue> isSame = null;
        AttributeValue version = guard.version();
        if (version != null) {
            isSame = rules.versionIs(version);
        }
        AttributeValue token = guard.token();
        if (token != null) {
            isSame = Clause.both(isSame, rules.tokenIs(token));
        }
        PatchText.Built built = texts.of(guard.key(), change, isSame);
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
            trace = tokens.trace(token == null ? null : rules.mappedBase(guard.row()), nonces);
            text.set(tokens.attribute(), tokens.value(trace));
        }
        return new Guarded<>(
                new Write<>(mapper, operation, row, null, built.condition(), guard.expectation(change), trace), text);
    }

    private @Nullable I settle(
            Write.Attempt<@Nullable I> attempt, Write<@Nullable I> write, ItemChange<AttributeValue> change) {
        if (attempt instanceof Write.Failed<@Nullable I> failed
                && failed.failure() instanceof DynamoDbException e
                && isOfNoPlace(e)) {
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
            Map<String, AttributeValue> key, ItemChange<AttributeValue> change, Nonces nonces) {
        rules.home().check(key);
        requireReadable(change);
        requireIndependent(change);
        return update.inTransaction(key, blindText(key, change, nonces));
    }

    /**
     * A change of an item that was read, as a part of a transaction.
     *
     * @throws IllegalArgumentException if attributes are computed from what a transaction does not read
     */
    public InTransaction ofItemInTransaction(I item, ItemChange<AttributeValue> change, Nonces nonces) {
        PatchGuard guard = PatchGuard.of(rules, item, change, nonces);
        rules.home().check(guard.key());
        requireIndependent(change);
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
            Map<String, AttributeValue> key, TransactWriteItem item, Runnable release, Expectation expectation) {}

    private void requireIndependent(ItemChange<AttributeValue> change) {
        if (dependsOnStored(change)) {
            throw new IllegalArgumentException(mapper.typeName() + " computes attributes ("
                    + String.join(", ", new TreeSet<>(counters.computed().names()))
                    + ") that a patch in a transaction cannot compute. Patch it outside of a transaction, or load it and"
                    + " save or merge it in the transaction.");
        }
    }

    private void requireReadable(ItemChange<AttributeValue> change) {
        if (change.createsItem()) {
            mapper.requireReadable(change.given(), "A patch");
        }
    }

    private boolean dependsOnStored(ItemChange<AttributeValue> change) {
        ComputedAttributes<?, AttributeValue> computed = counters.computed();
        return (change.createsItem() && !computed.areMadeOfKey())
                || change.properties().stream().anyMatch(computed::areMadeOf);
    }

    public Expectation expectation(ItemChange<AttributeValue> change) {
        return new Expectation(change.createsItem() ? null : Expectation.AN_ITEM, null, null, change.condition());
    }

    /** Why the condition of a change failed. */
    public String describe(
            ItemChange<AttributeValue> change, Expectation expectation, @Nullable Map<String, AttributeValue> found) {
        String noNumber = found == null ? null : Counters.noNumber(numbers(change), found, false);
        return noNumber == null ? describeRead(change, expectation, found) : noNumber;
    }

    /** Why the condition of a change failed that takes NULL for absent. */
    String describeRead(
            ItemChange<AttributeValue> change, Expectation expectation, @Nullable Map<String, AttributeValue> found) {
        String full = found == null ? null : full(change, found);
        return full == null ? expectation.describe(found) : full;
    }

    /** Whether DynamoDB's own null stands where a change needs a number. */
    public boolean holdsNull(ItemChange<AttributeValue> change, Map<String, AttributeValue> row) {
        return Counters.holdsNull(numbers(change), row);
    }

    /** The attributes to which a change adds, and what messages call them. */
    private Map<String, String> numbers(ItemChange<AttributeValue> change) {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (Action<AttributeValue> action : change.actions()) {
            if (action instanceof Action.Count<AttributeValue>
                    && action.path().nested().isEmpty()) {
                numbers.put(action.path().attribute(), action.path().attribute());
            }
        }
        String attribute = rules.versionAttribute();
        VersionRule<AttributeValue> rule = rules.version();
        if (attribute != null && (rule == null || rule.isNumber())) {
            numbers.put(attribute, attribute);
        }
        return numbers;
    }

    /** Which number of an item has no room for what is added; null for none. */
    @Nullable String full(ItemChange<AttributeValue> change, Map<String, AttributeValue> row) {
        for (Action<AttributeValue> action : change.actions()) {
            if (action instanceof Action.Count<AttributeValue> count
                    && count.limit() != null
                    && count.path().nested().isEmpty()) {
                AttributeValue stored = SdkValues.in(row, count.path().attribute());
                int comparison =
                        stored == null || stored.n() == null ? 0 : SdkValues.INSTANCE.compare(stored, count.limit());
                if (count.isUp() ? comparison > 0 : comparison < 0) {
                    return count.whenFull();
                }
            }
        }
        return marks.ofLastVersion(row);
    }

    private DynamoDbException failed(
            DynamoDbException e, Map<String, AttributeValue> key, ItemChange<AttributeValue> change) {
        String action = "patch of " + mapper.describe(key);
        if (e instanceof ConditionalCheckFailedException failure) {
            return ErrorContext.withContext(
                    e,
                    action + ", " + describe(change, expectation(change), Write.found(failure))
                            + ErrorContext.ofItsOwnFirstTry(failure));
        }
        return ErrorContext.withContext(e, isOfNoPlace(e) ? action + ", " + ofNoPlace(change) : action);
    }

    private static boolean isOfNoPlace(DynamoDbException e) {
        AwsErrorDetails details = e.awsErrorDetails();
        return details != null && String.valueOf(details.errorMessage()).contains("document path");
    }

    /** What to say of a change of a part of a value that is not there. */
    static String ofNoPlace(ItemChange<AttributeValue> change) {
        Set<String> parents = new TreeSet<>();
        for (Action<AttributeValue> action : change.actions()) {
            if (!action.path().nested().isEmpty()) {
                parents.add(action.path().parent().toString());
            }
        }
        return String.join(" or ", parents) + " is absent, or not of the type that the change needs:"
                + " set the whole value first";
    }

    /** Whether a change was not made, as DynamoDB's own null stands where it needs a number, a set or a list. */
    private boolean isOfNull(Throwable failure, ItemChange<AttributeValue> change) {
        if (!(failure instanceof DynamoDbException e) || !FailureKind.isSentOnce(e)) {
            return false;
        }
        if (e instanceof ConditionalCheckFailedException conditionFailed) {
            Map<String, AttributeValue> found = Write.found(conditionFailed);
            return found != null && holdsNull(change, found);
        }
        AwsErrorDetails details = e.awsErrorDetails();
        return details != null
                && "ValidationException".equals(details.errorCode())
                && String.valueOf(details.errorMessage()).contains("incorrect data type");
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

    Marks marks() {
        return marks;
    }

    Counters counters() {
        return counters;
    }
}
