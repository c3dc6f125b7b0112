/** Queries and scans of one item type, and their pages. */
@NullMarked
package dev.tempest.sdk1.internal.read;

import org.jspecify.annotations.NullMarked;
