package dev.tempest.sdk2.internal.write;

import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.write.Expectation;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.read.GetItemOperation;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.Requests;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The writes of items with unique values that would not read what is stored otherwise. They read it first, and write on
 * condition that the unique values have not changed since; again, if they have.
 *
 * @param <I> the item type
 */
public final class ClaimingWrites<I> {
    private final WriteRules<I> rules;
    private final ItemMapper<I> mapper;
    private final GetItemOperation<?, I> get;
    private final PutItemOperation<I> put;
    private final UpdateItemOperation<I> update;
    private final DeleteItemOperation<I> delete;

    ClaimingWrites(
            WriteRules<I> rules,
            GetItemOperation<?, I> get,
            PutItemOperation<I> put,
            UpdateItemOperation<I> update,
            DeleteItemOperation<I> delete) {
        this.rules = rules;
        this.mapper = rules.mapper();
        this.get = get;
        this.put = put;
        this.update = update;
        this.delete = delete;
    }

    /** Whether there is nothing to do for the items of the type. */
    public boolean isNeeded() {
        return !rules.claims().isEmpty();
    }

    /** An operation as listeners see it. */
    public OperationInfo operation(String name) {
        return rules.operation(name);
    }

    public CompletableFuture<I> save(
            Requests requests, I item, @Nullable Clause<AttributeValue> condition, ConditionalWrites mode) {
        Write<I> checked = put.save(item, condition, Nonces.RANDOM);
        checked.release();
        return run(requests, checked, condition, base -> {
            Write<I> write = put.save(item, rules.claims().areStill(base, condition), Nonces.RANDOM);
            return put.planned(write, base, mode);
        });
    }

    public CompletableFuture<I> merge(
            Requests requests, I item, @Nullable Clause<AttributeValue> condition, ConditionalWrites mode) {
        Write<I> checked = update.merge(item, condition, Nonces.RANDOM).write();
        checked.release();
        return run(requests, checked, condition, base -> {
            UpdateItemOperation.Merge<I> merge =
                    update.merge(item, rules.claims().areStill(base, condition), Nonces.RANDOM);
            return update.planned(merge, base, mode);
        });
    }

    /** A create reads nothing: its condition is that there is nothing. */
    public CompletableFuture<I> create(Requests requests, I item, ConditionalWrites mode) {
        Write<I> write = put.create(item, Nonces.RANDOM);
        return UpdateLoop.runOnNothing(
                requests,
                get,
                mapper,
                key(write),
                new OnRead<>(write, null, false, base -> put.planned(write, null, mode)));
    }

    public CompletableFuture<Optional<I>> delete(
            Requests requests, I item, @Nullable Clause<AttributeValue> condition, ConditionalWrites mode) {
        Write<@Nullable I> checked = delete.delete(item, condition, Nonces.RANDOM);
        checked.release();
        return run(
                requests,
                checked,
                condition,
                base -> delete.planned(
                        delete.delete(item, rules.claims().areStill(base, condition), Nonces.RANDOM), base, mode));
    }

    public CompletableFuture<Optional<I>> deleteKey(
            Requests requests,
            Map<String, AttributeValue> key,
            @Nullable Clause<AttributeValue> condition,
            ConditionalWrites mode) {
        Write<@Nullable I> checked = delete.deleteKey(key, condition, Nonces.RANDOM);
        checked.release();
        return run(
                requests,
                checked,
                condition,
                base -> delete.planned(
                        delete.deleteKey(key, rules.claims().areStill(base, condition), Nonces.RANDOM), base, mode));
    }

    private Map<String, AttributeValue> key(Write<?> write) {
        return rules.table().schema().table().requireKey(write.row());
    }

    private <T> CompletableFuture<T> run(
            Requests requests,
            Write<?> checked,
            @Nullable Clause<AttributeValue> condition,
            Function<@Nullable Map<String, AttributeValue>, Planned<T>> plan) {
        boolean isRepeatable = condition == null && checked.condition() == null;
        return UpdateLoop.run(
                requests, get, mapper, key(checked), new OnRead<>(checked, checked.expectation(), isRepeatable, plan));
    }

    /**
     * A write on what was read.
     *
     * @param write as it would be without unique values, for messages
     * @param expectation of the caller; null if that says all
     * @param isRepeatable whether nothing but the unique values is a condition of the write
     */
    private record OnRead<T>(
            Write<?> write,
            @Nullable Expectation<AttributeValue> expectation,
            boolean isRepeatable,
            Function<@Nullable Map<String, AttributeValue>, Planned<T>> plan)
            implements UpdateLoop.Change<T> {

        @Override
        public UpdateLoop.Step<T> on(@Nullable Map<String, AttributeValue> base) {
            return plan.apply(base);
        }

        @Override
        public @Nullable RuntimeException failure(
                @Nullable Map<String, AttributeValue> base,
                @Nullable Map<String, AttributeValue> found,
                ConditionalCheckFailedException exception) {
            boolean isOthers = expectation != null && !write.mapper().unique().areSame(base, found);
            return isOthers || isRepeatable ? null : ErrorContext.withContext(exception, write.describe(found));
        }
    }
}
