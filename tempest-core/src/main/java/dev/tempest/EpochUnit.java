package dev.tempest;

/** What a property counts that holds a time as a number: from 1970-01-01T00:00:00Z. */
public enum EpochUnit {
    SECONDS,
    MILLISECONDS
}
