/**
 * The tables of an account by Region: namespaces, global tables, and what passes between their replicas. No API: it changes
 * without notice.
 */
@NullMarked
package dev.tempest.local.internal.region;

import org.jspecify.annotations.NullMarked;
