/** Operations that read items. No API: it changes without notice. */
@NullMarked
package dev.tempest.local.internal.operation.read;

import org.jspecify.annotations.NullMarked;
