/**
 * Items of a table outside of its requests: in streams, exports and files. Each SDK module has an {@code ItemReader} that reads
 * them, and what is read is described here.
 */
@NullMarked
package dev.tempest.items;

import org.jspecify.annotations.NullMarked;
