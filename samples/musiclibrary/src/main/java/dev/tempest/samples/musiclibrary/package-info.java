/**
 * A music library in one DynamoDB table: what a reader of the guide to optimistic locking would write. Start at
 * {@link dev.tempest.samples.musiclibrary.MusicLibrary}.
 */
@NullMarked
package dev.tempest.samples.musiclibrary;

import org.jspecify.annotations.NullMarked;
