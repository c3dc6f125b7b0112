/** Whether what happened can be explained by what was asked for, knowing nothing of the library's protocol. */
@NullMarked
package dev.tempest.soak.check;

import org.jspecify.annotations.NullMarked;
