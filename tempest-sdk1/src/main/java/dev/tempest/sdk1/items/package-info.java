/** Items in streams, exports and files, by the model of the tables. */
@NullMarked
package dev.tempest.sdk1.items;

import org.jspecify.annotations.NullMarked;
