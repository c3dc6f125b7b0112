/** The machinery behind the views; no API. */
@NullMarked
package dev.tempest.sdk1.internal;

import org.jspecify.annotations.NullMarked;
