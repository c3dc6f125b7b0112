package dev.tempest.tests.async;

import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Enhanced clients over clients with settings of their own. */
final class Enhanced {
    private Enhanced() {}

    static DynamoDbEnhancedAsyncClient over(DynamoDbAsyncClient client) {
        return DynamoDbEnhancedAsyncClient.builder().dynamoDbClient(client).build();
    }
}
