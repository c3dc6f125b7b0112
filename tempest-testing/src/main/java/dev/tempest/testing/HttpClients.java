package dev.tempest.testing;

import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;

/**
 * The HTTP clients that all connections to endpoints share, each made at its first use: they cost far more than the
 * DynamoDB clients over them, of which every test gets new ones.
 *
 * <p>They are never closed. Their threads are daemons, and end with the JVM.
 */
final class HttpClients {
    private static final int MANY_WRITERS = 500;

    private HttpClients() {}

    // Not the JDK's HttpURLConnection: it takes three times as long for each request, and may send a POST again by
    // itself, behind the back of a test that counts requests.
    static SdkHttpClient sync() {
        return Sync.CLIENT;
    }

    static SdkAsyncHttpClient async() {
        return Async.CLIENT;
    }

    private static final class Sync {
        static final SdkHttpClient CLIENT =
                Apache5HttpClient.builder().maxConnections(MANY_WRITERS).build();
    }

    private static final class Async {
        static final SdkAsyncHttpClient CLIENT = NettyNioAsyncHttpClient.builder()
                .maxConcurrency(MANY_WRITERS)
                .maxPendingConnectionAcquires(100_000)
                .connectionAcquisitionTimeout(Duration.ofSeconds(60))
                .build();
    }
}
