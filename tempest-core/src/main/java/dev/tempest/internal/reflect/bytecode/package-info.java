/** Reads what class files say and reflection does not, and writes class files. */
@NullMarked
package dev.tempest.internal.reflect.bytecode;

import org.jspecify.annotations.NullMarked;
