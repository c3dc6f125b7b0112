package dev.tempest.spring.test;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the clients of the embedded DynamoDB in the place of the application's. */
final class EmbeddedClients implements BeanDefinitionRegistryPostProcessor {
    static final String CONNECTION = "tempestEmbeddedConnection";

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        if (registry instanceof ConfigurableListableBeanFactory beans) {
            replace(DynamoDbClient.class, "client", DynamoDbEnhancedClient.class, "enhancedClient", registry, beans);
            replace(
                    DynamoDbAsyncClient.class,
                    "asyncClient",
                    DynamoDbEnhancedAsyncClient.class,
                    "enhancedAsyncClient",
                    registry,
                    beans);
        }
    }

    private static void replace(
            Class<?> plain,
            String plainMethod,
            Class<?> enhanced,
            String enhancedMethod,
            BeanDefinitionRegistry registry,
            ConfigurableListableBeanFactory beans) {
        String[] known = beans.getBeanNamesForType(plain, true, false);
        for (String name : known) {
            replace(name, plain, plainMethod, registry);
        }
        if (known.length == 0) {
            // An enhanced client whose client is no bean would lead elsewhere.
            for (String name : beans.getBeanNamesForType(enhanced, true, false)) {
                replace(name, enhanced, enhancedMethod, registry);
            }
            String name = "tempestEmbedded" + plain.getSimpleName();
            registry.registerBeanDefinition(name, definition(plain, plainMethod));
        }
    }

    private static void replace(String name, Class<?> type, String method, BeanDefinitionRegistry registry) {
        RootBeanDefinition definition = definition(type, method);
        if (registry.containsBeanDefinition(name)) {
            BeanDefinition replaced = registry.getBeanDefinition(name);
            definition.setPrimary(replaced.isPrimary());
            definition.setFallback(replaced.isFallback());
            registry.removeBeanDefinition(name);
        }
        registry.registerBeanDefinition(name, definition);
    }

    private static RootBeanDefinition definition(Class<?> type, String method) {
        RootBeanDefinition definition = new RootBeanDefinition();
        definition.setTargetType(type);
        definition.setFactoryBeanName(CONNECTION);
        definition.setFactoryMethodName(method);
        return definition;
    }
}
