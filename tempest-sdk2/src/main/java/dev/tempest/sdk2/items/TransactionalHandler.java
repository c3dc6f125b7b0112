package dev.tempest.sdk2.items;

import dev.tempest.items.ItemChange;
import dev.tempest.sdk2.TransactionWriteSet;

/**
 * Says what is to be written because of a change, and does nothing else.
 *
 * @param <T> the item type
 */
@FunctionalInterface
public interface TransactionalHandler<T> {
    /**
     * Adds the writes that a change calls for.
     *
     * @param writes at most 99 operations, on tables of the database
     * @throws Exception if that did not succeed: the record, and those after it, are then to be delivered again
     */
    void handle(ItemChange<T> change, TransactionWriteSet.Builder writes) throws Exception;
}
