/** Many items at once: batches and transactions, one file for each operation of DynamoDB. */
@NullMarked
package dev.tempest.sdk2.internal.batch;

import org.jspecify.annotations.NullMarked;
