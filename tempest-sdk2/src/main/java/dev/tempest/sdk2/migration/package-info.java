/** Changes the stored items of a type to a newer model: when they are read, or all items of a table. */
@NullMarked
package dev.tempest.sdk2.migration;

import org.jspecify.annotations.NullMarked;
