/** Metrics and traces of Tempest's operations by Micrometer. */
@NullMarked
package dev.tempest.micrometer;

import org.jspecify.annotations.NullMarked;
