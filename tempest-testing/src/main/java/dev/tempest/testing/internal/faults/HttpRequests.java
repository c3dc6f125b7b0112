package dev.tempest.testing.internal.faults;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpRequest;

/** What a faulty network has to know of, and to change in, the SDK's HTTP requests. */
final class HttpRequests {
    /** The header that names the operation. */
    static final String TARGET = "X-Amz-Target";

    private HttpRequests() {}

    /** The operation that a request asks for, such as {@code PutItem}. */
    static String operation(SdkHttpRequest request) {
        return operation(request.firstMatchingHeader(TARGET).orElse(null));
    }

    /** The operation that the value of {@link #TARGET} names; an empty string if the header is not there. */
    static String operation(@Nullable String target) {
        return target == null ? "" : target.substring(target.lastIndexOf('.') + 1);
    }

    static SdkHttpRequest withLength(SdkHttpRequest request, int length) {
        return request.toBuilder()
                .putHeader("Content-Length", Integer.toString(length))
                .build();
    }
}
