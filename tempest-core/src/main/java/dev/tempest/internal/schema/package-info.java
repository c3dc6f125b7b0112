/** What each SDK provides: the raw item types with their attributes, keys and indexes, and how to look into attribute values. */
@NullMarked
package dev.tempest.internal.schema;

import org.jspecify.annotations.NullMarked;
