/** Tables with their indexes, kept in sorted maps, and the namespaces that keep tables apart. No API: it changes without notice. */
@NullMarked
package dev.tempest.local.internal.table;

import org.jspecify.annotations.NullMarked;
