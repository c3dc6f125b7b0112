/**
 * The model of a single-table design, without any AWS class: the annotations of item and key types, key conditions,
 * offsets and codecs. Both SDK modules share it.
 */
@NullMarked
package dev.tempest;

import org.jspecify.annotations.NullMarked;
