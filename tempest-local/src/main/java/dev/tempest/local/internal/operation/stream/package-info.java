/** Operations that read a table's stream. No API: it changes without notice. */
@NullMarked
package dev.tempest.local.internal.operation.stream;

import org.jspecify.annotations.NullMarked;
