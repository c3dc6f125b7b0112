/** Values that only one item of a table may have, and the companion items that keep them. */
@NullMarked
package dev.tempest.internal.unique;

import org.jspecify.annotations.NullMarked;
