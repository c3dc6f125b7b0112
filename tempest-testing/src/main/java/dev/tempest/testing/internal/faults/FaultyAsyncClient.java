package dev.tempest.testing.internal.faults;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;
import software.amazon.awssdk.http.async.SdkHttpContentPublisher;

/**
 * An asynchronous HTTP client whose requests meet faults.
 *
 * <p>All that happens between a request and its response happens on worker threads, as what a test does there may block.
 */
public final class FaultyAsyncClient implements SdkAsyncHttpClient {
    private final SdkAsyncHttpClient client;
    private final FaultInjector injector;

    /** A client whose requests reach {@code client} if the injector lets them. */
    public FaultyAsyncClient(SdkAsyncHttpClient client, FaultInjector injector) {
        this.client = client;
        this.injector = injector;
    }

    @Override
    public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
        String operation = HttpRequests.operation(request.request());
        return bytes(request.requestContentPublisher())
                .thenComposeAsync(
                        body -> injector.exchange(operation, body, changed -> send(request, changed)), Workers.EXECUTOR)
                .handle((response, failure) -> {
                    deliver(response, failure, request.responseHandler());
                    return null;
                });
    }

    @Override
    public String clientName() {
        return client.clientName();
    }

    @Override
    public void close() {
        client.close();
    }

    private static void deliver(
            @Nullable Response response, @Nullable Throwable failure, SdkAsyncHttpResponseHandler handler) {
        if (response == null) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            handler.onError(cause);
            throw new CompletionException(cause);
        }
        handler.onHeaders(response.head());
        handler.onStream(AsyncRequestBody.fromBytes(response.body()));
    }

    private CompletableFuture<Response> send(AsyncExecuteRequest request, byte[] body) {
        ResponseCollector collector = new ResponseCollector();
        client.execute(AsyncExecuteRequest.builder()
                        .request(HttpRequests.withLength(request.request(), body.length))
                        .requestContentPublisher(new Content(body))
                        .responseHandler(collector)
                        .httpExecutionAttributes(request.httpExecutionAttributes())
                        .fullDuplex(request.fullDuplex())
                        .build())
                .exceptionally(failure -> {
                    collector.onError(failure);
                    return null;
                });
        return collector.response.thenApplyAsync(response -> response, Workers.EXECUTOR);
    }

    private static CompletableFuture<byte[]> bytes(Publisher<ByteBuffer> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return SdkPublisher.adapt(content)
                .subscribe(buffer -> {
                    byte[] part = new byte[buffer.remaining()];
                    buffer.get(part);
                    bytes.writeBytes(part);
                })
                .thenApply(done -> bytes.toByteArray());
    }

    private static final class ResponseCollector implements SdkAsyncHttpResponseHandler {
        private final CompletableFuture<Response> response = new CompletableFuture<>();
        private volatile @Nullable SdkHttpResponse head;

        @Override
        public void onHeaders(SdkHttpResponse headers) {
            head = headers;
        }

        // What the body's future has to say, it says to the response's.
        @Override
        @SuppressWarnings("FutureReturnValueIgnored")
        public void onStream(Publisher<ByteBuffer> stream) {
            SdkHttpResponse received = head;
            if (received == null) {
                response.completeExceptionally(new IllegalStateException("A response body without headers"));
                return;
            }
            bytes(stream).whenComplete((body, failure) -> {
                if (failure == null) {
                    response.complete(new Response(received, body));
                } else {
                    response.completeExceptionally(failure);
                }
            });
        }

        @Override
        public void onError(Throwable error) {
            response.completeExceptionally(error);
        }
    }

    private static final class Content implements SdkHttpContentPublisher {
        private final AsyncRequestBody body;

        Content(byte[] bytes) {
            body = AsyncRequestBody.fromBytes(bytes);
        }

        @Override
        public Optional<Long> contentLength() {
            return body.contentLength();
        }

        @Override
        public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
            body.subscribe(subscriber);
        }
    }
}
