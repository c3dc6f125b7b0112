package dev.tempest.spring;

import dev.tempest.DatabaseReport;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Up if no table of any database has an error. Compares the tables with the models, at most once a minute: DynamoDB limits
 * DescribeTimeToLive for the whole account, and probes come every few seconds from each instance.
 */
final class TempestHealthIndicator extends AbstractHealthIndicator {
    private static final long VALID_NANOS = Duration.ofMinutes(1).toNanos();

    private final ListableBeanFactory beans;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Health last;
    private long lastNanos;

    TempestHealthIndicator(ListableBeanFactory beans) {
        super("The tables cannot be checked");
        this.beans = beans;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        lock.lock();
        try {
            Health known = last;
            if (known == null || System.nanoTime() - lastNanos > VALID_NANOS) {
                known = checked();
                last = known;
                lastNanos = System.nanoTime();
            }
            builder.status(known.getStatus()).withDetails(known.getDetails());
        } finally {
            lock.unlock();
        }
    }

    /** What fails is not kept: the next probe tries again. */
    private Health checked() {
        Health.Builder health = Health.up();
        for (Map.Entry<String, Supplier<DatabaseReport>> each :
                TableCheck.reports(beans).entrySet()) {
            DatabaseReport report = each.getValue().get();
            health.withDetail(each.getKey(), report.toString());
            if (!report.isOk()) {
                health.down();
            }
        }
        return health.build();
    }
}
