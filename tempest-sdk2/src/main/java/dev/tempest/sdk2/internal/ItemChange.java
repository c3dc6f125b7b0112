package dev.tempest.sdk2.internal;

import dev.tempest.sdk2.ConditionalWrites;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A whole item that the user's own function makes of the stored one.
 *
 * @param change gets the stored item, or null where there is none
 * @param create whether {@code change} makes an item where there is none
 * @param <I> the item type
 */
record ItemChange<I>(
        ItemOperations<?, I> items,
        Map<String, AttributeValue> key,
        Function<@Nullable I, I> change,
        boolean create,
        ConditionalWrites mode)
        implements Change<I> {

    static <K, I> CompletableFuture<I> run(
            Requests requests,
            ItemOperations<K, I> items,
            K key,
            Function<@Nullable I, I> change,
            boolean create,
            ConditionalWrites mode) {
        if (items.encoder().versionAttribute() == null && items.encoder().tokens() == null) {
            throw new IllegalArgumentException(items.typeName()
                    + " has nothing to tell that another writer was there, which an update needs. Put @Version on a"
                    + " property of it, or @WriteToken on the interface of its table.");
        }
        Map<String, AttributeValue> encoded = items.encodeKey(key);
        return Update.run(requests, items, encoded, new ItemChange<>(items, encoded, change, create, mode));
    }

    @Override
    public String action() {
        return "update";
    }

    @Override
    public Step<I> on(@Nullable Map<String, AttributeValue> base) {
        I item = base == null ? null : items.read(base);
        if (item == null && !create) {
            throw new NoSuchElementException(
                    "There is no " + items.describe(key) + " to update. updateOrCreate makes one.");
        }
        // Before the function is called: it may do what cannot be undone.
        Expression isBase = base == null ? null : items.encoder().isStill(base);
        I changed;
        try {
            changed = change.apply(item);
        } catch (Throwable e) {
            throw new Futures.Thrown(e);
        }
        if (changed == null) {
            throw new IllegalArgumentException("The change of " + items.describe(key) + " made null of it. Return an"
                    + " item, or the very item that was given to write nothing.");
        }
        Map<String, AttributeValue> row = items.encoder().encode(changed);
        // Not the attributes themselves: a number may be written in many ways.
        if (!items.rowKey(row).equals(items.rowKey(key))) {
            throw new IllegalArgumentException("The change of " + items.describe(key) + " made "
                    + items.describe(row) + " of it. An update cannot change the key: save the new item, and"
                    + " delete the old one, in a transaction.");
        }
        if (base == null || isBase == null) {
            Write<I> write = items.encoder().first(changed, row);
            return new Planned<>(write, items.writes().put(write, mode));
        }
        ItemUpdates<I> updates = items.updates();
        // The function may have changed the item in place, so being the same object says nothing.
        if (updates.isStored(base, row) || (changed == item && updates.isUnchanged(base, row))) {
            return new Nothing<>(items.read(base));
        }
        return updates.plan(base, isBase, row, mode);
    }
}
