/** The raw item type as the mapper describes it, and the SDK's attribute values. */
@NullMarked
package dev.tempest.sdk1.internal.schema;

import org.jspecify.annotations.NullMarked;
