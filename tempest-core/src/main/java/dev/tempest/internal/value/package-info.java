/** What the types of properties are stored as: each type has a codec, and those of lists, maps and records are made of others. */
@NullMarked
package dev.tempest.internal.value;

import org.jspecify.annotations.NullMarked;
