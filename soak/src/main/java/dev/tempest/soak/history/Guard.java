package dev.tempest.soak.history;

/** By what a write sees that it would undo another one. */
public enum Guard {
    /** By nothing; it adds to what is there. */
    NONE,
    /** By a number, which begins again when an item was deleted and is made again. */
    NUMBER,
    /** By what never comes again. */
    MARK
}
