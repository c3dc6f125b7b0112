package dev.tempest.items;

/**
 * Does what a change calls for.
 *
 * @param <T> the item type
 */
@FunctionalInterface
public interface ChangeHandler<T> {
    /**
     * Handles one change.
     *
     * @throws Exception if that did not succeed: the record, and those after it, are then to be delivered again
     */
    void handle(ItemChange<T> change) throws Exception;
}
