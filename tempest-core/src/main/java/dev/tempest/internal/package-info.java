/** The machinery behind the model; no API. */
@NullMarked
package dev.tempest.internal;

import org.jspecify.annotations.NullMarked;
