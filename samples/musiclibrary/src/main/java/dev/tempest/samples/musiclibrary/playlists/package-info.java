/**
 * Playlists, and what happens when several writers change one at the same time. Start at
 * {@link dev.tempest.samples.musiclibrary.playlists.Playlists}.
 */
@NullMarked
package dev.tempest.samples.musiclibrary.playlists;

import org.jspecify.annotations.NullMarked;
