package dev.tempest.samples.urlshortener.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a browser gets. Immutable. */
public final class Response {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Response(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** A page. Pages are made for one visitor, so nobody keeps them. */
    public static Response page(int status, Html page) {
        return new Response(
                status,
                Map.of("Content-Type", "text/html; charset=utf-8", "Cache-Control", "no-store"),
                page.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A line of text, where there is no page. */
    public static Response text(int status, String text) {
        return new Response(
                status,
                Map.of("Content-Type", "text/plain; charset=utf-8", "Cache-Control", "no-store"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    /** Go on with that page, after a form was sent. */
    public static Response seeOther(String path) {
        return new Response(303, Map.of("Location", path, "Cache-Control", "no-store"), new byte[0]);
    }

    /** It is over there, this time: the next one is to ask again. */
    public static Response found(URI location) {
        return new Response(302, Map.of("Location", location.toString(), "Cache-Control", "no-store"), new byte[0]);
    }

    /** A file that is the same for all visitors, and may be kept for an hour. */
    public static Response file(String contentType, byte[] content) {
        return new Response(
                200, Map.of("Content-Type", contentType, "Cache-Control", "public, max-age=3600"), content.clone());
    }

    /** This response with one more header. */
    public Response with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body.clone();
    }
}
