package dev.tempest.soak.net;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request or a response of HTTP/1.1. */
final class HttpMessage {
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "expect", "keep-alive", "transfer-encoding", "upgrade");
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final String firstLine;
    private final List<String> headers;
    private final byte[] body;

    /**
     * A message.
     *
     * @param firstLine the request line or the status line
     * @param headers the lines of all headers but those that belong to the connection or frame the body
     */
    HttpMessage(String firstLine, List<String> headers, byte[] body) {
        this.firstLine = firstLine;
        this.headers = List.copyOf(headers);
        this.body = body.clone();
    }

    /**
     * Reads a message.
     *
     * @param continuation where to tell a sender that waits for it to go on; null for responses
     * @return null if the stream ends before a message begins
     */
    static @Nullable HttpMessage read(InputStream in, @Nullable OutputStream continuation) throws IOException {
        String first = line(in);
        if (first == null) {
            return null;
        }
        List<String> headers = new ArrayList<>();
        int length = 0;
        boolean chunked = false;
        while (true) {
            String line = line(in);
            if (line == null) {
                throw new EOFException("The message ends within its headers.");
            }
            if (line.isEmpty()) {
                break;
            }
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).trim();
            if (name.equals("content-length")) {
                length = Integer.parseInt(value);
            } else if (name.equals("transfer-encoding")) {
                chunked = value.equalsIgnoreCase("chunked");
            } else if (name.equals("expect") && continuation != null) {
                continuation.write(CONTINUE);
                continuation.flush();
            }
            if (!OF_THE_CONNECTION.contains(name)) {
                headers.add(line);
            }
        }
        return new HttpMessage(first, headers, chunked ? chunks(in) : exactly(in, length));
    }

    /** The value of a header; null if there is none. */
    @Nullable String header(String name) {
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (header.substring(0, colon).trim().equalsIgnoreCase(name)) {
                return header.substring(colon + 1).trim();
            }
        }
        return null;
    }

    int length() {
        return body.length;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether it is a response that lets its client try again. */
    boolean isServerError() {
        return firstLine.startsWith("HTTP/1.1 5");
    }

    int hash() {
        return Arrays.hashCode(body);
    }

    private byte[] head() {
        StringBuilder head = new StringBuilder(firstLine).append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("Content-Length: ")
                .append(body.length)
                .append("\r\n\r\n")
                .toString()
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sends the message, or its beginning only. */
    void write(OutputStream out, int bytesOfBody) throws IOException {
        byte[] head = head();
        byte[] message = new byte[head.length + bytesOfBody];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(body, 0, message, head.length, bytesOfBody);
        out.write(message);
        out.flush();
    }

    void write(OutputStream out) throws IOException {
        write(out, body.length);
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("The message ends within its body.");
        }
        return body;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size = line(in);
            if (size == null) {
                throw new EOFException("The message ends between two chunks.");
            }
            int semicolon = size.indexOf(';');
            int length = Integer.parseInt((semicolon < 0 ? size : size.substring(0, semicolon)).trim(), 16);
            body.writeBytes(exactly(in, length));
            // The end of the chunk; of the last one, of the trailer.
            line(in);
            if (length == 0) {
                return body.toByteArray();
            }
        }
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                if (line.size() == 0) {
                    return null;
                }
                throw new EOFException("The message ends within a line.");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
