/** Runs a migration over a table: segments, checkpoints, the rate of requests, and the report. */
@NullMarked
package dev.tempest.sdk2.internal.migrate;

import org.jspecify.annotations.NullMarked;
