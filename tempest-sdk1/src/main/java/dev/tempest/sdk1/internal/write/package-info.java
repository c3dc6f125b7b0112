/** The single items of one type: loads, saves, merges and deletes. */
@NullMarked
package dev.tempest.sdk1.internal.write;

import org.jspecify.annotations.NullMarked;
