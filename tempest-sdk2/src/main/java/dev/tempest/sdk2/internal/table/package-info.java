/**
 * What the user's interfaces declare: tables, views, indexes and collections, whatever client does the requests.
 */
@NullMarked
package dev.tempest.sdk2.internal.table;

import org.jspecify.annotations.NullMarked;
