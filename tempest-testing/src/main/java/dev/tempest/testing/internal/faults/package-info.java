/** The network that fails: which request meets which fault, and what each fault does to a request. No API. */
@NullMarked
package dev.tempest.testing.internal.faults;

import org.jspecify.annotations.NullMarked;
