/**
 * What the library knows, and how it lies in one DynamoDB table. Start at
 * {@link dev.tempest.samples.musiclibrary.model.MusicTable}.
 */
@NullMarked
package dev.tempest.samples.musiclibrary.model;

import org.jspecify.annotations.NullMarked;
