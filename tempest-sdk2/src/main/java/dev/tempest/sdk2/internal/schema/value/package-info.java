/** The SDK's attribute values, its converters as codecs, and codecs as its converters. */
@NullMarked
package dev.tempest.sdk2.internal.schema.value;

import org.jspecify.annotations.NullMarked;
