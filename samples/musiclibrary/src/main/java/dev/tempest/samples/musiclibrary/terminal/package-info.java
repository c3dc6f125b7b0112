/** Plain text that looks well in a terminal. */
@NullMarked
package dev.tempest.samples.musiclibrary.terminal;

import org.jspecify.annotations.NullMarked;
