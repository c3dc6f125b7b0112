package dev.tempest.sdk2.internal.write;

import static java.util.Objects.requireNonNull;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.write.Expectation;
import dev.tempest.internal.write.Expiry;
import dev.tempest.internal.write.StoredState;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.sdk2.TransactionWriteSet.Operation;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.TableContext;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.internal.operations.OperationName;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Whether there is an item, as conditions say it: in some tables, one that is past its expiry counts as absent.
 *
 * @param expiry null where every stored item is there
 */
public record Presence(
        StoredState<AttributeValue> state, @Nullable Expiry<AttributeValue> expiry) {

    /** @throws IllegalArgumentException if an extension checks versions, which does not see that an item is expired */
    static Presence of(ItemMapper<?> mapper, StoredState<AttributeValue> state, @Nullable String extensionsVersion) {
        TableContext<?> table = mapper.table();
        if (table.expiry() != null && extensionsVersion != null) {
            throw ModelError.of(
                    mapper.type(),
                    "has the @DynamoDbVersionAttribute " + extensionsVersion
                            + ", whose extension does not see that an item"
                            + " is expired, but the @TimeToLive of table " + table.name() + " has hideExpired = true",
                    "Use @Version in place of it, or leave out hideExpired");
        }
        return new Presence(state, table.expiry());
    }

    /** That there is no item. */
    Clause<AttributeValue> keyIsFree(Nonces nonces) {
        return expiry == null ? state.keyIsFree() : new Clause.Any<>(List.of(state.keyIsFree(), expiry.isPast(nonces)));
    }

    /**
     * What a write is done on that carries a version: an item of that version.
     *
     * @param version null for no item
     */
    Clause<AttributeValue> isOn(@Nullable AttributeValue version, OperationName operation, Nonces nonces) {
        if (version != null) {
            return requireNonNull(ofPresent(state.versionIs(version), nonces));
        }
        // An update of an expired item would keep attributes of it.
        return operation == OperationName.PUT_ITEM ? keyIsFree(nonces) : state.keyIsFree();
    }

    /** See {@link StoredState#isStill}. */
    Clause<AttributeValue> isStill(Map<String, AttributeValue> base, Supplier<String> description) {
        return requireNonNull(ofPresent(state.isStill(base, description), Nonces.RANDOM));
    }

    /** That there is an item. */
    public Clause<AttributeValue> keyIsTaken(Nonces nonces) {
        return requireNonNull(ofPresent(state.keyIsTaken(), nonces));
    }

    /** That no expired item is stored; null where none counts as absent. */
    @Nullable Clause<AttributeValue> isNotExpired(Nonces nonces) {
        return expiry == null ? null : expiry.isNotPast(nonces);
    }

    /** A condition, if there is one, which then also fails on an expired item. */
    public @Nullable Clause<AttributeValue> ofPresent(@Nullable Clause<AttributeValue> condition, Nonces nonces) {
        return condition == null ? null : Clause.both(condition, isNotExpired(nonces));
    }

    /** Whether a condition failed on an expired item. */
    boolean isOfExpired(Throwable failure) {
        return failure instanceof ConditionalCheckFailedException e && isExpired(Write.found(e));
    }

    private boolean isExpired(@Nullable Map<String, AttributeValue> row) {
        return expiry != null && row != null && expiry.isPast(row);
    }

    /**
     * Why an operation of a transaction failed on an expired item, which it would have to replace.
     *
     * @param found what is stored
     * @return null if it failed for another reason
     */
    public @Nullable String problemOf(
            Operation operation, Expectation<AttributeValue> expectation, @Nullable Map<String, AttributeValue> found) {
        boolean isChange =
                operation instanceof TransactionWriteSet.Patch || operation instanceof TransactionWriteSet.Increment;
        boolean makesItem = expectation.version() == null
                && (operation instanceof TransactionWriteSet.Merge || (isChange && expectation.item() == null));
        return makesItem && isExpired(found)
                ? "found an expired item, which only a save or a create replaces in a transaction"
                : null;
    }
}
