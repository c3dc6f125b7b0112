package dev.tempest.spring;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Shows in the application's health whether its tables can be used, if the application wants it. */
@AutoConfiguration(after = TempestAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBooleanProperty("management.health.tempest.enabled")
public final class TempestHealthAutoConfiguration {
    TempestHealthAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "tempestHealthIndicator")
    static HealthIndicator tempestHealthIndicator(ListableBeanFactory beans) {
        return new TempestHealthIndicator(beans);
    }
}
