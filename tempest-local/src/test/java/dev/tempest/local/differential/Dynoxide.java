package dev.tempest.local.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process of dynoxide, an open-source implementation of DynamoDB by others. */
final class Dynoxide implements Engine {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration REQUEST = Duration.ofMinutes(2);
    /** What the HTTP client says of a connection that the server had closed. */
    private static final String CLOSED = "received no bytes";

    private static final String STREAMS = "ListStreams|DescribeStream|GetShardIterator|GetRecords";

    private final Process process;
    private final URI endpoint;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    private Dynoxide(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Starts the program, and returns when it answers. */
    static Dynoxide start(Path program) {
        try {
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            Process process = new ProcessBuilder(program.toString(), "serve", "--port", String.valueOf(port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Dynoxide dynoxide = new Dynoxide(process, URI.create("http://127.0.0.1:" + port));
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            dynoxide.awaitStart();
            return dynoxide;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitStart() throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            try {
                request("ListTables", "{}");
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public Response send(String operation, String json) {
        try {
            try {
                return request(operation, json);
            } catch (IOException e) {
                if (!process.isAlive() || !String.valueOf(e.getMessage()).contains(CLOSED)) {
                    throw e;
                }
                // It closed the connection after the response before; nobody has read this request.
                return request(operation, json);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(operation + " " + json, e);
        }
    }

    private Response request(String operation, String json) throws IOException {
        String service = operation.matches(STREAMS) ? "DynamoDBStreams_20120810." : "DynamoDB_20120810.";
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("X-Amz-Target", service + operation)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Date", "20260101T000000Z")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=key/20260101/us-east-1/dynamodb/aws4_request, "
                                + "SignedHeaders=host, Signature=unchecked")
                .timeout(REQUEST)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Response(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
