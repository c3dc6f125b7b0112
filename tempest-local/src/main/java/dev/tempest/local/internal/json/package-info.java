/** Requests and responses as JSON, and the errors that a response can be. No API: it changes without notice. */
@NullMarked
package dev.tempest.local.internal.json;

import org.jspecify.annotations.NullMarked;
