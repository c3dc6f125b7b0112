/** What a value is as text or as a number, and the shapes that classes have. */
@NullMarked
package dev.tempest.internal.value.form;

import org.jspecify.annotations.NullMarked;
