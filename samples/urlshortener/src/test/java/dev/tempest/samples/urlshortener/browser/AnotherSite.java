package dev.tempest.samples.urlshortener.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A page somewhere else, to which a link may lead. */
final class AnotherSite implements AutoCloseable {
    private final HttpServer server;

    private AnotherSite(HttpServer server) {
        this.server = server;
    }

    static AnotherSite open(String heading) throws IOException {
        byte[] page = "<!DOCTYPE html><title>%1$s</title><link rel=icon href=data:,><h1>%1$s</h1>"
                .formatted(heading)
                .getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        return new AnotherSite(server);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/all/about/it";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
