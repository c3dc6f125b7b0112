/** Operations on tables, their indexes, replicas and settings. No API: it changes without notice. */
@NullMarked
package dev.tempest.local.internal.operation.table;

import org.jspecify.annotations.NullMarked;
