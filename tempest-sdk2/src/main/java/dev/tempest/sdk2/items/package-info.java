/** Items in streams, exports and files, by the model of the tables: readers, writers, and handlers that run once. */
@NullMarked
package dev.tempest.sdk2.items;

import org.jspecify.annotations.NullMarked;
