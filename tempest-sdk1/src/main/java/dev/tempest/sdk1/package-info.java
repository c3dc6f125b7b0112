/**
 * Tempest over the AWS SDK for Java 1.x, which has reached its end of support. Start at
 * {@link dev.tempest.sdk1.LogicalDb}.
 */
@NullMarked
package dev.tempest.sdk1;

import org.jspecify.annotations.NullMarked;
