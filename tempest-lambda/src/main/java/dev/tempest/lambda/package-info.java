/** The events of {@code aws-lambda-java-events}, for handlers of Lambda functions. */
@NullMarked
package dev.tempest.lambda;

import org.jspecify.annotations.NullMarked;
