package dev.tempest.testing.docker;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A container of a Docker engine. */
final class DockerContainer implements Container {
    private static final int PORT = 8000;

    private final String image;
    private final @Nullable Integer port;
    private @Nullable GenericContainer<?> running;

    DockerContainer(String image, @Nullable Integer port) {
        this.image = image;
        this.port = port;
    }

    @Override
    public @Nullable String missing() {
        return DockerClientFactory.instance().isDockerAvailable()
                ? null
                : "No Docker engine was found to run " + image + ": start Docker, or say in DOCKER_HOST where it is";
    }

    @Override
    public URI start() {
        GenericContainer<?> container = container();
        container.start();
        running = container;
        return URI.create("http://" + container.getHost() + ":" + container.getMappedPort(PORT));
    }

    /** The container, not yet started. Without -sharedDb the server keeps access key ids apart. */
    GenericContainer<?> container() {
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image))
                .withExposedPorts(PORT)
                .withCommand("-jar", "DynamoDBLocal.jar", "-inMemory", "-disableTelemetry")
                // It refuses requests that ask for nothing, as soon as it can.
                .waitingFor(Wait.forHttp("/").forPort(PORT).forStatusCodeMatching(status -> status < 500));
        if (port != null) {
            container.setPortBindings(List.of(port + ":" + PORT));
        }
        return container;
    }

    @Override
    public void stop() {
        GenericContainer<?> container = running;
        if (container != null) {
            running = null;
            container.stop();
        }
    }

    @Override
    public String toString() {
        return port == null ? image : image + " on port " + port;
    }
}
