/** Processes that use the library, and may die at any moment. */
@NullMarked
package dev.tempest.soak.work;

import org.jspecify.annotations.NullMarked;
