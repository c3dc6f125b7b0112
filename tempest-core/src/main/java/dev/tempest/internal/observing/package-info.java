/** The events of operations and requests, on their way to a listener; the SDK modules say what their requests and failures mean. */
@NullMarked
package dev.tempest.internal.observing;

import org.jspecify.annotations.NullMarked;
