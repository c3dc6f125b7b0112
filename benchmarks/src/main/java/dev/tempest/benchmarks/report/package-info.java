/** What is made of measurements: medians with their intervals, tables and bars. */
@NullMarked
package dev.tempest.benchmarks.report;

import org.jspecify.annotations.NullMarked;
