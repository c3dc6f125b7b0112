package dev.tempest.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.TableNameResolver;
import dev.tempest.spring.music.Album;
import dev.tempest.spring.music.AsyncMusicDb;
import dev.tempest.spring.music.AsyncMusicTable;
import dev.tempest.spring.music.MusicDb;
import dev.tempest.spring.music.MusicTable;
import dev.tempest.spring.shop.ShopDb;
import dev.tempest.testing.DynamoDbConnection;
import io.awspring.cloud.autoconfigure.core.AwsAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.CredentialsProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.RegionProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.dynamodb.DynamoDbAutoConfiguration;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class TempestAutoConfigurationTest {
    private final DynamoDbConnection connection = DynamoDbConnection.embedded();

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void databasesAndTheirTablesAreBeans() {
        Contexts.music(connection).run(context -> {
            context.getBean(MusicDb.class).createTables();

            context.getBean(MusicTable.class).albums().save(new Album("a1", "Blue Train"));

            assertThat(context).hasBean("musicDb").hasBean("musicDb.music");
            assertThat(context.getBean(MusicTable.class))
                    .isSameAs(context.getBean(MusicDb.class).music());
            assertThat(context.getBean(AsyncMusicDb.class)
                            .music()
                            .albums()
                            .loadAsync(new Album.Key("a1"))
                            .join())
                    .isEqualTo(context.getBean(MusicDb.class).music().albums().load(new Album.Key("a1")));
            assertThat(context.getBean(AsyncMusicTable.class).tableName()).isEqualTo("music_items");
        });
    }

    @Test
    void severalDatabasesStandSideBySide() {
        Contexts.with(connection).withUserConfiguration(MusicAndShop.class).run(context -> {
            ShopDb shop = context.getBean(ShopDb.class);
            shop.createTables();

            assertThat(context.getBean("shopDb.archive", ShopDb.OrderTable.class)
                            .tableName())
                    .isEqualTo("archived_orders");
            assertThat(context.getBean(MusicTable.class).tableName()).isEqualTo("music_items");
        });
    }

    @Test
    void namedDatabasesAloneAreBeans() {
        Contexts.music(connection)
                .withUserConfiguration(ShopAlone.class)
                .run(context -> assertThat(context).hasSingleBean(ShopDb.class).doesNotHaveBean(MusicDb.class));
    }

    @Test
    void databaseThatTheApplicationMakesIsLeftAsItIs() {
        Contexts.music(connection).withUserConfiguration(OwnMusicDb.class).run(context -> {
            assertThat(context).hasSingleBean(MusicDb.class).hasBean("mine");
            assertThat(context.getBean(MusicTable.class).tableName()).isEqualTo("own_table");
        });
    }

    @Test
    void prefixStandsBeforeTheNamesOfAllTables() {
        Contexts.music(connection)
                .withPropertyValues("tempest.table-prefix=test-")
                .run(context -> {
                    assertThat(context.getBean(MusicTable.class).tableName()).isEqualTo("test-music_items");
                    assertThat(context.getBean(AsyncMusicTable.class).tableName())
                            .isEqualTo("test-music_items");
                });
    }

    @Test
    void prefixStandsBeforeTheNamesOfTheApplicationsResolver() {
        Contexts.music(connection)
                .withPropertyValues("tempest.table-prefix=test-")
                .withBean(TableNameResolver.class, () -> (type, declared) -> type.getSimpleName())
                .run(context -> assertThat(context.getBean(MusicTable.class).tableName())
                        .isEqualTo("test-MusicTable"));
    }

    @Test
    void customizersComeAfterTheProperties() {
        Contexts.music(connection)
                .withPropertyValues("tempest.table-prefix=test-")
                .withBean(
                        LogicalDbCustomizer.class,
                        () -> (type, builder) -> builder.tableNameResolver((table, declared) -> type.getSimpleName()))
                .run(context -> {
                    assertThat(context.getBean(MusicTable.class).tableName()).isEqualTo("MusicDb");
                    assertThat(context.getBean(AsyncMusicTable.class).tableName())
                            .isEqualTo("test-music_items");
                });
    }

    @Test
    void offsetsAreSignedWithTheSecret() {
        MusicDb unsecured = connection.logicalDb(MusicDb.class);
        unsecured.createTables();
        unsecured.music().albums().save(new Album("a1", "Blue Train"));
        unsecured.music().albums().save(new Album("a2", "Giant Steps"));
        String unsigned = secondPage(unsecured.music());

        Contexts.music(connection)
                .withPropertyValues("tempest.offset-secret=0123456789abcdef")
                .run(context -> {
                    MusicTable music = context.getBean(MusicTable.class);
                    assertThat(music.albums().offsetFromString(secondPage(music)))
                            .isNotNull();
                    assertThatThrownBy(() -> music.albums().offsetFromString(unsigned))
                            .isInstanceOf(IllegalArgumentException.class);
                });
    }

    private static String secondPage(MusicTable music) {
        Page<Album.Key, Album> page =
                music.albums().scan(ScanConfig.builder().pageSize(1).build());
        return music.albums().offsetToString(page.offset());
    }

    @Test
    void updateTimeoutIsThatOfTheProperty() {
        Contexts.music(connection)
                .withPropertyValues("tempest.update-timeout=2s")
                .run(context -> assertThat(
                                context.getBean(TempestProperties.class).updateTimeout())
                        .isEqualTo(Duration.ofSeconds(2)));
        Contexts.music(connection)
                .withPropertyValues("tempest.update-timeout=1h")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("9 minutes"));
    }

    @Test
    void propertiesDoNotShowTheSecret() {
        Contexts.music(connection)
                .withPropertyValues("tempest.offset-secret=0123456789abcdef")
                .run(context -> assertThat(
                                context.getBean(TempestProperties.class).toString())
                        .doesNotContain("0123456789abcdef"));
    }

    @Test
    void clientsOfSpringCloudAwsServeTheDatabases() {
        connection.logicalDb(MusicDb.class).createTables();
        URI endpoint = connection.endpoint();

        Contexts.withoutClient()
                .withConfiguration(AutoConfigurations.of(
                        AwsAutoConfiguration.class,
                        CredentialsProviderAutoConfiguration.class,
                        RegionProviderAutoConfiguration.class,
                        DynamoDbAutoConfiguration.class))
                .withPropertyValues(
                        "spring.cloud.aws.endpoint=" + endpoint,
                        "spring.cloud.aws.region.static=us-east-1",
                        "spring.cloud.aws.credentials.access-key=" + connection.accessKeyId(),
                        "spring.cloud.aws.credentials.secret-key=any")
                .withUserConfiguration(BlockingMusic.class)
                .run(context -> {
                    context.getBean(MusicTable.class).albums().save(new Album("a1", "Blue Train"));
                    assertThat(connection
                                    .logicalDb(MusicDb.class)
                                    .music()
                                    .albums()
                                    .load(new Album.Key("a1")))
                            .isNotNull();
                });
    }

    @Configuration
    @TempestScan(basePackageClasses = {MusicDb.class, ShopDb.class})
    static class MusicAndShop {}

    @Configuration
    @TempestScan(databases = ShopDb.class)
    static class ShopAlone {}

    @Configuration
    @TempestScan(databases = MusicDb.class)
    static class BlockingMusic {}

    @Configuration
    static class OwnMusicDb {
        @Bean
        MusicDb mine(DynamoDbClient client) {
            return LogicalDb.create(
                    MusicDb.class,
                    DynamoDbEnhancedClient.builder().dynamoDbClient(client).build(),
                    (type, declared) -> "own_table");
        }
    }
}
