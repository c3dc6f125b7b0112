package dev.tempest.testing;

import dev.tempest.local.sdk2.LocalHttpClients;
import dev.tempest.testing.internal.ChosenServer;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.regions.Region;

/** Where a DynamoDB is, and the way there. */
sealed interface DynamoDbPlace {
    String DEFAULT_REGION = "us-east-1";

    /** Where DynamoDB listens. */
    URI endpoint();

    /** Under which access key id. */
    String accessKeyId();

    /** Makes a client lead here. */
    <B extends AwsClientBuilder<B, C>, C> B configure(B builder);

    /** Makes a client lead here, whatever HTTP client its user gives to it. */
    default <B extends AwsClientBuilder<B, C>, C> B configureForAnyHttp(B builder) {
        return configure(builder);
    }

    default SdkHttpClient http() {
        return HttpClients.sync();
    }

    default SdkAsyncHttpClient asyncHttp() {
        return HttpClients.async();
    }

    /** The same database in another Region. */
    DynamoDbPlace in(String region);

    /** Frees what is kept for this place. */
    default void release() {}

    /** On a server in this JVM, under an access key id that nobody else has. */
    record InThisJvm(LocalDynamoDb server, String accessKeyId, String region) implements DynamoDbPlace {
        /** An address that leads nowhere: the HTTP client does not look at it. */
        private static final URI NOWHERE = URI.create("http://in-memory.invalid");

        @Override
        public URI endpoint() {
            return server.endpoint();
        }

        @Override
        public <B extends AwsClientBuilder<B, C>, C> B configure(B builder) {
            return at(NOWHERE, accessKeyId, region, builder);
        }

        @Override
        public <B extends AwsClientBuilder<B, C>, C> B configureForAnyHttp(B builder) {
            return at(endpoint(), accessKeyId, region, builder);
        }

        @Override
        public DynamoDbPlace in(String other) {
            return new InThisJvm(server, accessKeyId, other);
        }

        @Override
        public SdkHttpClient http() {
            return LocalHttpClients.sync(server.inMemory());
        }

        @Override
        public SdkAsyncHttpClient asyncHttp() {
            return LocalHttpClients.async(server.inMemory());
        }

        @Override
        public void release() {
            server.drop(accessKeyId);
        }

        @Override
        public String toString() {
            return "in this JVM, under " + accessKeyId + " in " + region;
        }
    }

    /** At an endpoint. */
    record AtEndpoint(URI endpoint, String accessKeyId, String region) implements DynamoDbPlace {
        @Override
        public <B extends AwsClientBuilder<B, C>, C> B configure(B builder) {
            return at(endpoint, accessKeyId, region, builder);
        }

        @Override
        public DynamoDbPlace in(String other) {
            return new AtEndpoint(endpoint, accessKeyId, other);
        }

        @Override
        public String toString() {
            return endpoint.toString();
        }
    }

    /** On a server that this test run chooses. */
    record Chosen(ChosenServer.Database database) implements DynamoDbPlace {
        @Override
        public URI endpoint() {
            return database.endpoint();
        }

        @Override
        public String accessKeyId() {
            return "tempest";
        }

        @Override
        public <B extends AwsClientBuilder<B, C>, C> B configure(B builder) {
            return at(endpoint(), accessKeyId(), DEFAULT_REGION, builder);
        }

        @Override
        public DynamoDbPlace in(String other) {
            return new AtEndpoint(endpoint(), accessKeyId(), other);
        }

        @Override
        public void release() {
            database.close();
        }

        @Override
        public String toString() {
            return endpoint().toString();
        }
    }

    /** In AWS, as the SDK finds it by default. */
    record InAws(@Nullable String region) implements DynamoDbPlace {
        private static final String FOUND_BY_SDK = "This connection leads to AWS, by what the SDK finds by default";

        @Override
        public URI endpoint() {
            throw new IllegalStateException(FOUND_BY_SDK);
        }

        @Override
        public String accessKeyId() {
            throw new IllegalStateException(FOUND_BY_SDK);
        }

        @Override
        public <B extends AwsClientBuilder<B, C>, C> B configure(B builder) {
            return region == null ? builder : builder.region(Region.of(region));
        }

        @Override
        public DynamoDbPlace in(String other) {
            return new InAws(other);
        }

        @Override
        public String toString() {
            return "AWS";
        }
    }

    private static <B extends AwsClientBuilder<B, C>, C> B at(
            URI endpoint, String accessKeyId, String region, B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, "secret")));
    }
}
