package dev.tempest.benchmarks.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * A DynamoDB that is far away: it finds every key that it is asked for, takes every write, and has the same number of pages for
 * every query and every segment of a scan.
 */
public final class SlowHttp implements SdkHttpClient {
    private static final int ROWS_OF_A_PAGE = 20;
    private static final String REST_OF_A_ROW =
            ",\"title\":{\"S\":\"Late Night Transmissions\"},\"seconds\":{\"N\":\"193\"}}";
    private static final Pattern START = Pattern.compile("\"ExclusiveStartKey\":\\{.*?TRACK_(\\d+)");

    private final int pages;
    private final Wait wait;
    private final AtomicInteger requests = new AtomicInteger();

    /** What happens between a request and its answer. */
    public interface Wait {
        void on(String operation) throws InterruptedException;
    }

    public SlowHttp(int pages, Wait wait) {
        this.pages = pages;
        this.wait = wait;
    }

    public int requests() {
        return requests.get();
    }

    public static int rowsOfAPage() {
        return ROWS_OF_A_PAGE;
    }

    private String answer(String operation, String request) {
        return switch (operation) {
            case "BatchGetItem" -> {
                int keys = request.indexOf("\"Keys\":[") + 8;
                String found = request.substring(keys, request.indexOf(']', keys));
                yield "{\"Responses\":{\"tracks\":[" + found.replace("\"}}", "\"}" + REST_OF_A_ROW)
                        + "]},\"UnprocessedKeys\":{}}";
            }
            case "Query", "Scan" -> page(request);
            default -> "{}";
        };
    }

    private String page(String request) {
        Matcher start = START.matcher(request);
        int page = start.find() ? Integer.parseInt(start.group(1)) / ROWS_OF_A_PAGE : 0;
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= ROWS_OF_A_PAGE; i++) {
            rows.append(i == 1 ? "" : ",")
                    .append(key(page * ROWS_OF_A_PAGE + i))
                    .append(REST_OF_A_ROW);
        }
        String last = page + 1 == pages ? "" : ",\"LastEvaluatedKey\":" + key((page + 1) * ROWS_OF_A_PAGE) + "}";
        return "{\"Items\":[" + rows + "],\"Count\":" + ROWS_OF_A_PAGE + ",\"ScannedCount\":" + ROWS_OF_A_PAGE + last
                + "}";
    }

    /** Without its end. */
    private static String key(int number) {
        return "{\"partition_key\":{\"S\":\"M_1\"},\"sort_key\":{\"S\":\"TRACK_" + number + "\"}";
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                requests.incrementAndGet();
                String target = request.httpRequest()
                        .firstMatchingHeader("X-Amz-Target")
                        .orElse("");
                String operation = target.substring(target.indexOf('.') + 1);
                try {
                    wait.on(operation);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException(e);
                }
                byte[] body = answer(operation, text(request)).getBytes(StandardCharsets.UTF_8);
                return HttpExecuteResponse.builder()
                        .response(SdkHttpResponse.builder()
                                .statusCode(200)
                                .putHeader("Content-Type", "application/x-amz-json-1.0")
                                .putHeader("Content-Length", Integer.toString(body.length))
                                .build())
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                        .build();
            }

            @Override
            public void abort() {
                // Nobody waits for longer than the latency.
            }
        };
    }

    private static String text(HttpExecuteRequest request) {
        return request.contentStreamProvider()
                .map(provider -> {
                    try (var content = provider.newStream()) {
                        return new String(content.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElse("");
    }

    @Override
    public String clientName() {
        return "Slow";
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
