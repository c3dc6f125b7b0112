/** Condition, filter, key condition, projection and update expressions, and the legacy parameters they replaced. No API: it changes without notice. */
@NullMarked
package dev.tempest.local.internal.expression;

import org.jspecify.annotations.NullMarked;
