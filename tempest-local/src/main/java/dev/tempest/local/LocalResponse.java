package dev.tempest.local;

import java.util.Map;

/** What the engine returns for a request, as it would go over HTTP. */
public final class LocalResponse {
    private final int status;
    private final byte[] json;
    private final Map<String, String> headers;

    LocalResponse(int status, byte[] json, Map<String, String> headers) {
        this.status = status;
        this.json = json;
        this.headers = headers;
    }

    /** The HTTP status: 200, or 400 or 500 with an error in the body. */
    public int status() {
        return status;
    }

    /** The body, which is the caller's to keep. */
    public byte[] json() {
        return json;
    }

    /** The headers, with the checksum that the SDKs compare with the body. */
    public Map<String, String> headers() {
        return headers;
    }
}
