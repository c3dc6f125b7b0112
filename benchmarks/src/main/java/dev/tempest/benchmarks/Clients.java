package dev.tempest.benchmarks;

import dev.tempest.benchmarks.http.Bodies;
import dev.tempest.benchmarks.http.CannedHttp;
import dev.tempest.benchmarks.models.TrackByHand;
import dev.tempest.benchmarks.models.TrackRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The SDK's clients over canned answers: 100 tracks. */
final class Clients {
    static final int ROWS = 100;

    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("benchmark", "benchmark"));

    private Clients() {}

    static DynamoDbClient sync() {
        return sync(tracks());
    }

    static DynamoDbClient sync(SdkHttpClient http) {
        return DynamoDbClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .httpClient(http)
                .build();
    }

    static DynamoDbAsyncClient async() {
        return DynamoDbAsyncClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .httpClient(tracks())
                // Everything on the caller's thread: no hand-over between threads blurs the figures.
                .asyncConfiguration(configuration -> configuration.advancedOption(
                        SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run))
                .build();
    }

    /** With the extensions that it has by default. */
    static DynamoDbEnhancedClient enhanced() {
        return DynamoDbEnhancedClient.builder().dynamoDbClient(sync()).build();
    }

    static DynamoDbEnhancedClient enhancedWithoutExtensions() {
        return DynamoDbEnhancedClient.builder()
                .dynamoDbClient(sync())
                .extensions(List.of())
                .build();
    }

    static DynamoDbEnhancedAsyncClient enhancedAsync() {
        return DynamoDbEnhancedAsyncClient.builder().dynamoDbClient(async()).build();
    }

    static DynamoDbEnhancedAsyncClient enhancedAsyncWithoutExtensions() {
        return DynamoDbEnhancedAsyncClient.builder()
                .dynamoDbClient(async())
                .extensions(List.of())
                .build();
    }

    private static CannedHttp tracks() {
        List<Map<String, AttributeValue>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(TrackByHand.encode(TrackRecord.sample(number(i))));
        }
        return new CannedHttp(Bodies.of("tracks", rows));
    }

    static String number(int i) {
        return Integer.toString(1000 + i);
    }
}
