/**
 * A real discography. Start at {@link dev.tempest.samples.discography.Discography}.
 */
@NullMarked
package dev.tempest.samples.discography;

import org.jspecify.annotations.NullMarked;
