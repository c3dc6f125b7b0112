/** What DynamoDB is told to create a table by, in words of no SDK, and as a CloudFormation template. */
@NullMarked
package dev.tempest.internal.definition;

import org.jspecify.annotations.NullMarked;
