package dev.tempest.sdk2.internal.write;

import static java.util.Objects.requireNonNull;

import dev.tempest.OutcomeUnknownException;
import dev.tempest.UnreadableItemException;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.Upgrade;
import dev.tempest.sdk2.internal.mapping.WriteTokens;
import dev.tempest.sdk2.internal.read.GetItemOperation;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import dev.tempest.sdk2.internal.write.UpdateLoop.Nothing;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes stored items of an older model as the current model has them. Only the difference is written, on the condition that the
 * item is what was read, and at the model version that was read.
 *
 * @param <I> the item type
 */
public final class ItemMigration<I> {
    private final WriteRules<I> rules;
    private final ItemMapper<I> mapper;
    private final GetItemOperation<?, I> get;
    private final ItemUpdate<?, I> updates;
    private final Upgrade upgrade;
    private final OperationInfo operation;

    /**
     * A migration of the items of a view.
     *
     * @throws IllegalArgumentException if the attribute of the model version is the version of the type
     */
    public ItemMigration(ItemOperations<?, I> items, Upgrade upgrade) {
        this(items.rules(), items.get(), items.updates(), upgrade);
    }

    private ItemMigration(WriteRules<I> rules, GetItemOperation<?, I> get, ItemUpdate<?, I> updates, Upgrade upgrade) {
        this.rules = rules;
        this.mapper = rules.mapper();
        this.get = get;
        this.updates = updates;
        this.upgrade = upgrade;
        this.operation = rules.operation("migrateItem");
        if (upgrade.attribute().equals(rules.versionAttribute())) {
            throw new IllegalArgumentException(mapper.typeName() + " has its own version in " + upgrade.attribute()
                    + ". Name another attribute for the version of the model.");
        }
    }

    /** The migration by which the items of a view are read; null if there is none. */
    static <I> @Nullable ItemMigration<I> onRead(
            WriteRules<I> rules, GetItemOperation<?, I> get, ItemUpdate<?, I> updates) {
        Upgrade upgrade = rules.mapper().upgrade();
        return upgrade == null ? null : new ItemMigration<>(rules, get, updates, upgrade);
    }

    /** What a migration found of an item, or made of it. */
    public enum Result {
        CHANGED,
        /** It is of the current model: nothing was to be done, or another writer did it. */
        CURRENT,
        /** It was deleted after it was read. */
        GONE
    }

    /**
     * What became of an item.
     *
     * @param conflicts how often another writer came between the read and the write
     */
    public record Outcome(Result result, int conflicts) {}

    /** The operation as listeners and messages name it. */
    public OperationInfo operation() {
        return operation;
    }

    public ItemMapper<I> mapper() {
        return mapper;
    }

    /** Whether an item is of the current model, so that nothing is to be written. */
    public boolean isCurrent(Map<String, AttributeValue> row) {
        return upgrade.isCurrent(row);
    }

    /**
     * Migrates an item; again from what is stored then, if other writers change it.
     *
     * @param row as it was read
     * @return fails with an {@link UnreadableItemException} if the item cannot be migrated
     */
    public CompletableFuture<Outcome> run(Requests requests, Map<String, AttributeValue> row) {
        Attempts attempts = new Attempts();
        Map<String, AttributeValue> key = rules.table().schema().table().requireKey(row);
        rules.requireWritable(key);
        return UpdateLoop.runOn(requests, get, mapper, row, attempts)
                .handle((result, failure) -> failure == null
                        ? CompletableFuture.completedFuture(result)
                        : readAgain(requests, key, attempts, Futures.unwrap(failure)))
                .thenCompose(result -> result)
                .thenApply(result -> new Outcome(result, Math.max(0, attempts.writes - 1)));
    }

    /** Where it is not known whether a write was done, the model version of the stored item says it. */
    private CompletableFuture<Result> readAgain(
            Requests requests, Map<String, AttributeValue> key, Attempts attempts, Throwable failure) {
        if (!(failure instanceof OutcomeUnknownException)) {
            return CompletableFuture.failedFuture(failure);
        }
        attempts.mayBeDone = true;
        return UpdateLoop.run(requests, get, mapper, key, attempts);
    }

    private final class Attempts implements UpdateLoop.Change<Result> {
        private int writes;
        private boolean mayBeDone;

        @Override
        public UpdateLoop.Step<Result> on(@Nullable Map<String, AttributeValue> base) {
            if (base == null) {
                return new Nothing<>(Result.GONE);
            }
            if (upgrade.isCurrent(base)) {
                return new Nothing<>(mayBeDone ? Result.CHANGED : Result.CURRENT);
            }
            Planned<Result> planned = plan(base);
            writes++;
            return planned;
        }
    }

