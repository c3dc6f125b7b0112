/** The machinery behind the views; no API. */
@NullMarked
package dev.tempest.sdk2.internal;

import org.jspecify.annotations.NullMarked;
