/** Writers who add tracks to one playlist at the same time, and the count of what became of them. */
@NullMarked
package dev.tempest.samples.contest;

import org.jspecify.annotations.NullMarked;
