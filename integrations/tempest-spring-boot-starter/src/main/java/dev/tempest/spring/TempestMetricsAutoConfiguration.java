package dev.tempest.spring;

import dev.tempest.micrometer.TempestMetrics;
import dev.tempest.micrometer.TempestObservationConvention;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Reports the operations of all databases to the application's registries of Micrometer. */
@AutoConfiguration(before = TempestAutoConfiguration.class)
@ConditionalOnClass({TempestMetrics.class, MeterRegistry.class, ObservationRegistry.class})
public final class TempestMetricsAutoConfiguration {
    TempestMetricsAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    static TempestMetrics tempestMetrics(
            ObjectProvider<ObservationRegistry> observations,
            ObjectProvider<MeterRegistry> meters,
            ObjectProvider<TempestObservationConvention> convention) {
        TempestMetrics.Builder builder = TempestMetrics.builder();
        observations.ifUnique(builder::observationRegistry);
        meters.ifUnique(builder::meterRegistry);
        convention.ifUnique(builder::convention);
        return builder.build();
    }
}
