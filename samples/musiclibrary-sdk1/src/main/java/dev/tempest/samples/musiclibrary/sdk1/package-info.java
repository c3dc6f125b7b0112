/**
 * The music library on the AWS SDK for Java 1.x: the same items in the same table, through {@code DynamoDBMapper}. Start at
 * {@link dev.tempest.samples.musiclibrary.sdk1.MusicLibrary}.
 */
@NullMarked
package dev.tempest.samples.musiclibrary.sdk1;

import org.jspecify.annotations.NullMarked;
