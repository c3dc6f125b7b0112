/** Tables with their indexes, kept in sorted maps. No API: it changes without notice. */
@NullMarked
package dev.tempest.local.internal.table;

import org.jspecify.annotations.NullMarked;
