package dev.tempest.spring;

import dev.tempest.sdk2.LogicalDb;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/** Makes beans of the database interfaces of the application, and of their tables. */
@AutoConfiguration(afterName = "io.awspring.cloud.autoconfigure.dynamodb.DynamoDbAutoConfiguration")
@ConditionalOnClass({LogicalDb.class, DynamoDbEnhancedClient.class})
@EnableConfigurationProperties(TempestProperties.class)
@Import(DatabaseRegistrar.class)
public final class TempestAutoConfiguration {
    TempestAutoConfiguration() {}

    @Bean(DatabaseFactory.NAME)
    static DatabaseFactory tempestDatabaseFactory(BeanFactory beans, TempestProperties properties) {
        return new DatabaseFactory(beans, properties);
    }

    @Bean
    static TableCheck tempestTableCheck(ListableBeanFactory beans, TempestProperties properties) {
        return new TableCheck(beans, properties.checkTables());
    }

    /** The check is nobody's dependency: it would not run if beans are made when they are first needed. */
    @Bean
    static LazyInitializationExcludeFilter tempestEagerTableCheck() {
        return LazyInitializationExcludeFilter.forBeanTypes(TableCheck.class);
    }
}
