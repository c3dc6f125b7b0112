package dev.tempest.sdk2.internal.request;

import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.internal.client.DefaultDynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.internal.client.DefaultDynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The clients that do the requests of enhanced clients. Older versions of the SDK have a method for it on their own classes. */
public final class EnhancedClients {
    private EnhancedClients() {}

    public static DynamoDbClient clientOf(DynamoDbEnhancedClient enhanced) {
        try {
            return enhanced.dynamoDbClient();
        } catch (NoSuchMethodError e) {
            if (enhanced instanceof DefaultDynamoDbEnhancedClient own) {
                return own.dynamoDbClient();
            }
            throw unknown(enhanced, "DynamoDbClient", e);
        } catch (UnsupportedOperationException e) {
            throw unknown(enhanced, "DynamoDbClient", e);
        }
    }

    public static DynamoDbAsyncClient asyncClientOf(DynamoDbEnhancedAsyncClient enhanced) {
        try {
            return enhanced.dynamoDbAsyncClient();
        } catch (NoSuchMethodError e) {
            if (enhanced instanceof DefaultDynamoDbEnhancedAsyncClient own) {
                return own.dynamoDbAsyncClient();
            }
            throw unknown(enhanced, "DynamoDbAsyncClient", e);
        } catch (UnsupportedOperationException e) {
            throw unknown(enhanced, "DynamoDbAsyncClient", e);
        }
    }

    private static IllegalStateException unknown(Object enhanced, String client, Throwable cause) {
        return new IllegalStateException(
                enhanced.getClass().getName() + " does not tell its " + client + ": call client(...) too.", cause);
    }
}
