package dev.tempest.tests.values;

/** A type whose converter refuses one of its constants. */
public enum Odd {
    FINE,
    SECRET
}
