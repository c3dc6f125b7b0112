package dev.tempest.spring.test;

import dev.tempest.spring.TempestAutoConfiguration;
import dev.tempest.testing.DynamoDbConnection;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** An embedded DynamoDB, clients that lead there in place of the application's, and the tables. */
@AutoConfiguration(before = TempestAutoConfiguration.class)
final class EmbeddedDynamoDbAutoConfiguration {
    EmbeddedDynamoDbAutoConfiguration() {}

    @Bean(EmbeddedClients.CONNECTION)
    static DynamoDbConnection tempestEmbeddedConnection() {
        return DynamoDbConnection.embedded();
    }

    @Bean
    static EmbeddedClients tempestEmbeddedClients() {
        return new EmbeddedClients();
    }

    @Bean
    static EmbeddedTables tempestEmbeddedTables(ListableBeanFactory beans) {
        return new EmbeddedTables(beans);
    }
}
