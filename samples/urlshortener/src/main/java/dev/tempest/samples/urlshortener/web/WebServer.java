package dev.tempest.samples.urlshortener.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's HTTP server, on the loopback interface: whoever wants it to be reached from elsewhere puts a proxy before it,
 * which speaks TLS. Adds to each response the headers that let a browser do no more with a page than it is meant for.
 */
public final class WebServer implements AutoCloseable {
    // The JDK's server reads a request on a thread of its own, and a client may keep that thread waiting. So there are
    // many
    // to read, and few at a time to work.
    private static final int READERS = 1024;
    private static final int READER_STACK = 256 * 1024;
    private static final int WORKING = 32;
    private static final int BACKLOG = 1024;
    private static final int SECONDS_TO_FINISH = 5;

    private static final Map<String, String> SECURITY_HEADERS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
                            + " frame-ancestors 'none'",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Referrer-Policy", "same-origin",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY");

    static {
        // Read by the JDK's server when its class is loaded. A client gets so many seconds to send its headers and its
        // body; then the connection is closed.
        setUnlessSet("sun.net.httpserver.maxReqTime", "10");
        setUnlessSet("sun.net.httpserver.maxRspTime", "60");
        // Headers and body are written one after the other, and would wait for each other's acknowledgement.
        setUnlessSet("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final PrintStream log;
    private final ExecutorService readers;
    // Fair: whoever has sent a request gets a turn.
    private final Semaphore working = new Semaphore(WORKING, true);
    // One permit for each request that is being answered; all of them to stop.
    private final Semaphore running = new Semaphore(Integer.MAX_VALUE);
    private volatile boolean stopping;

    private WebServer(HttpServer server, PrintStream log) {
        this.server = server;
        this.log = log;
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                READERS,
                READERS,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(),
                work -> new Thread(null, work, "web", READER_STACK));
        threads.allowCoreThreadTimeOut(true);
        readers = threads;
        server.setExecutor(threads);
    }

    /**
     * Takes a port. Answers nobody until {@link #start}.
     *
     * @param port 0 for any that is free
     * @param log is told of requests that failed
     * @throws IOException if the port is taken
     */
    public static WebServer bind(int port, PrintStream log) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new WebServer(HttpServer.create(address, BACKLOG), log);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Begins to answer. */
    public void start(Handler handler) {
        server.createContext("/", exchange -> {
            try (exchange) {
                if (stopping || !running.tryAcquire()) {
                    return;
                }
                try {
                    answer(exchange, handler);
                } finally {
                    running.release();
                }
            }
        });
        server.start();
    }

    private void answer(HttpExchange exchange, Handler handler) throws IOException {
        // Before the turn, for the client may take its time.
        byte[] body = exchange.getRequestBody().readNBytes(Request.MAX_FORM_BYTES + 1);
        Request request = new Request(exchange, body);
        Response response;
        working.acquireUninterruptibly();
        try {
            response = handler.handle(request);
        } catch (RuntimeException e) {
            log.println("Failed: " + request);
            e.printStackTrace(log);
            response = Response.text(500, "Something went wrong here.");
        } finally {
            working.release();
        }
        send(exchange, response);
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        SECURITY_HEADERS.forEach(exchange.getResponseHeaders()::set);
        response.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = response.body();
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
        }
        exchange.sendResponseHeaders(response.status(), head || body.length == 0 ? -1 : body.length);
        if (!head && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Answers the requests that it has got, for some seconds at most, and no more. */
    @Override
    public void close() {
        stopping = true;
        try {
            boolean finished = running.tryAcquire(Integer.MAX_VALUE, SECONDS_TO_FINISH, TimeUnit.SECONDS);
            if (!finished) {
                log.println("Stops in the middle of a request.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
        readers.shutdownNow();
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
