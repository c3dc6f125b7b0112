/** The asynchronous views, tables and databases: futures and publishers. */
@NullMarked
package dev.tempest.sdk2.internal.async;

import org.jspecify.annotations.NullMarked;
