/** Several writers, one playlist, and a network that loses responses: what becomes of their changes. */
@NullMarked
package dev.tempest.samples.optimisticlocking;

import org.jspecify.annotations.NullMarked;
