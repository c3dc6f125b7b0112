package dev.tempest.spring;

import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalDbBuilder;

/**
 * Changes the builder of a database before the database is made: a bean of this type is called for each interface. It is called
 * after the properties and beans of the application are set, in the order of {@code @Order}.
 */
@FunctionalInterface
public interface LogicalDbCustomizer {
    /**
     * Changes the builder.
     *
     * @param dbType the interface of the database
     */
    void customize(Class<? extends LogicalDb> dbType, LogicalDbBuilder<?> builder);
}
