package dev.tempest.tests.faces;

import com.amazonaws.ClientConfiguration;
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.handlers.RequestHandler2;
import com.amazonaws.retry.PredefinedBackoffStrategies.SDKDefaultBackoffStrategy;
import com.amazonaws.retry.PredefinedRetryPolicies;
import com.amazonaws.retry.RetryPolicy;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClientBuilder;
import dev.tempest.testing.DynamoDbConnection;
import java.net.URI;

/** Clients of SDK 1.x for the database of a connection. */
public final class Sdk1Client {
    private Sdk1Client() {}

    public static AmazonDynamoDB of(DynamoDbConnection connection, RequestHandler2... handlers) {
        return builder(connection, connection.endpoint())
                .withRequestHandlers(handlers)
                .build();
    }

    /**
     * A client that tries again after short pauses.
     *
     * @param tries how often it sends each request, at most
     */
    public static AmazonDynamoDB of(DynamoDbConnection connection, URI endpoint, int tries) {
        return builder(connection, endpoint)
                .withClientConfiguration(new ClientConfiguration()
                        .withUseExpectContinue(false)
                        .withRetryPolicy(new RetryPolicy(
                                PredefinedRetryPolicies.DEFAULT_RETRY_CONDITION,
                                new SDKDefaultBackoffStrategy(1, 1, 8),
                                tries - 1,
                                false)))
                .build();
    }

    private static AmazonDynamoDBClientBuilder builder(DynamoDbConnection connection, URI endpoint) {
        return AmazonDynamoDBClientBuilder.standard()
                .withEndpointConfiguration(new EndpointConfiguration(endpoint.toString(), "us-east-1"))
                .withCredentials(
                        new AWSStaticCredentialsProvider(new BasicAWSCredentials(connection.accessKeyId(), "secret")));
    }
}
