package dev.tempest.testing;

import software.amazon.awssdk.http.SdkHttpRequest;

/** What a faulty network has to know of, and to change in, the SDK's HTTP requests. */
final class HttpRequests {
    private HttpRequests() {}

    /** The operation that a request asks for, such as {@code PutItem}. */
    static String operation(SdkHttpRequest request) {
        String target = request.firstMatchingHeader("X-Amz-Target").orElse("");
        return target.substring(target.lastIndexOf('.') + 1);
    }

    static SdkHttpRequest withLength(SdkHttpRequest request, int length) {
        return request.toBuilder()
                .putHeader("Content-Length", Integer.toString(length))
                .build();
    }
}
