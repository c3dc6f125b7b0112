/** The picture of a database: an HTML page of its tables, item types, items and access patterns. */
@NullMarked
package dev.tempest.internal.picture;

import org.jspecify.annotations.NullMarked;
