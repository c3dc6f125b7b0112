/** One model in three sizes, each as a record, as a class, as a bean, and mapped by hand. */
@NullMarked
package dev.tempest.benchmarks.models;

import org.jspecify.annotations.NullMarked;
