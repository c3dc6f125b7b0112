/** From an expression's text to its tree. No API: it changes without notice. */
@NullMarked
package dev.tempest.local.internal.expression.syntax;

import org.jspecify.annotations.NullMarked;
