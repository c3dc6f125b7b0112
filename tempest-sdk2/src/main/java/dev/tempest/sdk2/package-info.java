/**
 * Tempest over the AWS SDK for Java 2.x. Start at {@link dev.tempest.sdk2.LogicalDb}.
 */
@NullMarked
package dev.tempest.sdk2;

import org.jspecify.annotations.NullMarked;
