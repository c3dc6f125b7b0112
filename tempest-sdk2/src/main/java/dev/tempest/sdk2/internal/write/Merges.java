package dev.tempest.sdk2.internal.write;

import dev.tempest.OperationListener.Outcome;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.WriteTokens;
import dev.tempest.sdk2.internal.read.GetItemOperation;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Merges that may meet an item which a single UpdateItem cannot merge into: one that is past its expiry, which is replaced, or one
 * of an older model, which is migrated in the same write.
 *
 * @param <I> the item type
 */
public final class Merges<I> {
    private final WriteRules<I> rules;
    private final ItemMapper<I> mapper;
    private final GetItemOperation<?, I> get;
    private final PutItemOperation<I> put;
    private final UpdateItemOperation<I> update;
    private final ItemUpdate<?, I> updates;
    private final @Nullable ItemMigration<I> upgrading;

    Merges(
            WriteRules<I> rules,
            GetItemOperation<?, I> get,
            PutItemOperation<I> put,
            UpdateItemOperation<I> update,
            ItemUpdate<?, I> updates,
            @Nullable ItemMigration<I> upgrading) {
        this.rules = rules;
        this.mapper = rules.mapper();
        this.get = get;
        this.put = put;
        this.update = update;
        this.updates = updates;
        this.upgrading = upgrading;
    }

    /** Whether one UpdateItem is all that a merge takes. */
    public boolean arePlain() {
        return rules.table().expiry() == null && upgrading == null;
    }

    /** The type's attributes of an item, guarded as a save. */
    public CompletableFuture<I> merge(
            Requests requests, I item, @Nullable Clause<AttributeValue> callersCondition, ConditionalWrites mode) {
        return upgrading == null || callersCondition == null
                ? mergeOnce(requests, item, callersCondition, mode)
                : upgrading.onCurrent(requests, () -> mergeOnce(requests, item, callersCondition, mode));
    }

    private CompletableFuture<I> mergeOnce(
            Requests requests, I item, @Nullable Clause<AttributeValue> callersCondition, ConditionalWrites mode) {
        UpdateItemOperation.Merge<I> merge = update.merge(item, callersCondition, Nonces.RANDOM);
        Write<I> write = merge.write();
        return requests.send(update.request(merge, mode)).thenCompose(attempt -> {
            if (callersCondition == null && attempt instanceof Write.ConditionFailed<I> failed) {
                Map<String, AttributeValue> older = rules.upgrades().older(failed.exception());
                boolean replaces = write.expectation().version() == null
                        && rules.presence().isOfExpired(failed.exception());
                if (older != null || replaces) {
                    requests.observation().decided(replaces ? Outcome.CONDITION_FAILED : Outcome.CONFLICT);
                    write.release();
                    return older == null
                            ? replace(requests, item, mode)
                            : UpdateLoop.runOn(requests, get, mapper, older, new IntoOlder(item, mode));
                }
            }
            return CompletableFuture.completedFuture(write.settle(attempt));
        });
    }

    private CompletableFuture<I> replace(Requests requests, I item, ConditionalWrites mode) {
        Write<I> write = put.first(update.operation(), item, mapper.encode(item), null);
        return requests.send(put.request(write, mode)).thenCompose(attempt -> {
            if (rules.version() == null && attempt instanceof Write.ConditionFailed<I>) {
                // Another writer made an item meanwhile, into which this one is merged.
                requests.observation().decided(Outcome.CONFLICT);
                write.release();
                return mergeOnce(requests, item, null, mode);
            }
            return CompletableFuture.completedFuture(write.settle(attempt));
        });
    }

    /** A merge into an item of an older model, which was read. */
    private final class IntoOlder implements UpdateLoop.Change<I> {
        private final I item;
        private final ConditionalWrites mode;

        IntoOlder(I item, ConditionalWrites mode) {
            this.item = item;
            this.mode = mode;
        }

        @Override
        public UpdateLoop.Step<I> on(@Nullable Map<String, AttributeValue> base) {
            if (base == null || !mapper.isOlder(base)) {
                return update.planned(update.merge(item, null, Nonces.RANDOM), base, mode);
            }
            Map<String, AttributeValue> row = mapper.encode(item);
            if (!isExpected(base, row)) {
                throw Write.conditionFailed(base, describe(base));
            }
            Map<String, AttributeValue> shown = mapper.current(base);
            Set<String> begun = rules.times().setInMerge(row, Nonces.RANDOM);
            shown.forEach((attribute, value) -> {
                if (begun.contains(attribute)) {
                    row.put(attribute, value);
                }
            });
            updates.complete(row, base, shown);
            return updates.plan(update.operation(), base, rules.isStill(base), row, null, rules.modeOn(base, mode));
        }

        /** Whether a stored item has the version, and the token, that the merged one carries. */
        private boolean isExpected(Map<String, AttributeValue> base, Map<String, AttributeValue> row) {
            VersionRule<AttributeValue> version = rules.version();
            String attribute = rules.versionAttribute();
            if (attribute != null) {
                AttributeValue carried = version == null ? SdkValues.in(row, attribute) : version.carriedBy(item);
                if ((version != null && carried == null) || !isSame(carried, SdkValues.in(base, attribute))) {
                    return false;
                }
            }
            WriteTokens tokens = rules.tokens();
            AttributeValue token = tokens == null ? null : SdkValues.in(row, tokens.attribute());
            return tokens == null || token == null || isSame(token, SdkValues.in(base, tokens.attribute()));
        }

        private static boolean isSame(@Nullable AttributeValue one, @Nullable AttributeValue other) {
            if (one == null || other == null) {
                return one == null && other == null;
            }
            return SdkValues.INSTANCE.same(one, other);
        }

        private String describe(@Nullable Map<String, AttributeValue> found) {
            Write<I> write = update.merge(item, null, Nonces.RANDOM).write();
            write.release();
            return write.describe(found);
        }

        @Override
        public @Nullable RuntimeException failure(
                @Nullable Map<String, AttributeValue> base,
                @Nullable Map<String, AttributeValue> found,
                ConditionalCheckFailedException exception) {
            boolean wasPlain = base == null || !mapper.isOlder(base);
            boolean mayGoOn = !wasPlain || (found != null && mapper.isOlder(found));
            return mayGoOn ? null : ErrorContext.withContext(exception, describe(found));
        }
    }
}
