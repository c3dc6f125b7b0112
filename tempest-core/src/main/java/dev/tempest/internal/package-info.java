/**
 * The machinery behind the model; no API. Here is what all of its packages share: the wording of errors. They are, from the
 * bottom to the top, each using only those before it:
 *
 * <ul>
 *   <li>{@code schema}: what an SDK provides
 *   <li>{@code reflect.bytecode}, {@code reflect}: the user's classes
 *   <li>{@code codec}: from items to rows and back
 *   <li>{@code locking}: versions, counters and the traces of writes
 *   <li>{@code expression}: conditions and changes, from the user's terms to stored attributes
 *   <li>{@code write}: what a write expects of the stored item, and changes of single attributes
 *   <li>{@code model}: what the user declared, checked
 *   <li>{@code query}: what is read with a key condition
 * </ul>
 *
 * <p>Beside them stand {@code batch}, for many items at once, which uses {@code schema} only, and {@code observing}, the events
 * for listeners, which uses none of them. A row is an item as it is stored: a
 * map from attribute names to the SDK's attribute values.
 */
@NullMarked
package dev.tempest.internal;

import org.jspecify.annotations.NullMarked;
