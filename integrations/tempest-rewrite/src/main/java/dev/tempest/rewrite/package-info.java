/** Recipes of OpenRewrite that move programs from Cash App's Tempest to this library. */
@NullMarked
package dev.tempest.rewrite;

import org.jspecify.annotations.NullMarked;
