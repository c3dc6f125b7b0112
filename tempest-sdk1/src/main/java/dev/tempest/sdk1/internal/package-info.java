/**
 * The machinery behind the views; no API. From the bottom to the top, each using only those before it: {@code request},
 * {@code schema}, {@code mapping}, {@code read}, {@code write}, {@code batch}, {@code table}.
 */
@NullMarked
package dev.tempest.sdk1.internal;

import org.jspecify.annotations.NullMarked;