    private Planned<Result> plan(Map<String, AttributeValue> base) {
        return updates.plan(
                operation,
                base,
                isStill(base),
                difference(base, migrated(base)),
                null,
                ConditionalWrites.STANDARD,
                true,
                next -> Result.CHANGED);
    }

    /**
     * The whole item of the current model.
     *
     * @throws UnreadableItemException if it cannot be made
     * @throws IllegalArgumentException if the migration changes the key
     */
    public Map<String, AttributeValue> migrated(Map<String, AttributeValue> base) {
        Map<String, AttributeValue> made = upgrade.apply(mapper.extensions().afterRead(base));
        String key = upgrade.changedKey(base, made);
        if (key != null) {
            throw new IllegalArgumentException("The migration of " + mapper.describe(base) + " to version "
                    + upgrade.target() + " changes " + key + ", a key attribute. Items keep their key in a"
                    + " migration: write the new item and delete the old one in a transaction.");
        }
        keep(rules.versionAttribute(), base, made);
        WriteTokens tokens = rules.tokens();
        if (tokens != null) {
            keep(tokens.attribute(), base, made);
        }
        Map<String, AttributeValue> typed = typed(base, made);
        Map<String, AttributeValue> whole = new HashMap<>(made);
        for (String attribute : mapper.schema().attributeNames()) {
            AttributeValue value = typed.get(attribute);
            if (value == null || SdkValues.INSTANCE.isNull(value)) {
                whole.remove(attribute);
            }
        }
        whole.putAll(typed);
        whole.put(upgrade.attribute(), upgrade.targetValue());
        return whole;
    }

    /** What a save of the item would store: with computed and composed attributes, and without those that the type does not have. */
    private Map<String, AttributeValue> typed(Map<String, AttributeValue> base, Map<String, AttributeValue> made) {
        I item = mapper.readTransformed(made);
        try {
            return mapper.encode(item);
        } catch (IllegalArgumentException e) {
            throw upgrade.unreadable(base, String.valueOf(e.getMessage()), null);
        }
    }

    private static void keep(
            @Nullable String attribute, Map<String, AttributeValue> base, Map<String, AttributeValue> made) {
        AttributeValue stored = attribute == null ? null : base.get(attribute);
        if (attribute != null && stored != null) {
            made.put(attribute, stored);
        }
    }

    /** The migrated item, with DynamoDB's null for each attribute that goes. */
    private Map<String, AttributeValue> difference(
            Map<String, AttributeValue> base, Map<String, AttributeValue> migrated) {
        Map<String, AttributeValue> row = new HashMap<>(migrated);
        base.keySet().forEach(attribute -> row.putIfAbsent(attribute, ItemUpdate.NOTHING));
        return row;
    }

    private Clause<AttributeValue> isStill(Map<String, AttributeValue> base) {
        try {
            Clause<AttributeValue> isStill = rules.upgrades().isStill(base, upgrade);
            return rules.state().isMarked(base)
                    ? requireNonNull(rules.presence().ofPresent(isStill, Nonces.RANDOM))
                    : isStill;
        } catch (IllegalStateException e) {
            throw upgrade.unreadable(base, String.valueOf(e.getMessage()), null);
        }
    }

    /**
     * Does a write of the caller's that needs an item of the current model. If it meets an older one, it is done again after
     * that was migrated.
     *
     * @param write sends the write; each time, if there are several
     */
    public <T extends @Nullable Object> CompletableFuture<T> onCurrent(
            Requests requests, Supplier<CompletableFuture<T>> write) {
        long timeout = mapper.table().settings().updateTimeout().toNanos();
        return onCurrent(requests, write, requests.nanoTime() + timeout);
    }

    private <T extends @Nullable Object> CompletableFuture<T> onCurrent(
            Requests requests, Supplier<CompletableFuture<T>> write, long deadline) {
        return write.get()
                .handle((result, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedFuture(result);
                    }
                    Throwable cause = Futures.unwrap(failure);
                    Map<String, AttributeValue> older = cause instanceof OlderItem met
                            ? met.row()
                            : rules.upgrades().older(cause);
                    return older == null || requests.nanoTime() - deadline >= 0
                            ? CompletableFuture.<T>failedFuture(cause)
                            : migrate(requests, older).thenCompose(done -> onCurrent(requests, write, deadline));
                })
                .thenCompose(next -> next);
    }

    /** Migrates an item in the course of another operation; listeners see an operation of its own. */
    public CompletableFuture<Outcome> migrate(Requests requests, Map<String, AttributeValue> row) {
        return requests.part(operation, own -> run(own, row));
    }
}
