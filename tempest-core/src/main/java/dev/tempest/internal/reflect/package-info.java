/** The user's classes, in Java and Kotlin: their properties, annotations and type arguments, and the constructor that makes objects of them. */
@NullMarked
package dev.tempest.internal.reflect;

import org.jspecify.annotations.NullMarked;
