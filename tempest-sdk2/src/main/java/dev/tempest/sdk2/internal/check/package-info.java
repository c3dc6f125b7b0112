/** Compares the live tables with the model. */
@NullMarked
package dev.tempest.sdk2.internal.check;

import org.jspecify.annotations.NullMarked;
