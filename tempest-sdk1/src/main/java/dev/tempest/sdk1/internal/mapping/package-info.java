/** One item type in one table: its items to rows and back, and what is generated when one is written. */
@NullMarked
package dev.tempest.sdk1.internal.mapping;

import org.jspecify.annotations.NullMarked;
