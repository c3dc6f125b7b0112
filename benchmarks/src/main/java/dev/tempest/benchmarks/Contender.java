package dev.tempest.benchmarks;

/** Who does the work. */
public enum Contender {
    /** The SDK's plain client, items mapped by hand as its documentation does it. All others are compared to it. */
    PLAIN,
    /** The SDK's plain client, items mapped by hand in the fastest way that we found. */
    FASTEST,
    /** The SDK's enhanced client with a bean. */
    ENHANCED,
    TEMPEST
}
