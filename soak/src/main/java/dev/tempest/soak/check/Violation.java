package dev.tempest.soak.check;

/** What must not be. */
public enum Violation {
    /** A write was acknowledged, and was never stored. */
    LOST,
    /** A write was stored more than once. */
    DOUBLED,
    /** A stale write removed what other writes had stored. */
    UNDONE,
    /** A write was reported as not done, and was stored. */
    STORED_THOUGH_NOT_DONE,
    /** A conflict was reported, and nobody else had written. */
    FALSE_CONFLICT,
    /** An outcome was reported as unknown, though nothing happened to the requests. */
    NOT_REALLY_UNKNOWN,
    /** A transaction was stored in part. */
    TORN,
    /** What a call returned was never stored. */
    WRONG_RESULT,
    /** A change that no operation meant to make. */
    UNEXPLAINED,
    /** An exception that tells the program nothing. */
    UNEXPECTED_EXCEPTION,
    /** A message shows what is stored in an attribute. */
    VALUE_IN_MESSAGE,
    /** The stream does not agree with itself or with the table; then the engine is wrong, and nothing else is known. */
    BROKEN_STREAM
}
