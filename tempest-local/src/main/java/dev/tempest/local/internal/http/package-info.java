/** The way in over HTTP. No API: it changes without notice. */
@NullMarked
package dev.tempest.local.internal.http;

import org.jspecify.annotations.NullMarked;
