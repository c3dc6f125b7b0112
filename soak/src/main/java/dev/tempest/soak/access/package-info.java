/** The library as a worker uses it: by each SDK, waiting or not. */
@NullMarked
package dev.tempest.soak.access;

import org.jspecify.annotations.NullMarked;
