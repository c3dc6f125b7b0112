/** The types of items that are written, in each form in which they can be declared, and their tables. */
@NullMarked
package dev.tempest.soak.item;

import org.jspecify.annotations.NullMarked;
