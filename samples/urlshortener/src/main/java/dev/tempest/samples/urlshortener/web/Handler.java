package dev.tempest.samples.urlshortener.web;

/** Answers requests; by several threads at once. */
@FunctionalInterface
public interface Handler {
    /**
     * Answers a request.
     *
     * @throws HttpError if the client gets an error and no page of its own
     */
    Response handle(Request request);
}
