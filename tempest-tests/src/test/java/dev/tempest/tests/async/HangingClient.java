package dev.tempest.tests.async;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** A client that never answers. */
final class HangingClient {
    private final List<CompletableFuture<?>> requests = new CopyOnWriteArrayList<>();

    DynamoDbAsyncClient proxy() {
        return (DynamoDbAsyncClient) Proxy.newProxyInstance(
                DynamoDbAsyncClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbAsyncClient.class},
                (proxy, method, arguments) -> {
                    if (method.getReturnType() != CompletableFuture.class) {
                        return null;
                    }
                    CompletableFuture<?> request = new CompletableFuture<>();
                    requests.add(request);
                    return request;
                });
    }

    /** The futures of all requests up to now. */
    List<CompletableFuture<?>> requests() {
        return List.copyOf(requests);
    }

    void forget() {
        requests.clear();
    }
}
