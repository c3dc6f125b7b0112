/** What workers did, what became of the items, and whether the two agree. Knows neither the SDK nor the library. */
@NullMarked
package dev.tempest.soak.history;

import org.jspecify.annotations.NullMarked;
