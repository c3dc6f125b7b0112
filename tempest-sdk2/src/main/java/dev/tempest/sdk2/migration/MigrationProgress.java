package dev.tempest.sdk2.migration;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a migration has come.
 *
 * @param counts what was done so far, in earlier runs, too
 * @param expectedItems how many items the table has, by DynamoDB's own count, which is up to six hours old; 0 if that is not known
 * @param elapsed since this run began
 * @param remaining how long it is going to take yet; empty while that is not known
 */
public record MigrationProgress(
        MigrationCounts counts, long expectedItems, Duration elapsed, Optional<Duration> remaining) {}
