package dev.tempest.sdk2;

import org.jspecify.annotations.Nullable;

/** Gives tables their names, for example by environment. */
@FunctionalInterface
public interface TableNameResolver {
    /**
     * The name of the DynamoDB table behind a table method. Called when the database is created, once for each method.
     *
     * @param tableType the interface of the table that the method returns, such as {@code MusicTable.class}
     * @param declaredName the value of {@link dev.tempest.TableName} on the method; null without one
     */
    String resolveTableName(Class<?> tableType, @Nullable String declaredName);
}
