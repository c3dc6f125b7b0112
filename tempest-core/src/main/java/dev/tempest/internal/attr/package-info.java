/** Attributes as users name them: paths from a property, and the terms and changes made of them. */
@NullMarked
package dev.tempest.internal.attr;

import org.jspecify.annotations.NullMarked;
