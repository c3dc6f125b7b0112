/** What the user's interfaces declare: databases, tables, views and indexes. */
@NullMarked
package dev.tempest.sdk1.internal.table;

import org.jspecify.annotations.NullMarked;
