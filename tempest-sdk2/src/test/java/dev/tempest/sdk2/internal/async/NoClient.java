package dev.tempest.sdk2.internal.async;

import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** For exchanges that are not sent by a client. */
final class NoClient implements DynamoDbAsyncClient {
    @Override
    public String serviceName() {
        return "dynamodb";
    }

    @Override
    public void close() {}
}
