/** What a write expects of the stored item, and what the changes of single attributes come to. */
@NullMarked
package dev.tempest.internal.write;

import org.jspecify.annotations.NullMarked;
