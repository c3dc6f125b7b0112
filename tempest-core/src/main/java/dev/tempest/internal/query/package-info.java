/** What a key condition reads, and the pages and offsets of a query or scan. */
@NullMarked
package dev.tempest.internal.query;

import org.jspecify.annotations.NullMarked;
