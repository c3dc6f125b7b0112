package dev.tempest.samples.urlshortener.web;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a browser asks for. */
public final class Request {
    /** How many bytes a form may have. */
    public static final int MAX_FORM_BYTES = 16 * 1024;

    private static final String FORM_TYPE = "application/x-www-form-urlencoded";

    private final HttpExchange exchange;
    private final byte[] body;
    private final Map<String, String> pathParameters;

    /** @param body as it was sent; what is longer than a form may be is left out but for a byte */
    Request(HttpExchange exchange, byte[] body) {
        this(exchange, body, Map.of());
    }

    private Request(HttpExchange exchange, byte[] body, Map<String, String> pathParameters) {
        this.exchange = exchange;
        this.body = body;
        this.pathParameters = pathParameters;
    }

    Request withPathParameters(Map<String, String> parameters) {
        return new Request(exchange, body, parameters);
    }

    public String method() {
        return exchange.getRequestMethod();
    }

    /** The path as it was sent, still encoded. */
    public String rawPath() {
        return Objects.requireNonNullElse(uri().getRawPath(), "");
    }

    /** A part of the path that the route names. */
    public String pathParameter(String name) {
        return Objects.requireNonNull(pathParameters.get(name), name);
    }

    /**
     * The part of the address after the question mark.
     *
     * @throws HttpError if it is not in the encoding of forms
     */
    public Form query() {
        return Form.parse(Objects.requireNonNullElse(uri().getRawQuery(), ""));
    }

    /** A header's first value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** A cookie's value. */
    public Optional<String> cookie(String name) {
        for (String header : Objects.<@Nullable List<String>>requireNonNullElse(
                exchange.getRequestHeaders().get("Cookie"), List.of())) {
            for (String pair : header.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
                    return Optional.of(pair.substring(equals + 1).strip());
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The form that was sent.
     *
     * @throws HttpError if what was sent is no form, or too large
     */
    public Form form() {
        String type = header("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals(FORM_TYPE)) {
            throw new HttpError(415, "Only forms are taken here.");
        }
        if (body.length > MAX_FORM_BYTES) {
            throw new HttpError(413, "That is too much text.");
        }
        return Form.parse(new String(body, StandardCharsets.UTF_8));
    }

    private URI uri() {
        return exchange.getRequestURI();
    }

    @Override
    public String toString() {
        return method() + " " + rawPath();
    }
}
