/** The item types of the samples in Java. They know no SDK: those for SDK 1.x and for SDK 2.x store the very same types. */
@NullMarked
package dev.tempest.samples.items;

import org.jspecify.annotations.NullMarked;
