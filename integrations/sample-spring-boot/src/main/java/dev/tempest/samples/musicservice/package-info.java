/** The music library as a REST service on Spring Boot. */
@NullMarked
package dev.tempest.samples.musicservice;

import org.jspecify.annotations.NullMarked;
