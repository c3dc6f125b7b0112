/** Operations that write items. No API: it changes without notice. */
@NullMarked
package dev.tempest.local.internal.operation.write;

import org.jspecify.annotations.NullMarked;
