/** What requests have in common, whatever they ask for: an operation, its parameters and their limits, what is returned. No API: it changes without notice. */
@NullMarked
package dev.tempest.local.internal.request;

import org.jspecify.annotations.NullMarked;
