package dev.tempest.local.internal.http;

import org.jspecify.annotations.Nullable;

/** What the headers of a request say: the operation, and whose tables it is about. */
public record RequestHead(String operation, String accessKeyId, String region) {
    private static final String CREDENTIAL = "Credential=";
    private static final String UNSIGNED = "";
    private static final String DEFAULT_REGION = "us-east-1";

    /** Reads the headers X-Amz-Target and Authorization. */
    public static RequestHead of(@Nullable String target, @Nullable String authorization) {
        String operation = target == null ? "" : target.substring(target.lastIndexOf('.') + 1);
        int start = authorization == null ? -1 : authorization.indexOf(CREDENTIAL);
        if (authorization == null || start < 0) {
            return new RequestHead(operation, UNSIGNED, DEFAULT_REGION);
        }
        int end = authorization.indexOf(',', start);
        String credential =
                authorization.substring(start + CREDENTIAL.length(), end < 0 ? authorization.length() : end);
        // An access key id, a date, a region, a service, and a constant.
        int keyEnd = credential.indexOf('/');
        int dateEnd = credential.indexOf('/', keyEnd + 1);
        int regionEnd = credential.indexOf('/', dateEnd + 1);
        return keyEnd < 0 || dateEnd < 0 || regionEnd < 0
                ? new RequestHead(operation, credential, DEFAULT_REGION)
                : new RequestHead(
                        operation, credential.substring(0, keyEnd), credential.substring(dateEnd + 1, regionEnd));
    }
}
