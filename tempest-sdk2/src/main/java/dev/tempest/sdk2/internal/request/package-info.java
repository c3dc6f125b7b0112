/** Sends one request, waits, and sends it again: one place for each. */
@NullMarked
package dev.tempest.sdk2.internal.request;

import org.jspecify.annotations.NullMarked;
