/** Optimistic locking: versions, counters, and the traces by which a writer recognises its own write. */
@NullMarked
package dev.tempest.internal.locking;

import org.jspecify.annotations.NullMarked;
