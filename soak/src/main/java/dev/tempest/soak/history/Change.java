package dev.tempest.soak.history;

import org.jspecify.annotations.Nullable;

/**
 * One change of an item, as the table's stream reports it.
 *
 * @param before null if the item was not there
 * @param after null if it was deleted
 * @param note what else was stored, for the report
 */
public record Change(@Nullable State before, @Nullable State after, String note) {}
