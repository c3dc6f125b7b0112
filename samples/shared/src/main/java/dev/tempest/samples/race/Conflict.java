package dev.tempest.samples.race;

/**
 * A write whose condition failed because another writer was faster.
 *
 * @param expectedVersion the version that the writer had read
 * @param foundVersion the version that was stored by then
 */
public record Conflict(long expectedVersion, long foundVersion) {}
