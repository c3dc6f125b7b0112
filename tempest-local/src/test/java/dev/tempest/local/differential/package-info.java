/** Compares the engine with another implementation of DynamoDB by random requests. */
@NullMarked
package dev.tempest.local.differential;

import org.jspecify.annotations.NullMarked;
