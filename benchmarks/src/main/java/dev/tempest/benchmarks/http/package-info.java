/** HTTP clients of the SDK that answer without a network, at once or after a while. */
@NullMarked
package dev.tempest.benchmarks.http;

import org.jspecify.annotations.NullMarked;
