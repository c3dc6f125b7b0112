package dev.tempest.spring;

import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalDbBuilder;

/** Changes the builder of an asynchronous database, as {@link LogicalDbCustomizer} does. */
@FunctionalInterface
public interface AsyncLogicalDbCustomizer {
    /**
     * Changes the builder.
     *
     * @param dbType the interface of the database
     */
    void customize(Class<? extends AsyncLogicalDb> dbType, AsyncLogicalDbBuilder<?> builder);
}
