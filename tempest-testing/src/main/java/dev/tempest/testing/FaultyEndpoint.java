package dev.tempest.testing;

import dev.tempest.testing.internal.faults.FaultInjector;
import dev.tempest.testing.internal.faults.FaultyPort;
import java.net.URI;

/**
 * A port of the loopback interface behind which there is a DynamoDB, at the end of a network that fails: for clients
 * whose HTTP client cannot be wrapped, as those of SDK 1.x. Made by {@link FaultyHttp#proxyTo}.
 *
 * <p>A connection that breaks does break: its client finds it reset. What is sent on has another {@code Host} than the
 * one that its client has signed for, so that the endpoint must not insist on signatures.
 *
 * <p>Instances are thread-safe. Their threads are daemons.
 */
public final class FaultyEndpoint implements AutoCloseable {
    private final URI target;
    private final FaultyPort port;

    FaultyEndpoint(URI target, FaultInjector injector) {
        this.target = target;
        port = new FaultyPort(target, injector);
    }

    /** Where clients find this endpoint, such as {@code http://127.0.0.1:40123}. */
    public URI endpoint() {
        return port.endpoint();
    }

    /** Stops listening. The DynamoDB behind goes on. */
    @Override
    public void close() {
        port.close();
    }

    @Override
    public String toString() {
        return "FaultyEndpoint[" + endpoint() + " in front of " + target + "]";
    }
}
