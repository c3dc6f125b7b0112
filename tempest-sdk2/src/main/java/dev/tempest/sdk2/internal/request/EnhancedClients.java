package dev.tempest.sdk2.internal.request;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.core.SdkClient;
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

    /** The Region that a client leads to. */
    public static String regionOf(SdkClient client) {
        try {
            if (client.serviceClientConfiguration() instanceof AwsServiceClientConfiguration configuration
                    && configuration.region() != null) {
                return configuration.region().id();
            }
        } catch (UnsupportedOperationException e) {
            throw withoutRegion(client, e);
        }
        throw withoutRegion(client, null);
    }

    private static IllegalStateException withoutRegion(SdkClient client, @Nullable Throwable cause) {
        return new IllegalStateException(
                client.getClass().getName() + " does not return its Region, with which HomeRegions compare. Implement"
                        + " serviceClientConfiguration(), or call client(...) with a client that does.",
                cause);
    }

    private static IllegalStateException unknown(Object enhanced, String client, Throwable cause) {
        return new IllegalStateException(
                enhanced.getClass().getName() + " does not return its " + client + ": call client(...) too.", cause);
    }
}
