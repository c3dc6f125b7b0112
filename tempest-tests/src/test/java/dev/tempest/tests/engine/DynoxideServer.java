package dev.tempest.tests.engine;

import dev.tempest.testing.internal.ChosenServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * dynoxide, a DynamoDB in Rust by others, whose program the system property {@code dynoxide} names. With that property these
 * tests run on it in place of the engine in this JVM. It keeps no databases apart, so that each has a process of its own.
 */
public final class DynoxideServer implements ChosenServer {
    private static final String PROGRAM = System.getProperty("dynoxide", "");
    private static final int TRIES = 3;
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    @Override
    public boolean isChosen() {
        return !PROGRAM.isEmpty();
    }

    @Override
    public Database open() {
        IllegalStateException failure = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                return start();
            } catch (IllegalStateException e) {
                // Another process may have taken the port meanwhile.
                failure = e;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw failure;
    }

    private static Database start() throws IOException {
        int port = freePort();
        Process process = new ProcessBuilder(PROGRAM, "serve", "--port", Integer.toString(port))
                .redirectErrorStream(true)
                .start();
        RUNNING.add(process);
        // Its first line comes when it listens, or says why it does not.
        String line = process.inputReader().readLine();
        if (line == null || !line.contains("listening")) {
            stop(process);
            throw new IllegalStateException(PROGRAM + " did not start on port " + port + ": " + line);
        }
        return new Running(process, URI.create("http://127.0.0.1:" + port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void stop(Process process) {
        process.destroyForcibly();
        RUNNING.remove(process);
    }

    private record Running(Process process, URI endpoint) implements Database {
        @Override
        public void close() {
            stop(process);
        }
    }
}
