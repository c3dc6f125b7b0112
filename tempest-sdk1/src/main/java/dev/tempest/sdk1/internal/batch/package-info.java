/** Many items at once: batches and transactions. */
@NullMarked
package dev.tempest.sdk1.internal.batch;

import org.jspecify.annotations.NullMarked;
