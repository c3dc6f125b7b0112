package dev.tempest.soak.access;

import com.amazonaws.ClientConfiguration;
import com.amazonaws.Request;
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.AnonymousAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.handlers.RequestHandler2;
import com.amazonaws.retry.PredefinedBackoffStrategies.ExponentialBackoffStrategy;
import com.amazonaws.retry.PredefinedRetryPolicies;
import com.amazonaws.retry.RetryPolicy;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClientBuilder;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.soak.item.Tables;
import dev.tempest.soak.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.function.IntSupplier;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Clients and databases as a user would make them, whose requests say which operation they belong to. */
public final class Clients {
    /** How long a client waits for a connection, and for a response: whoever gives up has waited that long. */
    public static final Duration PATIENCE = Duration.ofSeconds(3);

    /** How long an update goes on. */
    static final Duration UPDATE_TIMEOUT = Duration.ofSeconds(10);

    /** By which the server tells databases apart. */
    public static final String ACCESS_KEY_ID = "soak";

    /** Signing each request is an eighth of what a worker computes, and the server looks at the access key only. */
    private static final String AUTHORIZATION = "AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY_ID
            + "/20250101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none";

    private static final int TRIES = 5;
    private static final BackoffStrategy PAUSES =
            BackoffStrategy.exponentialDelay(Duration.ofMillis(2), Duration.ofMillis(30));

    private Clients() {}

    public static SdkHttpClient http() {
        return http(PATIENCE);
    }

    private static SdkHttpClient http(Duration patience) {
        return Apache5HttpClient.builder()
                .maxConnections(500)
                .connectionTimeout(patience)
                .socketTimeout(patience)
                .build();
    }

    public static SdkAsyncHttpClient asyncHttp() {
        return NettyNioAsyncHttpClient.builder()
                .maxConcurrency(500)
                .connectionTimeout(PATIENCE)
                .readTimeout(PATIENCE)
                .build();
    }

    /** A client without a network that fails, which waits for a busy machine. */
    public static DynamoDbClient direct(URI server) {
        return at(DynamoDbClient.builder(), server)
                .httpClient(http(Duration.ofMinutes(2)))
                .overrideConfiguration(configuration -> configuration.putHeader("Authorization", AUTHORIZATION))
                .build();
    }

    private static <B extends AwsClientBuilder<B, ?>> B at(B builder, URI server) {
        return builder.endpointOverride(server)
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create());
    }

    public static DynamoDbClient client(URI server, SdkHttpClient http, IntSupplier operation) {
        return at(DynamoDbClient.builder(), server)
                .httpClient(http)
                .overrideConfiguration(configuration(operation))
                .build();
    }

    public static DynamoDbAsyncClient asyncClient(URI server, SdkAsyncHttpClient http, IntSupplier operation) {
        return at(DynamoDbAsyncClient.builder(), server)
                .httpClient(http)
                .overrideConfiguration(configuration(operation))
                .build();
    }

    public static Tables.Db db(DynamoDbClient client) {
        return LogicalDb.builder(Tables.Db.class)
                .enhancedClient(
                        DynamoDbEnhancedClient.builder().dynamoDbClient(client).build())
                .updateTimeout(UPDATE_TIMEOUT)
                .build();
    }

    public static Tables.AsyncDb asyncDb(DynamoDbAsyncClient client) {
        return AsyncLogicalDb.builder(Tables.AsyncDb.class)
                .enhancedClient(DynamoDbEnhancedAsyncClient.builder()
                        .dynamoDbClient(client)
                        .build())
                .updateTimeout(UPDATE_TIMEOUT)
                .build();
    }

    public static Tables.DbV1 dbV1(URI server, IntSupplier operation) {
        return dev.tempest.sdk1.LogicalDb.builder(Tables.DbV1.class)
                .client(clientV1(server, operation))
                .build();
    }

    private static AmazonDynamoDB clientV1(URI server, IntSupplier operation) {
        return AmazonDynamoDBClientBuilder.standard()
                .withEndpointConfiguration(new EndpointConfiguration(server.toString(), "us-east-1"))
                .withCredentials(new AWSStaticCredentialsProvider(new AnonymousAWSCredentials()))
                .withClientConfiguration(new ClientConfiguration()
                        .withSocketTimeout((int) PATIENCE.toMillis())
                        .withRetryPolicy(new RetryPolicy(
                                PredefinedRetryPolicies.DEFAULT_RETRY_CONDITION,
                                new ExponentialBackoffStrategy(2, 30),
                                TRIES - 1,
                                false)))
                .withRequestHandlers(new RequestHandler2() {
                    @Override
                    public void beforeRequest(Request<?> request) {
                        request.addHeader("Authorization", AUTHORIZATION);
                        request.addHeader(Proxy.OPERATION, Integer.toString(operation.getAsInt()));
                    }
                })
                .build();
    }

    private static ClientOverrideConfiguration configuration(IntSupplier operation) {
        return ClientOverrideConfiguration.builder()
                .putHeader("Authorization", AUTHORIZATION)
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(TRIES)
                        .backoffStrategy(PAUSES)
                        .throttlingBackoffStrategy(PAUSES)
                        .circuitBreakerEnabled(false)
                        .build())
                .addExecutionInterceptor(new ExecutionInterceptor() {
                    @Override
                    public SdkHttpRequest modifyHttpRequest(
                            Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
                        return context.httpRequest().toBuilder()
                                .putHeader(Proxy.OPERATION, Integer.toString(operation.getAsInt()))
                                .build();
                    }
                })
                .build();
    }
}
