/** The synchronous views, tables and databases: the caller's thread sends each request and waits for it. */
@NullMarked
package dev.tempest.sdk2.internal.sync;

import org.jspecify.annotations.NullMarked;
