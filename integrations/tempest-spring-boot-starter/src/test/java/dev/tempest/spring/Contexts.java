package dev.tempest.spring;

import dev.tempest.spring.music.MusicApplication;
import dev.tempest.testing.DynamoDbConnection;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Applications for tests. */
final class Contexts {
    private Contexts() {}

    /** An application without any client. */
    static ApplicationContextRunner withoutClient() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        TempestAutoConfiguration.class,
                        TempestMetricsAutoConfiguration.class,
                        TempestHealthAutoConfiguration.class));
    }

    /** An application with the plain clients of a DynamoDB, and without any database. */
    static ApplicationContextRunner with(DynamoDbConnection connection) {
        return withoutClient()
                .withBean(DynamoDbClient.class, connection::client)
                .withBean(DynamoDbAsyncClient.class, connection::asyncClient);
    }

    /** The same with the databases of the package {@code music}. */
    static ApplicationContextRunner music(DynamoDbConnection connection) {
        return with(connection).withUserConfiguration(MusicApplication.class);
    }
}
