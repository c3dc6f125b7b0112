/** Attribute values and items: types, 38-digit numbers, order, sizes, and their JSON form. No API: it changes without notice. */
@NullMarked
package dev.tempest.local.internal.value;

import org.jspecify.annotations.NullMarked;
