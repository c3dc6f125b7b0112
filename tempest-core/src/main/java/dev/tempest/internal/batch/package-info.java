/** Many items at once: loads, batches, transactions, and pages of writes. */
@NullMarked
package dev.tempest.internal.batch;

import org.jspecify.annotations.NullMarked;
