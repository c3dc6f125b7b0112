package dev.tempest.tests.faces;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/** The SDK's own retries, with pauses that do not hold a test up. */
public final class Retries {
    private static final BackoffStrategy PAUSES =
            BackoffStrategy.exponentialDelay(Duration.ofMillis(1), Duration.ofMillis(8));

    private Retries() {}

    /** Sends each request so often, at most. */
    public static RetryStrategy quick(int tries) {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(tries)
                .backoffStrategy(PAUSES)
                .throttlingBackoffStrategy(PAUSES)
                .circuitBreakerEnabled(false)
                .build();
    }
}
