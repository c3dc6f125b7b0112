/** What the user declared, checked: item types, key types, the types of a table, and the interfaces that declare tables. */
@NullMarked
package dev.tempest.internal.model;

import org.jspecify.annotations.NullMarked;
