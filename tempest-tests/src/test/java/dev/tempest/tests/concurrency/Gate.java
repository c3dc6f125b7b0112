package dev.tempest.tests.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Counts the requests of a blocking client that are under way, and holds them up until there are as many as expected. */
final class Gate implements ExecutionInterceptor {
    private final String prefix;
    private final CountDownLatch expected;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();

    /** @param prefix what the operations that are counted begin with */
    Gate(String prefix, int expected) {
        this.prefix = prefix;
        this.expected = new CountDownLatch(expected);
    }

    int peak() {
        return peak.get();
    }

    private boolean counts(Context.BeforeExecution context) {
        return context.request().getClass().getSimpleName().startsWith(prefix);
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        if (!counts(context)) {
            return;
        }
        peak.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        expected.countDown();
        try {
            assertThat(expected.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (counts(context)) {
            underWay.decrementAndGet();
        }
    }
}
