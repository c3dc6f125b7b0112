/**
 * A real discography and its way into the table. Start at
 * {@link dev.tempest.samples.musiclibrary.discography.Discography}.
 */
@NullMarked
package dev.tempest.samples.musiclibrary.discography;

import org.jspecify.annotations.NullMarked;
