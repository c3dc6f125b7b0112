package dev.tempest.testing.docker;

import dev.tempest.testing.DynamoDbServer;
import dev.tempest.testing.ServerUnavailableException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB Local in a container that Testcontainers runs.
 *
 * <pre>{@code
 * @RegisterExtension
 * TestDb db = TestDb.builder()
 *         .table("music_items", MusicItem.class)
 *         .server(DockerDynamoDb.shared())
 *         .build();
 * }</pre>
 *
 * <p>The container starts when a test first needs it, and is taken away when the JVM ends: by Testcontainers' own
 * helper even if the JVM is killed. Where Docker is missing, tests are skipped and say so.
 *
 * <p>As the embedded server does, it keeps apart what is written under different access key ids, so that one container
 * serves tests that run at the same time. The first start on a machine downloads the image.
 *
 * <p>Instances are thread-safe.
 */
public final class DockerDynamoDb implements DynamoDbServer, AutoCloseable {
    /** The image that is run unless another is named. */
    public static final String IMAGE = "amazon/dynamodb-local:latest";

    private final Container container;
    private final boolean shared;
    private @Nullable URI endpoint;
    private @Nullable ServerUnavailableException unavailable;

    DockerDynamoDb(Container container, boolean shared) {
        this.container = container;
        this.shared = shared;
    }

    /**
     * The one container that all tests in this JVM can share, on a port that Docker chooses: any number of JVMs can run
     * one each at the same time. {@link #close()} leaves it running, as others may be using it.
     */
    public static DockerDynamoDb shared() {
        return Shared.SERVER;
    }

    /** A container whose image or port is to be said. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Where the container listens. Starts it, if it is not running, and waits until it responds.
     *
     * @throws ServerUnavailableException if a Docker engine is missing to run it
     */
    @Override
    public synchronized URI endpoint() {
        if (unavailable != null) {
            throw unavailable;
        }
        URI known = endpoint;
        if (known == null) {
            known = start();
            endpoint = known;
        }
        return known;
    }

    private URI start() {
        String missing = container.missing();
        if (missing != null) {
            // Looking for an engine takes its time: once is enough.
            unavailable = new ServerUnavailableException(missing, null);
            throw unavailable;
        }
        return container.start();
    }

    /** Stops the container and takes it away. Does nothing to the {@link #shared()} one. */
    @Override
    public synchronized void close() {
        if (!shared && endpoint != null) {
            endpoint = null;
            container.stop();
        }
    }

    @Override
    public String toString() {
        return "DockerDynamoDb[" + container + "]";
    }

    private static final class Shared {
        static final DockerDynamoDb SERVER = new DockerDynamoDb(new DockerContainer(IMAGE, null), true);
    }

    /** Says what is to be run, and where. */
    public static final class Builder {
        private String image = IMAGE;
        private @Nullable Integer port;

        /** A builder for the newest DynamoDB Local, on a port that Docker chooses. */
        public Builder() {}

        /**
         * Sets the image, such as {@code amazon/dynamodb-local:3.1.0}, or the same from a registry of one's own. It
         * must be DynamoDB Local.
         */
        public Builder image(String name) {
            image = name;
            return this;
        }

        /**
         * Sets the port of this machine on which the container listens.
         *
         * @param number between 1 and 65535; one container can have it at a time
         */
        public Builder port(int number) {
            if (number < 1 || number > 65535) {
                throw new IllegalArgumentException("Not a port: " + number + ". Leave it out for any free port.");
            }
            port = number;
            return this;
        }

        /** A container, not yet started. Whoever builds it closes it, or leaves it to the end of the JVM. */
        public DockerDynamoDb build() {
            return new DockerDynamoDb(new DockerContainer(image, port), false);
        }
    }
}
