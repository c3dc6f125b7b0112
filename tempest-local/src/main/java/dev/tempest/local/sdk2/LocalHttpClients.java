package dev.tempest.local.sdk2;

import dev.tempest.local.LocalEngine;
import dev.tempest.local.LocalResponse;
import dev.tempest.local.internal.http.RequestHead;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;

/**
 * HTTP clients for the AWS SDK for Java 2.x that hand each request to an engine in this JVM. Whatever endpoint an SDK
 * client has, its requests go there; the access key id of its credentials and its region choose the namespace.
 */
public final class LocalHttpClients {
    static final String NAME = "TempestLocal";

    private LocalHttpClients() {}

    /** A client that carries out requests on the calling thread. Closing it does not close the engine. */
    public static SdkHttpClient sync(LocalEngine engine) {
        return new SyncClient(engine);
    }

    /** A client that carries out requests on the thread that gives it the last of their bytes. Closing it does not close the engine. */
    public static SdkAsyncHttpClient async(LocalEngine engine) {
        return new AsyncClient(engine);
    }

    static LocalResponse handle(LocalEngine engine, SdkHttpRequest request, byte[] body) {
        RequestHead head = RequestHead.of(
                request.firstMatchingHeader("X-Amz-Target").orElse(null),
                request.firstMatchingHeader("Authorization").orElse(null));
        return engine.handle(head.operation(), head.accessKeyId(), head.region(), body);
    }

    static SdkHttpResponse head(LocalResponse response) {
        SdkHttpFullResponse.Builder head = SdkHttpResponse.builder()
                .statusCode(response.status())
                .putHeader("Content-Length", Integer.toString(response.json().length));
        response.headers().forEach(head::putHeader);
        return head.build();
    }
}
