package dev.tempest.testing.internal;

import java.net.URI;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * A server that a test run chooses in place of the one in this JVM, found as a service. It is for this project's own tests,
 * which run on a second engine so.
 */
public interface ChosenServer {
    /** Whether this run chooses it. */
    boolean isChosen();

    /** Makes an empty database. */
    Database open();

    /** A database at an endpoint of its own. */
    interface Database extends AutoCloseable {
        /** Where it listens. */
        URI endpoint();

        @Override
        void close();
    }

    /** The server that this run chooses; null if it is the one in this JVM. */
    static @Nullable ChosenServer find() {
        return Chosen.SERVER;
    }

    /** Looks once. */
    final class Chosen {
        static final @Nullable ChosenServer SERVER =
                ServiceLoader.load(ChosenServer.class, ChosenServer.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(ChosenServer::isChosen)
                        .findFirst()
                        .orElse(null);

        private Chosen() {}
    }
}
