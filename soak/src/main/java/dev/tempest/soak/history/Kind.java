package dev.tempest.soak.history;

/** What a worker calls. */
public enum Kind {
    /** {@code update} of an item that is there. */
    UPDATE,
    /** {@code updateOrCreate}. */
    UPDATE_OR_CREATE,
    /** {@code create}. */
    CREATE,
    /** {@code save}, guarded by what the item carries: its version, or its token. */
    SAVE,
    /** {@code save} with a condition. */
    SAVE_IF,
    /** {@code merge}, guarded by what the item carries, or by a condition where that is nothing. */
    MERGE,
    /** {@code delete(item)}. */
    DELETE,
    /** {@code deleteKey} with a condition. */
    DELETE_IF,
    /** {@code increment}. */
    INCREMENT,
    /** {@code increment} of two properties at once. */
    INCREMENT_TWO,
    /** {@code increment} with a condition. */
    INCREMENT_IF,
    /** {@code increment} that makes the item where there is none. */
    INCREMENT_OR_CREATE,
    /** A transaction over several items. */
    TRANSACTION,
    /** The same, sent again by the program with its idempotency token. */
    TRANSACTION_AGAIN,
    /** Several items page by page; a page that failed is tried again. */
    PAGER;

    /** Whether the program says what it read and what it wants, and the library writes what is different. */
    public boolean writesDifferences() {
        return this == UPDATE || this == UPDATE_OR_CREATE;
    }
}
