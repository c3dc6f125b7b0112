/**
 * Several writers, one playlist, and a network that loses responses: what becomes of their changes on the AWS SDK for Java
 * 1.x.
 */
@NullMarked
package dev.tempest.samples.optimisticlocking.sdk1;

import org.jspecify.annotations.NullMarked;
