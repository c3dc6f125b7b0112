/** Turns items and keys into rows and back. Start with {@link dev.tempest.internal.codec.RowCodec}. */
@NullMarked
package dev.tempest.internal.codec;

import org.jspecify.annotations.NullMarked;
