package dev.tempest.samples.urlshortener.site;

import dev.tempest.samples.urlshortener.LinkTables;
import dev.tempest.samples.urlshortener.TestClock;
import dev.tempest.samples.urlshortener.links.Links;
import dev.tempest.samples.urlshortener.model.LinkDb;
import dev.tempest.samples.urlshortener.web.WebServer;
import dev.tempest.testing.DynamoDbConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The site on a port of its own, over a database of the test's. */
public final class RunningSite implements AutoCloseable {
    public final TestClock clock = new TestClock();

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final WebServer server;
    private final URI address;
    private final Links links;

    private RunningSite(DynamoDbConnection connection, @Nullable URI shown) throws IOException {
        PrintStream out = new PrintStream(log, true, StandardCharsets.UTF_8);
        server = WebServer.bind(0, out);
        address = URI.create("http://localhost:" + server.port());
        LinkDb db = LinkTables.linkDb(connection);
        links = new Links(db, clock);
        server.start(new Site(links, shown == null ? address : shown, Secret.random(), clock, out));
    }

    public static RunningSite over(DynamoDbConnection connection) {
        return over(connection, null);
    }

    /**
     * The site over a database that is there.
     *
     * @param shown the address that its pages show, as if there were a proxy before it; null for its own
     */
    public static RunningSite over(DynamoDbConnection connection, @Nullable URI shown) {
        try {
            return new RunningSite(connection, shown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is found. */
    public URI address() {
        return address;
    }

    /** The links themselves, without any page. */
    public Links links() {
        return links;
    }

    /** Somebody with a browser and no cookie yet. */
    HttpVisitor visitor() {
        return new HttpVisitor(address);
    }

    /** What the site told of failures. */
    public String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
