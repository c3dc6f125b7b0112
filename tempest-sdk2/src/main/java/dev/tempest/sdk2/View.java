package dev.tempest.sdk2;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Single items of one type. Safe for use by several threads.
 *
 * <p>Every method throws {@link IllegalArgumentException}, before anything is sent, for a key or an item whose key
 * attributes are null or empty; {@link dev.tempest.UnreadableRowException} if a row that DynamoDB returned cannot be read
 * as the item type; and the SDK's own exceptions for what DynamoDB refuses.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public interface View<K, I> {
    /**
     * Loads an item, by an eventually consistent read. Sends one GetItem: half a read unit for each 4 KB.
     *
     * @return the item, or null if there is none
     */
    default @Nullable I load(K key) {
        return load(key, false);
    }

    /**
     * Loads an item. Sends one GetItem: a read unit for each 4 KB if the read is consistent, otherwise half of it.
     *
     * @param consistentReads whether to see all writes that were acknowledged before
     * @return the item, or null if there is none
     */
    default @Nullable I load(K key, boolean consistentReads) {
        return load(key, consistentReads, ReturnConsumedCapacity.NONE).item();
    }

    /** Loads an item as {@link #load(Object, boolean)} does, and tells what that cost. */
    Loaded<I> load(K key, boolean consistentReads, ReturnConsumedCapacity returnConsumedCapacity);

    /**
     * Writes an item, whatever is stored under its key: the last writer wins, unless a version attribute of the raw item
     * type guards it. All attributes are replaced, those that the type does not name included. Sends one PutItem: a
     * write unit for each KB.
     *
     * @return the item as stored, with what the client's extensions changed
     * @throws ConditionalCheckFailedException if a version attribute refuses the item
     */
    default I save(I item) {
        return save(item, null);
    }

    /**
     * Writes an item if the stored one meets a condition. All attributes are replaced. Sends one PutItem: a write unit
     * for each KB, also when it is refused.
     *
     * @param saveExpression the condition, on attributes by their raw names; null for none
     * @return the item as stored, with what the client's extensions changed
     * @throws ConditionalCheckFailedException if the condition does not hold; {@link #itemIn} gives the item that stood
     *     in the way
     */
    I save(I item, @Nullable Expression saveExpression);

    /**
     * Writes an item if its key is free. A version that the item carries is kept. Sends one PutItem: a write unit for
     * each KB, also when it is refused.
     *
     * @return the item as stored, with what the client's extensions changed
     * @throws ConditionalCheckFailedException if there is an item already; {@link #itemIn} gives it
     */
    I create(I item);

    /**
     * Deletes the item with the given item's key, if there is one; a version attribute of the raw item type guards it.
     * Sends one DeleteItem: a write unit for each KB of the old item.
     *
     * @return the deleted item, or null. Null does not prove that there was none: if the answer to a delete is lost, the
     *     SDK sends it again, and the second finds nothing
     * @throws ConditionalCheckFailedException if a version attribute refuses the item
     * @throws dev.tempest.UnreadableRowException if the old row cannot be read as the item type; it is deleted all the same
     */
    default @Nullable I delete(I item) {
        return delete(item, null);
    }

    /**
     * Deletes the item with the given item's key if the stored one meets a condition. Sends one DeleteItem: a write unit
     * for each KB of the old item.
     *
     * @param deleteExpression the condition; null for none
     * @return the deleted item, or null; see {@link #delete(Object)}
     * @throws ConditionalCheckFailedException if the condition does not hold
     */
    @Nullable I delete(I item, @Nullable Expression deleteExpression);

    /**
     * Deletes the item with the given key, if there is one, whatever its version. Sends one DeleteItem: a write unit for
     * each KB of the old item.
     *
     * @return the deleted item, or null; see {@link #delete(Object)}
     */
    default @Nullable I deleteKey(K key) {
        return deleteKey(key, null);
    }

    /**
     * Deletes the item with the given key if the stored one meets a condition. Sends one DeleteItem: a write unit for
     * each KB of the old item.
     *
     * @param deleteExpression the condition; null for none
     * @return the deleted item, or null; see {@link #delete(Object)}
     * @throws ConditionalCheckFailedException if the condition does not hold
     */
    @Nullable I deleteKey(K key, @Nullable Expression deleteExpression);

    /**
     * The item that stood in the way of a write through this view.
     *
     * @param refusal what a write of this view threw
     * @return the item, as it was when the write was refused; empty if there was none
     */
    Optional<I> itemIn(ConditionalCheckFailedException refusal);
}
