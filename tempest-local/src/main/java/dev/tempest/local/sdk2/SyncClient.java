package dev.tempest.local.sdk2;

import dev.tempest.local.LocalEngine;
import dev.tempest.local.LocalResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** A synchronous client of an engine. */
final class SyncClient implements SdkHttpClient {
    private final LocalEngine engine;

    SyncClient(LocalEngine engine) {
        this.engine = engine;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                LocalResponse response = LocalHttpClients.handle(engine, request.httpRequest(), body(request));
                return HttpExecuteResponse.builder()
                        .response(LocalHttpClients.head(response))
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(response.json())))
                        .build();
            }

            @Override
            public void abort() {
                // A call returns at once.
            }
        };
    }

    private static byte[] body(HttpExecuteRequest request) throws IOException {
        ContentStreamProvider content = request.contentStreamProvider().orElse(null);
        if (content == null) {
            return new byte[0];
        }
        try (InputStream stream = content.newStream()) {
            return stream.readAllBytes();
        }
    }

    @Override
    public String clientName() {
        return LocalHttpClients.NAME;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
