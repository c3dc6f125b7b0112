/** Whether what is stored sorts as the values do, and forms of times that do. */
@NullMarked
package dev.tempest.internal.codec.order;

import org.jspecify.annotations.NullMarked;
