package dev.tempest.testing;

import java.net.URI;

/**
 * A server that speaks DynamoDB, for {@link TestDb} and {@link TestDbRule} to run tests on.
 *
 * <p>The kit has {@link LocalDynamoDb}, which runs in this JVM; the module {@code tempest-testing-docker} has one that
 * runs in a container. Implementations are thread-safe.
 */
@FunctionalInterface
public interface DynamoDbServer {
    /**
     * Where the server listens. A server that is not running yet is started by the first call.
     *
     * @throws ServerUnavailableException if the server cannot run on this machine; tests are then skipped, and say why
     */
    URI endpoint();
}
