/**
 * What the music libraries in Java do, whichever SDK they do it with. What differs stands behind
 * {@link dev.tempest.samples.scenes.Albums} and {@link dev.tempest.samples.scenes.Playlists}.
 */
@NullMarked
package dev.tempest.samples.scenes;

import org.jspecify.annotations.NullMarked;
