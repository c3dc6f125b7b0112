package dev.tempest.soak.net;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A port in front of a DynamoDB server, behind which the network fails. It knows HTTP and nothing else: clients name the
 * operation that a request belongs to in the header {@value #OPERATION}. Requests without one pass unharmed.
 *
 * <p>What happens to the n-th request of an operation depends on the seed, the operation and n only.
 */
public final class Proxy implements AutoCloseable {
    /** The header that holds the number of the operation that a request belongs to. */
    public static final String OPERATION = "x-soak-operation";

    private static final int NOBODY = 0;
    private static final int LATEST_MILLIS = 80;

    private final Upstream upstream;
    private final long seed;
    private final Traffic traffic;
    private final Duration patience;
    private final FaultSource faults;
    private final ServerSocket socket;
    /** One party for each request that is on its way. */
    private final Phaser underWay = new Phaser(1);

    private final ScheduledExecutorService late = Executors.newScheduledThreadPool(4, Proxy::daemon);

    /** Chooses the fault of a request. */
    @FunctionalInterface
    interface FaultSource {
        /**
         * Chooses.
         *
         * @param chance from 0 to 1, 1 excluded
         * @param action the name of DynamoDB's operation
         * @param write whether it writes
         */
        Fault choose(double chance, String action, boolean write);
    }

    /**
     * Begins to listen.
     *
     * @param patience how long clients wait for a response; stalls are longer
     */
    public Proxy(URI server, long seed, Traffic traffic, Duration patience) {
        this(server, seed, traffic, patience, (chance, action, write) -> Fault.draw(chance, write));
    }

    Proxy(URI server, long seed, Traffic traffic, Duration patience, FaultSource faults) {
        this.upstream = new Upstream(server);
        this.seed = seed;
        this.traffic = traffic;
        this.patience = patience;
        this.faults = faults;
        try {
            socket = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept).start();
    }

    /** Where clients find this proxy. */
    public URI endpoint() {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + socket.getLocalPort());
    }

    /** Waits until all requests that came have arrived, those that are late and those that come twice included. */
    public void settle() {
        underWay.arriveAndAwaitAdvance();
    }

    @Override
    public void close() {
        late.shutdownNow();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SplittableRandom random(long seed, int operation, int request) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + operation * 1_000_003L + request);
    }

    /** What happens to the n-th request of an operation. */
    static Fault draw(long seed, int operation, int request, boolean write) {
        return Fault.draw(random(seed, operation, request).nextDouble(), write);
    }

    private void accept() {
        while (true) {
            Socket client;
            try {
                client = socket.accept();
            } catch (IOException closed) {
                return;
            }
            daemon(() -> converse(client)).start();
        }
    }

    private void converse(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            BufferedInputStream in = new BufferedInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            boolean open = true;
            while (open) {
                HttpMessage request = HttpMessage.read(in, out);
                if (request == null) {
                    return;
                }
                underWay.register();
                try {
                    open = new Passage(request, client).pass();
                } finally {
                    underWay.arriveAndDeregister();
                }
            }
        } catch (IOException e) {
            // The client has gone, or has been killed.
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        return thread;
    }

    /** The way of one request. */
    private final class Passage {
        private final HttpMessage request;
        private final Socket client;
        private final int operation;
        private final String action;
        private final boolean write;
        private final SplittableRandom random;

        Passage(HttpMessage request, Socket client) {
            this.request = request;
            this.client = client;
            String number = request.header(OPERATION);
            operation = number == null ? NOBODY : Integer.parseInt(number);
            String target = request.header("x-amz-target");
            action = target == null ? "" : target.substring(target.indexOf('.') + 1);
            write = (action.endsWith("Item") && !action.startsWith("Get")) || action.endsWith("WriteItems");
            random = random(seed, operation, traffic.next(operation));
        }

        /** Returns whether the connection is still open. */
        boolean pass() throws IOException {
            double chance = random.nextDouble();
            Fault fault = operation == NOBODY ? Fault.NONE : faults.choose(chance, action, write);
            traffic.count(fault);
            if (write && operation != NOBODY) {
                traffic.hit(operation, fault);
                traffic.arrived(operation, request.hash());
            }
            return play(fault);
        }

        private boolean play(Fault fault) throws IOException {
            switch (fault) {
                case NONE -> answerFully(forward());
                case DELAYED -> {
                    sleep(random.nextInt(5, 30));
                    answerFully(forward());
                }
                case TWICE -> {
                    HttpMessage response = forward();
                    laterOn();
                    answerFully(response);
                }
                case SERVER_ERROR -> answer(ErrorResponses.serverError());
                case SERVER_ERROR_AFTERWARDS -> {
                    forward();
                    answer(ErrorResponses.serverError());
                }
                case THROTTLED -> answer(ErrorResponses.throttled());
                case TRANSACTION_CONFLICT -> answer(ErrorResponses.transactionConflict(action, request));
                case BODY_CUT -> {
                    HttpMessage response = forward();
                    response.write(client.getOutputStream(), response.length() / 2);
                    return false;
                }
                case RESPONSE_LOST -> {
                    forward();
                    return false;
                }
                case RESPONSE_RESET -> {
                    forward();
                    return reset();
                }
                case REQUEST_LOST -> {
                    return reset();
                }
                case LATE -> {
                    laterOn();
                    return reset();
                }
                case REQUEST_STALLED -> {
                    sleep(patience.toMillis() + patience.toMillis() / 8);
                    forward();
                    return false;
                }
                case RESPONSE_STALLED -> {
                    forward();
                    sleep(patience.toMillis() + patience.toMillis() / 8);
                    return false;
                }
            }
            return true;
        }

        private HttpMessage forward() throws IOException {
            long start = System.nanoTime();
            try {
                return upstream.exchange(request);
            } catch (IOException e) {
                markSlow();
                throw e;
            } finally {
                if (System.nanoTime() - start > patience.toNanos() / 2) {
                    markSlow();
                }
            }
        }

        private void answerFully(HttpMessage response) throws IOException {
            answer(response);
            if (write && operation != NOBODY && !response.isServerError()) {
                traffic.answered(operation, request.hash());
            }
        }

        private void answer(HttpMessage response) throws IOException {
            try {
                response.write(client.getOutputStream());
            } catch (IOException e) {
                markSlow();
                throw e;
            }
        }

        private void markSlow() {
            if (write && operation != NOBODY) {
                traffic.slow(operation);
            }
        }

        /** Delivers the request in a while. */
        private void laterOn() {
            underWay.register();
            late.schedule(
                    () -> {
                        try {
                            upstream.exchange(request);
                        } catch (IOException e) {
                            markSlow();
                        } finally {
                            underWay.arriveAndDeregister();
                        }
                    },
                    random.nextInt(1, LATEST_MILLIS),
                    TimeUnit.MILLISECONDS);
        }

        private boolean reset() throws IOException {
            // Without lingering, what the client gets is a reset, and not the orderly end of a connection.
            client.setSoLinger(true, 0);
            return false;
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
