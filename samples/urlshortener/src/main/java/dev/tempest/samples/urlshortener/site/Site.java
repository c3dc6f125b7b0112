package dev.tempest.samples.urlshortener.site;

import dev.tempest.OutcomeUnknownException;
import dev.tempest.samples.urlshortener.links.LinkExpiredException;
import dev.tempest.samples.urlshortener.links.Links;
import dev.tempest.samples.urlshortener.links.NoSuchLinkException;
import dev.tempest.samples.urlshortener.web.Handler;
import dev.tempest.samples.urlshortener.web.HttpError;
import dev.tempest.samples.urlshortener.web.Request;
import dev.tempest.samples.urlshortener.web.Response;
import dev.tempest.samples.urlshortener.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;

/** The whole site: which address is answered by whom, and what is told where something fails. */
public final class Site implements Handler {
    private final Layout layout;
    private final Router router;
    private final PrintStream log;

    /**
     * Makes the site.
     *
     * @param own the address at which browsers find it
     * @param log is told where the database fails
     */
    public Site(Links links, URI own, Secret secret, InstantSource clock, PrintStream log) {
        this.log = log;
        layout = new Layout(own);
        Visitors visitors = new Visitors(secret, own.getScheme().equals("https"));
        LinkActions actions = new LinkActions(links, own, visitors, layout, clock);
        router = new Router()
                .get("/", actions::home)
                .post("/links", actions::make)
                .get("/links/{alias}", actions::show)
                .post("/links/{alias}", actions::change)
                .post("/links/{alias}/delete", actions::delete)
                .get("/style.css", file("style.css", "text/css; charset=utf-8"))
                .get("/icon.svg", file("icon.svg", "image/svg+xml"))
                .get("/{alias}", actions::follow);
    }

    @Override
    public Response handle(Request request) {
        try {
            return router.handle(request);
        } catch (HttpError e) {
            return e.response(layout.message("That did not work", e.reason()));
        } catch (NoSuchLinkException e) {
            return Response.page(
                    404, layout.message("No such link", "There is no link with this alias, or it was deleted."));
        } catch (LinkExpiredException e) {
            return Response.page(
                    410, layout.message("This link has expired", "It led somewhere until its time was over."));
        } catch (OutcomeUnknownException e) {
            log.println("Unknown: " + e.getMessage());
            return Response.page(
                    503,
                    layout.message(
                            "Was it done?",
                            "The database's response was lost. Look at your links before you try again."));
        } catch (SdkException e) {
            log.println("Failed: " + e.getMessage());
            return Response.page(
                    503, layout.message("Not now", "The database does not respond. Try again in a moment."));
        }
    }

    private static Handler file(String name, String contentType) {
        byte[] content = read(name);
        return request -> Response.file(contentType, content);
    }

    private static byte[] read(String name) {
        try (InputStream in = Objects.requireNonNull(Site.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
