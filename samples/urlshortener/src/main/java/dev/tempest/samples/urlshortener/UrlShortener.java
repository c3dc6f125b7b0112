package dev.tempest.samples.urlshortener;

import dev.tempest.samples.urlshortener.links.Links;
import dev.tempest.samples.urlshortener.site.Secret;
import dev.tempest.samples.urlshortener.site.Site;
import dev.tempest.samples.urlshortener.web.WebServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** The program: serves the pages of a URL shortener until it is stopped. */
public final class UrlShortener implements AutoCloseable {
    private static final String SECRET_VARIABLE = "URLSHORTENER_SECRET";

    private final WebServer server;
    private final Database database;
    private final URI address;

    private UrlShortener(WebServer server, Database database, URI address) {
        this.server = server;
        this.database = database;
        this.address = address;
    }

    public static void main(String[] args) throws InterruptedException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        try {
            Options options = Options.parse(List.of(args));
            if (options.help()) {
                out.print(Options.HELP);
                return;
            }
            serve(options, out, err);
        } catch (Options.WrongOptionException e) {
            err.println(e.getMessage() + " See --help.");
            System.exit(2);
        } catch (IOException | SdkException | IllegalArgumentException | IllegalStateException e) {
            // A port that is taken, no credentials, no answer, another table of that name: the message says it.
            err.println("Failed: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void serve(Options options, PrintStream out, PrintStream err)
            throws IOException, InterruptedException {
        Secret secret = secret(System.getenv(SECRET_VARIABLE));
        UrlShortener shortener = start(options, secret, InstantSource.system(), err);
        out.println("Short links at " + shortener.address() + ", kept " + shortener.database.place() + ".");
        out.println("Stop with Ctrl-C.");
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            shortener.close();
                            out.println("Stopped.");
                        },
                        "urlshortener-stop"));
        // The hook ends the program; until then there is nothing to do here.
        new CountDownLatch(1).await();
    }

    private static Secret secret(@Nullable String text) {
        return text == null ? Secret.random() : Secret.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Starts a shortener. It answers when this returns.
     *
     * @param log is told what fails
     * @throws IOException if the port is taken
     * @throws IllegalStateException if the database has a table of the same name that is none of ours
     */
    static UrlShortener start(Options options, Secret secret, InstantSource clock, PrintStream log) throws IOException {
        WebServer server = WebServer.bind(options.port(), log);
        Database database = Database.open(options.database());
        URI address = Objects.requireNonNullElseGet(
                options.publicUrl(), () -> URI.create("http://localhost:" + server.port()));
        UrlShortener shortener = new UrlShortener(server, database, address);
        try {
            Links links = new Links(database.links(secret.forPurposeBytes("offset")), clock);
            server.start(new Site(links, address, secret, clock, log));
        } catch (RuntimeException e) {
            shortener.close();
            throw e;
        }
        return shortener;
    }

    /** Where browsers find it. */
    URI address() {
        return address;
    }

    /** Stops: answers what it has got, and closes the database. */
    @Override
    public void close() {
        server.close();
        database.close();
    }
}
