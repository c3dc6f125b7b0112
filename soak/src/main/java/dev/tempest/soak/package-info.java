/**
 * Many processes write the same items through a network that fails, in every way that the library has, and are killed.
 * Then the tables' streams tell what was stored, and the processes' journals what was said about it.
 */
@NullMarked
package dev.tempest.soak;

import org.jspecify.annotations.NullMarked;
