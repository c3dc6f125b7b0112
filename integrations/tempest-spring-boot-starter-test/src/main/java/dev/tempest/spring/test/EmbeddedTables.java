package dev.tempest.spring.test;

import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.DynamoDbConnection;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Creates the tables of each database before another bean can use it, and empties them. */
final class EmbeddedTables implements BeanPostProcessor {
    private final ListableBeanFactory beans;

    EmbeddedTables(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        create(bean);
        return bean;
    }

    /** Deletes all tables, and creates them again. */
    void empty() {
        DynamoDbClient client = beans.getBean(EmbeddedClients.CONNECTION, DynamoDbConnection.class)
                .client();
        client.listTablesPaginator()
                .tableNames()
                .forEach(table -> client.deleteTable(request -> request.tableName(table)));
        beans.getBeansOfType(LogicalDb.class, true, false).values().forEach(EmbeddedTables::create);
        beans.getBeansOfType(AsyncLogicalDb.class, true, false).values().forEach(EmbeddedTables::create);
    }

    private static void create(Object bean) {
        if (bean instanceof LogicalDb db) {
            db.createTables();
        } else if (bean instanceof AsyncLogicalDb db) {
            db.createTablesAsync().join();
        }
    }
}
