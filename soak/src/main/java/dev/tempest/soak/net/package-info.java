/** A network that fails, seen from the socket: it knows HTTP, and neither the SDK nor the library. */
@NullMarked
package dev.tempest.soak.net;

import org.jspecify.annotations.NullMarked;
