package dev.tempest.soak.history;

/** What an operation does to an item. */
public enum Action {
    /** Appends its number to the item's list, or makes the item with it. */
    APPEND,
    /** Adds its number to the item's total. */
    ADD,
    /** Adds its number to both of the item's numbers. */
    ADD_TWO,
    /** Deletes the item. */
    DELETE,
    /** Looks at the item only. */
    CHECK
}
