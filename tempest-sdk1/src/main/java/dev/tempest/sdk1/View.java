package dev.tempest.sdk1;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBDeleteExpression;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import dev.tempest.Change;
import dev.tempest.Condition;
import dev.tempest.ItemAttributes;
import dev.tempest.NumberAttr;
import org.jspecify.annotations.Nullable;

/**
 * Single items of one type. Safe for use by several threads.
 *
 * <p>Every method throws {@link IllegalArgumentException}, before anything is sent, for a key or an item whose key
 * attributes are null or empty; {@link dev.tempest.UnreadableItemException} if an item that DynamoDB returned cannot be read
 * as the item type; and the SDK's own exceptions for what DynamoDB rejects.
 *
 * <p>The mapper's annotations on the raw item type work for each attribute that the item type has: a version
 * ({@code @DynamoDBVersionAttribute}) is checked by saves and deletes, and generated keys and timestamps are filled in. Of an
 * attribute that the item type does not have, nothing is checked, generated or written. {@link dev.tempest.Version} on the
 * item type is checked, too.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public interface View<K, I> extends ItemAttributes<I> {
    /**
     * Loads an item, by a read as consistent as the mapper's configuration says. Sends one GetItem; see
     * {@link #load(Object, ConsistentReads)}.
     *
     * @return the item, or null if it does not exist
     */
    @Nullable I load(K key);

    /**
     * Loads an item. Sends one GetItem: a read unit for each 4 KB if the read is consistent, otherwise half of it.
     *
     * @param consistentReads whether to see all writes that were acknowledged before
     * @return the item, or null if it does not exist
     */
    @Nullable I load(K key, ConsistentReads consistentReads);

    /** Writes an item; see {@link #save(Object, DynamoDBSaveExpression, boolean)}. */
    default I save(I item) {
        return save(item, (DynamoDBSaveExpression) null, false);
    }

    /** Writes an item if the stored one meets a condition; see {@link #save(Object, DynamoDBSaveExpression, boolean)}. */
    default I save(I item, @Nullable DynamoDBSaveExpression saveExpression) {
        return save(item, saveExpression, false);
    }

    /** Writes an item, whatever its version if so wanted; see {@link #save(Object, DynamoDBSaveExpression, boolean)}. */
    default I save(I item, boolean ignoreVersionConstraints) {
        return save(item, (DynamoDBSaveExpression) null, ignoreVersionConstraints);
    }

    /**
     * Writes an item. All attributes are replaced, those that the type does not name included: the mapper's PUT behaviour,
     * whatever its configuration says. The last writer wins, unless the write has a condition or the item a version. Sends one
     * PutItem: a write unit for each KB, also when its condition fails.
     *
     * @param saveExpression a condition on the stored item, on attributes by their raw names; null for none. What it says
     *     of the version attribute replaces the check of the version
     * @param ignoreVersionConstraints whether to write the item whatever version is stored; the version moves on all the
     *     same. With the mapper's CLOBBER behaviour versions are never checked
     * @return the item as stored, with its new version and what else the mapper's annotations generate
     * @throws ConditionalCheckFailedException if the condition does not hold, or another version is stored
     */
    I save(I item, @Nullable DynamoDBSaveExpression saveExpression, boolean ignoreVersionConstraints);

    /** Writes an item if the stored one meets a condition; see {@link #save(Object, Condition, boolean)}. */
    default I save(I item, Condition<? super I> condition) {
        return save(item, condition, false);
    }

    /**
     * Writes an item if the stored one meets a condition, as {@link #save(Object, DynamoDBSaveExpression, boolean)} does. A
     * version is checked besides, whatever the condition says of it.
     *
     * @throws ConditionalCheckFailedException if the condition does not hold, or another version is stored
     * @throws IllegalArgumentException if the item type does not have an attribute of the condition
     */
    I save(I item, Condition<? super I> condition, boolean ignoreVersionConstraints);

    /** Writes an item's own attributes; see {@link #merge(Object, DynamoDBSaveExpression, boolean)}. */
    default I merge(I item) {
        return merge(item, (DynamoDBSaveExpression) null, false);
    }

    /**
     * Writes an item's own attributes if the stored one meets a condition; see
     * {@link #merge(Object, DynamoDBSaveExpression, boolean)}.
     */
    default I merge(I item, @Nullable DynamoDBSaveExpression mergeExpression) {
        return merge(item, mergeExpression, false);
    }

    /**
     * Writes an item's own attributes, whatever its version if so wanted; see
     * {@link #merge(Object, DynamoDBSaveExpression, boolean)}.
     */
    default I merge(I item, boolean ignoreVersionConstraints) {
        return merge(item, (DynamoDBSaveExpression) null, ignoreVersionConstraints);
    }

    /**
     * Writes the attributes that the item type has, and leaves all others of the stored item as they are. An attribute that
     * is null in the item is removed. If the item does not exist, it is created. The last writer wins, unless the write has a
     * condition or the item a version. Sends one UpdateItem: a write unit for each KB of the whole item, also if the condition fails.
     *
     * @param mergeExpression a condition on the stored item, on attributes by their raw names; null for none. What it says
     *     of the version attribute replaces the check of the version
     * @param ignoreVersionConstraints whether to write the item whatever version is stored; the version moves on all the
     *     same. With the mapper's CLOBBER behaviour versions are never checked
     * @return the item as stored, with its new version and what else the mapper's annotations generate
     * @throws ConditionalCheckFailedException if the condition does not hold, or another version is stored
     */
    I merge(I item, @Nullable DynamoDBSaveExpression mergeExpression, boolean ignoreVersionConstraints);

    /** Writes an item's own attributes if the stored one meets a condition; see {@link #merge(Object, Condition, boolean)}. */
    default I merge(I item, Condition<? super I> condition) {
        return merge(item, condition, false);
    }

    /**
     * Writes the attributes that the item type has if the stored item meets a condition, as
     * {@link #merge(Object, DynamoDBSaveExpression, boolean)} does. A version is checked besides, whatever the condition says of
     * it.
     *
     * @throws ConditionalCheckFailedException if the condition does not hold, or another version is stored
     * @throws IllegalArgumentException if the item type does not have an attribute of the condition
     */
    I merge(I item, Condition<? super I> condition, boolean ignoreVersionConstraints);

    /** Deletes an item; see {@link #delete(Object, DynamoDBDeleteExpression, boolean)}. */
    default @Nullable I delete(I item) {
        return delete(item, (DynamoDBDeleteExpression) null, false);
    }

    /** Deletes an item if it meets a condition; see {@link #delete(Object, DynamoDBDeleteExpression, boolean)}. */
    default @Nullable I delete(I item, @Nullable DynamoDBDeleteExpression deleteExpression) {
        return delete(item, deleteExpression, false);
    }

    /** Deletes an item, whatever its version if so wanted; see {@link #delete(Object, DynamoDBDeleteExpression, boolean)}. */
    default @Nullable I delete(I item, boolean ignoreVersionConstraints) {
        return delete(item, (DynamoDBDeleteExpression) null, ignoreVersionConstraints);
    }

    /**
     * Deletes the item with the given item's key, if there is one. Sends one DeleteItem: a write unit for each KB of the
     * old item.
     *
     * @param deleteExpression a condition on the stored item; null for none
     * @param ignoreVersionConstraints whether to delete the item whatever version is stored
     * @return the deleted item, or null. Null does not prove that there was none: if the response to a delete is lost, the
     *     SDK sends it again, and the second finds nothing
     * @throws ConditionalCheckFailedException if the condition does not hold, or another version is stored
     * @throws dev.tempest.UnreadableItemException if the old item cannot be read as the item type; it is deleted all the same
     */
    @Nullable I delete(I item, @Nullable DynamoDBDeleteExpression deleteExpression, boolean ignoreVersionConstraints);

    /** Deletes an item if it meets a condition; see {@link #delete(Object, Condition, boolean)}. */
    default @Nullable I delete(I item, Condition<? super I> condition) {
        return delete(item, condition, false);
    }

    /**
     * Deletes the item with the given item's key if the stored one meets a condition, as
     * {@link #delete(Object, DynamoDBDeleteExpression, boolean)} does. A version is checked besides, whatever the condition says
     * of it.
     *
     * @throws ConditionalCheckFailedException if the condition does not hold, or another version is stored
     * @throws IllegalArgumentException if the item type does not have an attribute of the condition
     */
    @Nullable I delete(I item, Condition<? super I> condition, boolean ignoreVersionConstraints);

    /** Deletes the item with the given key; see {@link #deleteKey(Object, DynamoDBDeleteExpression)}. */
    default @Nullable I deleteKey(K key) {
        return deleteKey(key, (DynamoDBDeleteExpression) null);
    }

    /**
     * Deletes the item with the given key, if there is one. A key carries no version, so none is checked. Sends one
     * DeleteItem: a write unit for each KB of the old item.
     *
     * @param deleteExpression a condition on the stored item; null for none
     * @return the deleted item, or null; see {@link #delete(Object, DynamoDBDeleteExpression, boolean)}
     * @throws ConditionalCheckFailedException if the condition does not hold
     */
    @Nullable I deleteKey(K key, @Nullable DynamoDBDeleteExpression deleteExpression);

    /**
     * Deletes the item with the given key if the stored one meets a condition, as
     * {@link #deleteKey(Object, DynamoDBDeleteExpression)} does.
     *
     * @throws ConditionalCheckFailedException if the condition does not hold
     * @throws IllegalArgumentException if the item type does not have an attribute of the condition
     */
    @Nullable I deleteKey(K key, Condition<? super I> condition);

    /** The same as {@link #deleteKey(Object)}: a key carries no version that could be ignored or not. */
    default @Nullable I deleteKey(K key, boolean ignoreVersionConstraints) {
        return deleteKey(key, (DynamoDBDeleteExpression) null);
    }

    /**
     * The same as {@link #deleteKey(Object, DynamoDBDeleteExpression)}: a key carries no version that could be ignored or
     * not.
     */
    default @Nullable I deleteKey(
            K key, @Nullable DynamoDBDeleteExpression deleteExpression, boolean ignoreVersionConstraints) {
        return deleteKey(key, deleteExpression);
    }

    /**
     * Changes single attributes of the item of a key, and leaves all others as they are, whatever they are. A version is moved
     * on, so that conditional writers detect it. Copied and computed attributes are changed with what they are made of. What the
     * mapper's annotations generate in every write, such as a timestamp, is generated.
     *
     * <p>Sends one UpdateItem: a write unit for each KB of the whole item. If the response is lost, the SDK sends the request
     * again: what is set or removed is then set or removed again, and what is added to a number or a list <b>may be added
     * twice</b>. Where that matters, use {@link #patchItem} or {@link TransactionWriteSet.Builder#patch}.
     *
     * <p>If the type's version is a text, or if attributes are computed from what changes, sends a consistent GetItem, and an
     * UpdateItem for each try until no other writer comes in between: a read unit for each 4 KB, and a write unit for each KB of
     * each try. The change is then made once.
     *
     * @param change what is set, removed and added; see {@link dev.tempest.Attributes#changes}
     * @return the item as stored
     * @throws ConditionalCheckFailedException if the item does not exist and the change does not create it, if the change's condition
     *     does not hold, or if a property's type cannot hold a sum. If the message says that the SDK sent the request more than
     *     once, the condition may have failed because of the request's own first try
     * @throws dev.tempest.UpdateConflictException if it reads before it writes, and others were faster for 30 seconds
     * @throws dev.tempest.OutcomeUnknownException if it reads before it writes, a response was lost, and it cannot be known
     *     whether the change was made
     * @throws IllegalArgumentException if the item type does not have an attribute, if it is a key attribute of the table, the
     *     version, constant or computed, if it cannot be null and would be removed, or if two changes
     *     overlap
     */
    I patch(K key, Change<? super I> change);

    /**
     * Changes single attributes of an item that was read, if its version is still the one that the item carries. Nothing else
     * of the item counts: no other attribute is written. Otherwise as {@link #patch}: one UpdateItem, and a GetItem before it if
     * attributes are computed from what changes. The change is made once.
     *
     * @return the item as stored, with its new version
     * @throws ConditionalCheckFailedException if another version is stored than the one that the item carries, or if the
     *     change's condition does not hold
     * @throws dev.tempest.OutcomeUnknownException as {@link #patch} does
     * @throws IllegalArgumentException as {@link #patch} does, and if the type has no version, or the item carries none, or if the
     *     change is {@linkplain Change#orCreate() one that creates}
     */
    I patchItem(I item, Change<? super I> change);

    /**
     * Adds to an integer attribute, as {@link #patch} does.
     *
     * @param delta what is added; less than zero to count down
     * @return the sum
     * @throws ConditionalCheckFailedException if the item does not exist, or if the property's type cannot hold the sum
     * @throws dev.tempest.UpdateConflictException as {@link #patch} does
     * @throws dev.tempest.OutcomeUnknownException as {@link #patch} does
     * @throws IllegalArgumentException if the type has no such property, or if it may hold fractions
     */
    long increment(K key, NumberAttr<? super I, ?> attribute, long delta);
}
