/**
 * Writes of one item type, one file for each operation of DynamoDB, and what they are guarded by.
 *
 * <p>Start with {@link dev.tempest.sdk2.internal.write.PutItemOperation}.
 */
@NullMarked
package dev.tempest.sdk2.internal.write;

import org.jspecify.annotations.NullMarked;
