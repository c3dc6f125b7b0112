/** How the model is read from the user's classes. Not part of the API: it may change at any time. */
@NullMarked
package dev.tempest.internal;

import org.jspecify.annotations.NullMarked;
