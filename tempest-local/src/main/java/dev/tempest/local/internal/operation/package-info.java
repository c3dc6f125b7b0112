/** One class for each operation of the API, and what several of them share. No API: it changes without notice. */
@NullMarked
package dev.tempest.local.internal.operation;

import org.jspecify.annotations.NullMarked;
