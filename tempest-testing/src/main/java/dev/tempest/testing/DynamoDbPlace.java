package dev.tempest.testing;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** Where a DynamoDB is: at an endpoint under an access key id, or where the SDK looks by default. */
record DynamoDbPlace(@Nullable URI endpoint, String accessKeyId) {
    private static final Region REGION = Region.US_EAST_1;

    static DynamoDbPlace at(URI endpoint, String accessKeyId) {
        return new DynamoDbPlace(endpoint, accessKeyId);
    }

    static DynamoDbPlace inAws() {
        return new DynamoDbPlace(null, "");
    }

    <B extends AwsClientBuilder<B, C>, C> B configure(B builder) {
        if (endpoint == null) {
            return builder;
        }
        return builder.endpointOverride(endpoint)
                .region(REGION)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, "secret")));
    }

    URI knownEndpoint() {
        if (endpoint == null) {
            throw new IllegalStateException("This connection leads to AWS, by what the SDK finds by default");
        }
        return endpoint;
    }

    @Override
    public String toString() {
        return endpoint == null ? "AWS" : endpoint.toString();
    }
}
