/** Reads items out of streams, exports and files, whatever the SDK: JSON, DynamoDB JSON, and the item type of a key. */
@NullMarked
package dev.tempest.internal.items;

import org.jspecify.annotations.NullMarked;
