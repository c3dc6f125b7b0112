package dev.tempest.testing.internal.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;

/** A synchronous HTTP client whose requests meet faults. */
public final class FaultySyncClient implements SdkHttpClient {
    private final SdkHttpClient client;
    private final FaultInjector injector;

    /** A client whose requests reach {@code client} if the injector lets them. */
    public FaultySyncClient(SdkHttpClient client, FaultInjector injector) {
        this.client = client;
        this.injector = injector;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new Exchange(request);
    }

    @Override
    public String clientName() {
        return client.clientName();
    }

    @Override
    public void close() {
        client.close();
    }

    private final class Exchange implements ExecutableHttpRequest {
        private final HttpExecuteRequest request;
        private volatile @Nullable ExecutableHttpRequest sent;

        Exchange(HttpExecuteRequest request) {
            this.request = request;
        }

        @Override
        public HttpExecuteResponse call() throws IOException {
            CompletableFuture<Response> exchange =
                    injector.exchange(HttpRequests.operation(request.httpRequest()), body(), this::send);
            try {
                Response response = exchange.get();
                return HttpExecuteResponse.builder()
                        .response(response.head())
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(response.body())))
                        .build();
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Interrupted while waiting for a response");
            }
        }

        @Override
        public void abort() {
            ExecutableHttpRequest aborted = sent;
            if (aborted != null) {
                aborted.abort();
            }
        }

        private byte[] body() throws IOException {
            ContentStreamProvider content = request.contentStreamProvider().orElse(null);
            if (content == null) {
                return new byte[0];
            }
            try (InputStream stream = content.newStream()) {
                return stream.readAllBytes();
            }
        }

        private CompletableFuture<Response> send(byte[] body) {
            SdkHttpRequest withLength = HttpRequests.withLength(request.httpRequest(), body.length);
            ExecutableHttpRequest sending = client.prepareRequest(HttpExecuteRequest.builder()
                    .request(withLength)
                    .contentStreamProvider(ContentStreamProvider.fromByteArray(body))
                    .build());
            sent = sending;
            try {
                HttpExecuteResponse response = sending.call();
                return CompletableFuture.completedFuture(new Response(response.httpResponse(), read(response)));
            } catch (IOException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        private static byte[] read(HttpExecuteResponse response) throws IOException {
            AbortableInputStream body = response.responseBody().orElse(null);
            if (body == null) {
                return new byte[0];
            }
            try (body) {
                return body.readAllBytes();
            }
        }

        private static IOException failure(@Nullable Throwable cause) {
            if (cause instanceof RuntimeException exception) {
                throw exception;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            return cause instanceof IOException exception ? exception : new IOException(cause);
        }
    }
}
