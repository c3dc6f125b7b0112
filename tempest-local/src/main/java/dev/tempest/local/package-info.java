/**
 * A DynamoDB in memory, inside the JVM.
 *
 * <p>{@link dev.tempest.local.LocalEngine} takes requests as bytes, through the HTTP clients of {@code
 * dev.tempest.local.sdk2} without a socket, or over loopback HTTP.
 */
@NullMarked
package dev.tempest.local;

import org.jspecify.annotations.NullMarked;
