/** Consumed capacity, and throttling by it. No API: it changes without notice. */
@NullMarked
package dev.tempest.local.internal.capacity;

import org.jspecify.annotations.NullMarked;
