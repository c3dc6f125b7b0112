/** Streams of the changes to a table. No API: it changes without notice. */
@NullMarked
package dev.tempest.local.internal.stream;

import org.jspecify.annotations.NullMarked;
