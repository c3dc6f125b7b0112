/** Conditions, filters and changes of items, and how they become the expressions of a request. */
@NullMarked
package dev.tempest.internal.expression;

import org.jspecify.annotations.NullMarked;
