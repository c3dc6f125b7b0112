/** Plain text that looks well in a terminal, and the command line of each sample. */
@NullMarked
package dev.tempest.samples.terminal;

import org.jspecify.annotations.NullMarked;
