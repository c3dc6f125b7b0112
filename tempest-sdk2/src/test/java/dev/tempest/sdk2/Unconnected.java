package dev.tempest.sdk2;

import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client for tests that need no database: whatever is sent through it fails. */
final class Unconnected {
    private Unconnected() {}

    static DynamoDbEnhancedClient enhancedClient() {
        return DynamoDbEnhancedClient.builder().dynamoDbClient(client()).build();
    }

    /** A database without tables, to make tables of. */
    static LogicalDb db() {
        return LogicalDb.create(LogicalDb.class, enhancedClient());
    }

    private static DynamoDbClient client() {
        return new DynamoDbClient() {
            @Override
            public String serviceName() {
                return "dynamodb";
            }

            @Override
            public void close() {}
        };
    }
}
