/** One item type in one table: its items to rows and back, by codec and by the client's extensions. */
@NullMarked
package dev.tempest.sdk2.internal.mapping;

import org.jspecify.annotations.NullMarked;
