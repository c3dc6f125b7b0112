package dev.tempest.local.sdk2;

import dev.tempest.local.LocalEngine;
import dev.tempest.local.LocalResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;

/** An asynchronous client of an engine. */
final class AsyncClient implements SdkAsyncHttpClient {
    private final LocalEngine engine;

    AsyncClient(LocalEngine engine) {
        this.engine = engine;
    }

    @Override
    public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        request.requestContentPublisher().subscribe(new BodyReader(request, done));
        return done;
    }

    @Override
    public String clientName() {
        return LocalHttpClients.NAME;
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    /** Collects the body of a request, then carries it out. */
    private final class BodyReader implements Subscriber<ByteBuffer> {
        private final AsyncExecuteRequest request;
        private final CompletableFuture<Void> done;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        BodyReader(AsyncExecuteRequest request, CompletableFuture<Void> done) {
            this.request = request;
            this.done = done;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            byte[] part = new byte[buffer.remaining()];
            buffer.get(part);
            body.writeBytes(part);
        }

        @Override
        public void onError(Throwable failure) {
            request.responseHandler().onError(failure);
            done.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            try {
                LocalResponse response = LocalHttpClients.handle(engine, request.request(), body.toByteArray());
                SdkAsyncHttpResponseHandler handler = request.responseHandler();
                handler.onHeaders(LocalHttpClients.head(response));
                handler.onStream(new OneBuffer(ByteBuffer.wrap(response.json())));
                done.complete(null);
            } catch (RuntimeException e) {
                onError(e);
            }
        }
    }

    /** Publishes one buffer to each subscriber. */
    private record OneBuffer(ByteBuffer buffer) implements Publisher<ByteBuffer> {
        @Override
        public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
            AtomicBoolean ended = new AtomicBoolean();
            subscriber.onSubscribe(new Subscription() {
                @Override
                public void request(long wanted) {
                    if (!ended.compareAndSet(false, true)) {
                        return;
                    }
                    if (wanted <= 0) {
                        subscriber.onError(new IllegalArgumentException("Requested " + wanted));
                        return;
                    }
                    subscriber.onNext(buffer.duplicate());
                    subscriber.onComplete();
                }

                @Override
                public void cancel() {
                    ended.set(true);
                }
            });
        }
    }
}
