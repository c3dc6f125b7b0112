package dev.tempest.benchmarks.http;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;

/** Answers each of DynamoDB's operations with the same body at once: what is measured is the client. */
public final class CannedHttp implements SdkHttpClient, SdkAsyncHttpClient {
    private static final byte[] EMPTY = {'{', '}'};

    private final Map<String, byte[]> bodies;

    /** @param bodies by the operation's name; an empty object for what is not there */
    public CannedHttp(Map<String, byte[]> bodies) {
        this.bodies = bodies;
    }

    private byte[] body(SdkHttpRequest request) {
        String target = request.firstMatchingHeader("X-Amz-Target").orElse("");
        return bodies.getOrDefault(target.substring(target.indexOf('.') + 1), EMPTY);
    }

    private static SdkHttpResponse response(byte[] body) {
        return SdkHttpResponse.builder()
                .statusCode(200)
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .putHeader("Content-Length", Integer.toString(body.length))
                .build();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        byte[] body = body(request.httpRequest());
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                return HttpExecuteResponse.builder()
                        .response(response(body))
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                        .build();
            }

            @Override
            public void abort() {
                // It is over before anybody could.
            }
        };
    }

    @Override
    public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
        request.requestContentPublisher().subscribe(new Drain());
        byte[] body = body(request.request());
        SdkAsyncHttpResponseHandler handler = request.responseHandler();
        handler.onHeaders(response(body));
        handler.onStream(subscriber -> subscriber.onSubscribe(new Once(subscriber, body)));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public String clientName() {
        return "Canned";
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    private static final class Drain implements Subscriber<ByteBuffer> {
        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            // Nobody reads it.
        }

        @Override
        public void onError(Throwable failure) {
            throw new IllegalStateException(failure);
        }

        @Override
        public void onComplete() {
            // The answer does not wait for it.
        }
    }

    private static final class Once implements Subscription {
        private final Subscriber<? super ByteBuffer> subscriber;
        private final byte[] body;
        private boolean done;

        Once(Subscriber<? super ByteBuffer> subscriber, byte[] body) {
            this.subscriber = subscriber;
            this.body = body;
        }

        @Override
        public void request(long n) {
            if (!done) {
                done = true;
                subscriber.onNext(ByteBuffer.wrap(body));
                subscriber.onComplete();
            }
        }

        @Override
        public void cancel() {
            done = true;
        }
    }
}
