/** Reads and writes items outside of requests: what the SDK's stream records and the model's tables give to the core. */
@NullMarked
package dev.tempest.sdk2.internal.items;

import org.jspecify.annotations.NullMarked;
