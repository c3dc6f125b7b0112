/** Reads of one item type, one file for each operation of DynamoDB. */
@NullMarked
package dev.tempest.sdk2.internal.read;

import org.jspecify.annotations.NullMarked;
