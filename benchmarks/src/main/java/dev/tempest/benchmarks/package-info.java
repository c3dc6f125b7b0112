/** The same work done by Tempest, by the plain SDK and by the enhanced client, against an HTTP client that answers at once. */
@NullMarked
package dev.tempest.benchmarks;

import org.jspecify.annotations.NullMarked;
