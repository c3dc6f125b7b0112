package dev.tempest.samples.urlshortener.web;

import java.util.Map;

/** A request that is refused. The message is for whoever sent it. */
public final class HttpError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String reason;
    private final transient Map<String, String> headers;

    public HttpError(int status, String message) {
        this(status, message, Map.of());
    }

    HttpError(int status, String message, Map<String, String> headers) {
        super(message);
        this.status = status;
        this.reason = message;
        this.headers = headers;
    }

    public int status() {
        return status;
    }

    /** What went wrong, in words for whoever sent the request. */
    public String reason() {
        return reason;
    }

    /** The answer, with a page that tells of the error. */
    public Response response(Html page) {
        Response response = Response.page(status, page);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }
}
