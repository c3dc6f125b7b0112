/** The raw item type as the SDK's own schema describes it, and the SDK's attribute values. */
@NullMarked
package dev.tempest.sdk2.internal.schema;

import org.jspecify.annotations.NullMarked;
