package dev.tempest.sdk2;

import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/**
 * A set of tables. Declare an interface that extends it, with a method for each table:
 *
 * <pre>{@code
 * public interface MusicDb extends LogicalDb {
 *   @TableName("music_items")
 *   MusicTable music();
 * }
 *
 * MusicDb db = LogicalDb.create(MusicDb.class, enhancedClient);
 * }</pre>
 *
 * <p>Safe for use by several threads; make one for the life of the program.
 */
public interface LogicalDb {
    /**
     * Makes a database, and checks its whole model. Sends nothing.
     *
     * @param dbType the user's interface
     * @param client the client that does the requests, with its extensions
     * @throws IllegalArgumentException if the model is wrong; the message tells the class, the property and what to do
     */
    static <D extends LogicalDb> D create(Class<D> dbType, DynamoDbEnhancedClient client) {
        return builder(dbType).enhancedClient(client).build();
    }

    /**
     * Makes a database whose tables are named by a resolver, and checks its whole model. Sends nothing.
     *
     * @throws IllegalArgumentException if the model is wrong; the message tells the class, the property and what to do
     */
    static <D extends LogicalDb> D create(
            Class<D> dbType, DynamoDbEnhancedClient client, TableNameResolver tableNameResolver) {
        return builder(dbType)
                .enhancedClient(client)
                .tableNameResolver(tableNameResolver)
                .build();
    }

    /** A builder, for all that {@code create} has no argument for. */
    static <D extends LogicalDb> LogicalDbBuilder<D> builder(Class<D> dbType) {
        return new LogicalDbBuilder<>(dbType);
    }

    /**
     * A table for which the interface declares no method.
     *
     * @param tableName the name of the DynamoDB table
     * @throws IllegalArgumentException if the table's model is wrong
     */
    <T extends LogicalTable<?>> T logicalTable(String tableName, Class<T> tableType);
}
