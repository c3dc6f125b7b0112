/** The picture of a database of SDK 2.x. */
@NullMarked
package dev.tempest.sdk2.internal.picture;

import org.jspecify.annotations.NullMarked;
