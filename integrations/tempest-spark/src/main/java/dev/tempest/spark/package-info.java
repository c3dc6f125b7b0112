/** Items of Tempest in Apache Spark: typed reads, conditional writes, and migrations on a cluster. */
@NullMarked
package dev.tempest.spark;

import org.jspecify.annotations.NullMarked;
