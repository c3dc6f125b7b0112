package dev.tempest.local.internal.capacity;

/** How much of the consumed capacity a response reports. */
public enum CapacityDetail {
    NONE,
    TOTAL,
    INDEXES
}
