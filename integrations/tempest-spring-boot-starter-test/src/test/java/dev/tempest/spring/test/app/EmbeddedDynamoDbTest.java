package dev.tempest.spring.test.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.spring.test.AutoConfigureEmbeddedDynamoDb;
import dev.tempest.testing.DynamoDbConnection;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@SpringBootTest
@AutoConfigureEmbeddedDynamoDb(emptyBeforeEach = false)
class EmbeddedDynamoDbTest {
    @Autowired
    NoteService service;

    @Autowired
    DynamoDbClient client;

    @Autowired
    DynamoDbConnection connection;

    @Test
    void applicationRunsOnTablesThatWereThereWhenItStarted() {
        assertThat(service.first().text()).isEqualTo("stored at the start");
    }

    @Test
    void clientOfTheApplicationIsReplaced() {
        assertThat(client).isSameAs(connection.client());
        assertThat(client.listTables().tableNames()).containsExactly("notes");
    }

    @TestConfiguration
    static class Clients {
        @Bean
        DynamoDbClient elsewhere() {
            return DynamoDbClient.builder()
                    .endpointOverride(URI.create("http://localhost:1"))
                    .build();
        }

        @Bean
        DynamoDbEnhancedClient enhanced(DynamoDbClient client) {
            return DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
        }
    }
}
