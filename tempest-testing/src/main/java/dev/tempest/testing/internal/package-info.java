/** What the kits for the two SDK lines share. No API: it changes without notice. */
@NullMarked
package dev.tempest.testing.internal;

import org.jspecify.annotations.NullMarked;
