/** HTTP clients for the AWS SDK for Java 2.x that lead to an engine in this JVM, without a socket. */
@NullMarked
package dev.tempest.local.sdk2;

import org.jspecify.annotations.NullMarked;
