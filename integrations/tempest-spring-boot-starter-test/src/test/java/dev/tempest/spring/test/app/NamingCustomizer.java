package dev.tempest.spring.test.app;

import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalDbBuilder;
import dev.tempest.spring.LogicalDbCustomizer;
import org.springframework.stereotype.Component;

/** Part of each test of the databases. */
@Component
public class NamingCustomizer implements LogicalDbCustomizer {
    @Override
    public void customize(Class<? extends LogicalDb> dbType, LogicalDbBuilder<?> builder) {
        builder.maxParallelRequests(3);
    }
}
