package dev.tempest.sdk2;

import dev.tempest.Change;
import dev.tempest.Condition;
import dev.tempest.ItemAttributes;
import dev.tempest.NumberAttr;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Single items of one type. Safe for use by several threads.
 *
 * <p>Every method throws {@link IllegalArgumentException}, before anything is sent, for a key or an item whose key
 * attributes are null or empty; {@link dev.tempest.UnreadableItemException} if an item that DynamoDB returned cannot be read
 * as the item type; and the SDK's own exceptions for what DynamoDB rejects.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public interface View<K, I> extends ItemAttributes<I> {
    /**
     * Loads an item, by an eventually consistent read. Sends one GetItem: half a read unit for each 4 KB.
     *
     * @return the item, or null if it does not exist
     */
    default @Nullable I load(K key) {
        return load(key, false);
    }

    /**
     * Loads an item. Sends one GetItem: a read unit for each 4 KB if the read is consistent, otherwise half of it.
     *
     * @param consistentReads whether to see all writes that were acknowledged before
     * @return the item, or null if it does not exist
     */
    default @Nullable I load(K key, boolean consistentReads) {
        return load(key, consistentReads, ReturnConsumedCapacity.NONE).item();
    }

    /** Loads an item as {@link #load(Object, boolean)} does, and returns what that cost. */
    Loaded<I> load(K key, boolean consistentReads, ReturnConsumedCapacity returnConsumedCapacity);

    /**
     * Writes an item, whatever is stored under its key: the last writer wins, unless the item type has a
     * {@link dev.tempest.Version} or the raw item type a version attribute. All attributes are replaced, those that the type
     * does not name included. Sends one PutItem: a write unit for each KB.
     *
     * @return the item as stored, with its new version, and with what the client's extensions changed
     * @throws ConditionalCheckFailedException if another version is stored than the one that the item carries
     * @throws dev.tempest.OutcomeUnknownException if it is not known whether a conditional write was done whose response was
     *     lost; thrown only if the table has a {@link dev.tempest.WriteToken}, or the write was sent as a transaction
     */
    default I save(I item) {
        return save(item, (Expression) null);
    }

    /**
     * Writes an item if the stored one meets a condition. All attributes are replaced. Sends one PutItem: a write unit
     * for each KB, also when its condition fails.
     *
     * @param saveExpression the condition, on attributes by their raw names; null for none
     * @return the item as stored, with what the client's extensions changed
     * @throws ConditionalCheckFailedException if the condition does not hold; {@link #itemIn} gives the conflicting
     *     item
     * @throws dev.tempest.OutcomeUnknownException as {@link #save(Object)} does
     */
    I save(I item, @Nullable Expression saveExpression);

    /**
     * Writes an item if the stored one meets a condition, as {@link #save(Object, Expression)} does.
     *
     * @return the item as stored, with what the client's extensions changed
     * @throws ConditionalCheckFailedException if the condition does not hold; {@link #itemIn} gives the conflicting item
     * @throws IllegalArgumentException if the item type does not have an attribute of the condition
     * @throws dev.tempest.OutcomeUnknownException as {@link #save(Object)} does
     */
    I save(I item, Condition<? super I> condition);

    /**
     * Writes the attributes that the item type has, and leaves all others of the stored item as they are. An attribute that
     * is null in the item is removed. If the item does not exist, it is created. The last writer wins, unless the
     * item type has a {@link dev.tempest.Version} or the raw item type a version attribute, as with {@link #save(Object)}. Sends one UpdateItem: a write unit for each KB of the whole item.
     *
     * @return the item as stored, with its new version, and with what the client's extensions changed
     * @throws ConditionalCheckFailedException if another version is stored than the one that the item carries
     * @throws dev.tempest.OutcomeUnknownException as {@link #save(Object)} does
     */
    default I merge(I item) {
        return merge(item, (Expression) null);
    }

    /**
     * Writes the attributes that the item type has, as {@link #merge(Object)} does, if the stored item meets a condition.
     * Sends one UpdateItem: a write unit for each KB of the whole item, also if the condition fails.
     *
     * @param mergeExpression the condition, on attributes by their raw names; null for none
     * @return the item as stored, with what the client's extensions changed
     * @throws ConditionalCheckFailedException if the condition does not hold; {@link #itemIn} gives the conflicting item. If
     *     the message says that the SDK sent the request more than once, the condition may have failed because of the
     *     request's own first try
     * @throws dev.tempest.OutcomeUnknownException as {@link #save(Object)} does
     */
    I merge(I item, @Nullable Expression mergeExpression);

    /**
     * Writes the attributes that the item type has if the stored item meets a condition, as {@link #merge(Object, Expression)}
     * does.
     *
     * @throws IllegalArgumentException if the item type does not have an attribute of the condition
     */
    I merge(I item, Condition<? super I> condition);

    /**
     * Writes an item if its key is free. A version that the item carries is kept. Sends one PutItem: a write unit for
     * each KB, also when its condition fails.
     *
     * @return the item as stored, with what the client's extensions changed
     * @throws ConditionalCheckFailedException if there is an item already; {@link #itemIn} gives it
     * @throws dev.tempest.OutcomeUnknownException as {@link #save(Object)} does
     */
    I create(I item);

    /**
     * Deletes the item with the given item's key, if there is one; its version is checked, if its type has one.
     * Sends one DeleteItem: a write unit for each KB of the old item.
     *
     * @return the deleted item, or null. Null does not prove that there was none: if the response to a delete is lost, the
     *     SDK sends it again, and the second finds nothing
     * @throws ConditionalCheckFailedException if another version is stored than the one that the item carries
     * @throws dev.tempest.OutcomeUnknownException as {@link #save(Object)} does
     * @throws dev.tempest.UnreadableItemException if the old item cannot be read as the item type; it is deleted all the same
     */
    default @Nullable I delete(I item) {
        return delete(item, (Expression) null);
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
     * Deletes the item with the given item's key if the stored one meets a condition, as {@link #delete(Object, Expression)}
     * does.
     *
     * @throws IllegalArgumentException if the item type does not have an attribute of the condition
     */
    @Nullable I delete(I item, Condition<? super I> condition);

    /**
     * Deletes the item with the given key, if there is one, whatever its version. Sends one DeleteItem: a write unit for
     * each KB of the old item.
     *
     * @return the deleted item, or null; see {@link #delete(Object)}
     */
    default @Nullable I deleteKey(K key) {
        return deleteKey(key, (Expression) null);
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
     * Deletes the item with the given key if the stored one meets a condition, as {@link #deleteKey(Object, Expression)} does.
     *
     * @throws IllegalArgumentException if the item type does not have an attribute of the condition
     */
    @Nullable I deleteKey(K key, Condition<? super I> condition);

    /**
     * Reads an item, applies {@code change}, and writes what it made different, on the condition that the item is still as
     * it was read; retries on conflict. Sends one consistent GetItem and one UpdateItem; for a further try one UpdateItem, and
     * after a pause a GetItem before it. A read unit for each 4 KB, and a write unit for each KB of each try. An item that has
     * neither a version nor a write token yet is written by a TransactWriteItems, for twice the write units, as nothing else
     * keeps it from being written twice.
     *
     * <p>Attributes that the type does not name are left alone. The client's extensions do what they do in the enhanced
     * client's {@code updateItem}.
     *
     * <p>The item type needs a version, or the table a {@link dev.tempest.WriteToken}; the version that {@code change}
     * leaves in the item does not count. On throttling and failures of the network, the same request is sent again.
     *
     * @param change makes the new item of the stored one, which it may change in place. It may be called several times. If
     *     its result would be stored as the item is stored already, nothing is written
     * @return the item as stored
     * @throws java.util.NoSuchElementException if the item does not exist
     * @throws dev.tempest.UpdateConflictException if others were faster until the time was over, 30 seconds unless the
     *     builder says otherwise. The change is not stored
     * @throws dev.tempest.OutcomeUnknownException if it is unknown whether a write was done whose response was lost; with
     *     a write token or {@link ConditionalWrites#TRANSACTIONAL} that is rare
     * @throws IllegalArgumentException if the type has neither version nor token, or if {@code change} returns null or an
     *     item of another key
     * @throws IllegalStateException if the stored item has neither version nor token, and too many attributes to compare all
     *     of them; {@code change} is not called
     */
    I update(K key, UnaryOperator<I> change);

    /**
     * Changes an item as {@link #update} does, or makes it, by a TransactWriteItems on the condition that it does not exist: two
     * write units for each KB.
     *
     * @param change makes the new item of the stored one, or of null where it does not exist
     * @return the item as stored
     */
    I updateOrCreate(K key, Function<@Nullable I, I> change);

    /**
     * Changes single attributes of the item of a key, and leaves all others as they are, whatever they are. A version is moved
     * on, so that conditional writers detect it. Copied and computed attributes are changed with what they are made of. The
     * client's extensions do what they do in the enhanced client's {@code updateItem}.
     *
     * <p>Sends one UpdateItem: a write unit for each KB of the whole item. If the response is lost, the SDK sends the request
     * again: what is set or removed is then set or removed again, and what is added to a number or a list <b>may be added
     * twice</b>. Where that matters, use {@link ConditionalWrites#TRANSACTIONAL}, {@link #patchItem}, or
     * {@link TransactionWriteSet.Builder#patch}.
     *
     * <p>If the type's version is a text, if it has none and the table has a {@link dev.tempest.WriteToken}, if the view's
     * writes are transactional, or if attributes are computed from what changes, sends a consistent GetItem, and an UpdateItem
     * for each try until no other writer comes in between: a read unit for each 4 KB, and a write unit for each KB of each
     * try. The change is then made once.
     *
     * @param change what is set, removed and added; see {@link dev.tempest.Attributes#changes}
     * @return the item as stored
     * @throws ConditionalCheckFailedException if the item does not exist and the change does not create it, if the change's condition
     *     does not hold, or if a property's type cannot hold a sum; {@link #itemIn} gives the conflicting item. If the message
     *     says that the SDK sent the request more than once, the condition may have failed because of the request's own first
     *     try
     * @throws dev.tempest.UpdateConflictException if it reads before it writes, and others were faster until the time was
     *     over, as with {@link #update}
     * @throws dev.tempest.OutcomeUnknownException if it reads before it writes, a response was lost, and it cannot be known
     *     whether the change was made
     * @throws IllegalArgumentException if the item type does not have an attribute, if it is a key attribute of the table, the
     *     version, constant or computed, if it cannot be null and would be removed, or if two changes overlap
     */
    I patch(K key, Change<? super I> change);

    /**
     * Changes single attributes of an item that was read, if its version, and its write token if the type maps it, are still
     * those that the item carries. Nothing else of the item counts: no other attribute is written. Otherwise as
     * {@link #patch}: one UpdateItem, and a GetItem before it if attributes are computed from what changes. The change is made
     * once.
     *
     * @return the item as stored, with its new version
     * @throws ConditionalCheckFailedException if another version is stored than the one that the item carries, or if the
     *     change's condition does not hold
     * @throws dev.tempest.OutcomeUnknownException as {@link #save(Object)} does
     * @throws IllegalArgumentException as {@link #patch} does, and if the type has neither a version nor a property for the
     *     write token, or the item carries none, or if the change is {@linkplain Change#orCreate() one that creates}
     */
    I patchItem(I item, Change<? super I> change);

    /**
     * Adds to a property that holds integers. A version is moved on, so that conditional writers detect it. Attributes that
     * are computed from the property are computed again. The client's extensions are not called.
     *
     * <p>Sends one UpdateItem, whatever is stored: a write unit for each KB of the item. If the response is lost, the SDK
     * sends the request again, and the number <b>may be added twice</b>. Where that matters, use
     * {@link TransactionWriteSet.Builder#increment}, which is exact, costs two write units, and returns no sum.
     *
     * <p>If the type's version is a text, if it has none and the table has a {@link dev.tempest.WriteToken}, or if attributes
     * are computed from the property, sends a consistent GetItem, and an UpdateItem for each try until no other writer comes
     * in between: a read unit for each 4 KB, and a write unit for each KB of each try. The UpdateItem is a transaction, for
     * twice the units, if the item has neither version nor token yet. The number is added once.
     *
     * @param property the property's name
     * @param delta what is added; less than zero to count down
     * @return the sum
     * @throws ConditionalCheckFailedException if the item does not exist, or if the property's type cannot hold the sum
     * @throws dev.tempest.UpdateConflictException if it reads before it writes, and others were faster until the time was
     *     over, as with {@link #update}
     * @throws dev.tempest.OutcomeUnknownException if it reads before it writes, a response was lost, and it cannot be known
     *     whether the number was added
     * @throws IllegalArgumentException if the type has no such property, or if it may hold fractions
     */
    long increment(K key, String property, long delta);

    /**
     * Adds to an integer attribute, as {@link #increment(Object, String, long)} does.
     *
     * @return the sum
     */
    long increment(K key, NumberAttr<? super I, ?> attribute, long delta);

    /**
     * Adds to numeric properties, all at once, as {@link #increment(Object, String, long)} does.
     *
     * @return the sums, by their properties' names, each of its property's type
     * @throws ConditionalCheckFailedException if the item does not exist and the increment does not create it, if the
     *     increment's condition does not hold, or if a property's type cannot hold its sum. If the message says that the SDK
     *     sent the request more than once, the condition may have failed because of the request's own first try
     * @throws IllegalArgumentException if the type has no such properties, or if they are no numbers
     */
    Map<String, Number> increment(K key, Increment<? super I> increment);

    /** Returns this view with another way to send its conditional writes. */
    View<K, I> with(ConditionalWrites conditionalWrites);

    /**
     * The item on which the condition of a write through this view failed.
     *
     * @param failure what a write of this view threw
     * @return the item, as it was when the condition failed; empty if there was none
     */
    Optional<I> itemIn(ConditionalCheckFailedException failure);
}
