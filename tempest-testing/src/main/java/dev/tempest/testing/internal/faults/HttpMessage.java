package dev.tempest.testing.internal.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message of HTTP/1.1 whose body has been read in full. Nobody compares two of them.
 *
 * @param firstLine the request line or the status line
 * @param headers all of them, in the order in which they were sent
 */
@SuppressWarnings("ArrayRecordComponent")
record HttpMessage(String firstLine, List<Map.Entry<String, String>> headers, byte[] body) {
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    /**
     * Reads a request.
     *
     * @param out where the client is told to go on, if it waits for that before it sends the body
     * @return null if the connection ends before a request begins
     */
    static @Nullable HttpMessage read(InputStream in, OutputStream out) throws IOException {
        String firstLine = line(in);
        if (firstLine == null) {
            return null;
        }
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (String line = lineOf(in); !line.isEmpty(); line = lineOf(in)) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IOException("Not a header: " + line);
            }
            headers.add(Map.entry(
                    line.substring(0, colon).trim(), line.substring(colon + 1).trim()));
        }
        HttpMessage head = new HttpMessage(firstLine, headers, new byte[0]);
        if (head.header("Expect") != null) {
            out.write(CONTINUE);
            out.flush();
        }
        return new HttpMessage(firstLine, headers, head.readBody(in));
    }

    /** The value of the first header of this name; null if there is none. */
    @Nullable String header(String name) {
        for (Map.Entry<String, String> header : headers) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return header.getValue();
            }
        }
        return null;
    }

    void write(OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder(firstLine).append("\r\n");
        headers.forEach(header -> head.append(header.getKey())
                .append(": ")
                .append(header.getValue())
                .append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream message = new ByteArrayOutputStream(head.length() + body.length);
        message.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        message.writeBytes(body);
        // At once: a client must not wait for its acknowledgement of the head to get the body.
        message.writeTo(out);
        out.flush();
    }

    private byte[] readBody(InputStream in) throws IOException {
        if ("chunked".equalsIgnoreCase(header("Transfer-Encoding"))) {
            return chunks(in);
        }
        String length = header("Content-Length");
        return length == null ? new byte[0] : exactly(in, Integer.parseInt(length));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        while (true) {
            String size = lineOf(in);
            int extension = size.indexOf(';');
            int length = Integer.parseInt((extension < 0 ? size : size.substring(0, extension)).trim(), 16);
            chunks.writeBytes(exactly(in, length));
            if (length == 0) {
                readTrailer(in);
                return chunks.toByteArray();
            }
            lineOf(in);
        }
    }

    private static void readTrailer(InputStream in) throws IOException {
        String line = lineOf(in);
        while (!line.isEmpty()) {
            line = lineOf(in);
        }
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The request ends within its body");
        }
        return bytes;
    }

    private static String lineOf(InputStream in) throws IOException {
        String line = line(in);
        if (line == null) {
            throw new EOFException("The request ends within its headers");
        }
        return line;
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
