package dev.tempest.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.TableName;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.spring.music.Album;
import dev.tempest.spring.music.MusicDb;
import dev.tempest.spring.music.MusicTable;
import dev.tempest.testing.DynamoDbConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The customizer of the page on Spring Boot. */
class CustomizerTest {
    private final DynamoDbConnection here = DynamoDbConnection.embedded();
    private final DynamoDbConnection elsewhere = DynamoDbConnection.embedded();

    @AfterEach
    void close() {
        here.close();
        elsewhere.close();
    }

    @Test
    void eachDatabaseHasItsClient() {
        Contexts.withoutClient()
                .withBean("client", DynamoDbClient.class, here::client, definition -> definition.setPrimary(true))
                .withBean("archiveClient", DynamoDbClient.class, elsewhere::client)
                .withUserConfiguration(Application.class)
                .run(context -> {
                    ArchiveDb archive = context.getBean(ArchiveDb.class);
                    archive.createTables();
                    archive.albums().albums().save(new Album("a1", "Blue Train"));

                    assertThat(elsewhere.client().listTables().tableNames()).containsExactly("archive");
                    assertThat(here.client().listTables().tableNames()).isEmpty();
                });
    }

    interface ArchiveDb extends LogicalDb {
        @TableName("archive")
        MusicTable albums();
    }

    @Configuration
    @TempestScan(databases = {MusicDb.class, ArchiveDb.class})
    static class Application {
        @Bean
        LogicalDbCustomizer archiveElsewhere(@Qualifier("archiveClient") DynamoDbClient archiveClient) {
            return (dbType, builder) -> {
                if (dbType == ArchiveDb.class) {
                    builder.enhancedClient(DynamoDbEnhancedClient.builder()
                            .dynamoDbClient(archiveClient)
                            .build());
                }
            };
        }
    }
}
