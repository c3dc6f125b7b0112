package dev.tempest.sdk2;

import org.jspecify.annotations.Nullable;

/** Gives tables their names, for example by environment. */
@FunctionalInterface
public interface TableNameResolver {
    /**
     * The name of the DynamoDB table behind a table method.
     *
     * @param rawItemType the raw item type of the table
     * @param declaredName the value of {@link dev.tempest.TableName} on the method; null if there is none
     */
    String resolveTableName(Class<?> rawItemType, @Nullable String declaredName);
}
