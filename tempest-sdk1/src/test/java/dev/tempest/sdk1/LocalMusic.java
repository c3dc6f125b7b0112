package dev.tempest.sdk1;

import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClientBuilder;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig;
import com.amazonaws.services.dynamodbv2.model.BillingMode;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.Projection;
import com.amazonaws.services.dynamodbv2.model.ProjectionType;
import dev.tempest.local.LocalEngine;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A DynamoDB of a test's own with an empty {@link MusicDb}, reached over HTTP by a client of SDK 1.x. */
final class LocalMusic implements BeforeEachCallback, AfterEachCallback {
    private LocalEngine engine;
    private AmazonDynamoDB client;

    @Override
    public void beforeEach(ExtensionContext context) {
        engine = LocalEngine.create();
        client = AmazonDynamoDBClientBuilder.standard()
                .withEndpointConfiguration(
                        new EndpointConfiguration(engine.listen().toString(), "us-east-1"))
                .withCredentials(new AWSStaticCredentialsProvider(new BasicAWSCredentials("music", "secret")))
                .build();
        CreateTableRequest request = new DynamoDBMapper(client)
                .generateCreateTableRequest(MusicDb.MusicItem.class)
                .withBillingMode(BillingMode.PAY_PER_REQUEST);
        request.getGlobalSecondaryIndexes()
                .forEach(index -> index.setProjection(new Projection().withProjectionType(ProjectionType.ALL)));
        client.createTable(request);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        client.shutdown();
        engine.close();
    }

    MusicDb db() {
        return LogicalDb.create(MusicDb.class, new DynamoDBMapper(client));
    }

    MusicDb db(DynamoDBMapperConfig config) {
        return LogicalDb.create(MusicDb.class, new DynamoDBMapper(client, config));
    }
}
