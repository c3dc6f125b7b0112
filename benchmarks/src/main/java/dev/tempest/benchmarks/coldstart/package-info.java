/** What a new JVM pays until its first put and get are done. */
@NullMarked
package dev.tempest.benchmarks.coldstart;

import org.jspecify.annotations.NullMarked;
