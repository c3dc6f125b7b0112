package dev.tempest.samples.race;

/**
 * A write that was refused because another writer had been faster.
 *
 * @param expectedVersion the version that the writer had read
 * @param foundVersion the version that was stored by then
 */
public record Refusal(long expectedVersion, long foundVersion) {}
