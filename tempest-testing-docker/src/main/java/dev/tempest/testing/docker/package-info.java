/** DynamoDB Local in a container, for tests of either SDK line and of either JUnit. */
@NullMarked
package dev.tempest.testing.docker;

import org.jspecify.annotations.NullMarked;
