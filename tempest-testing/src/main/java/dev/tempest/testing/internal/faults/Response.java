package dev.tempest.testing.internal.faults;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.UUID;
import java.util.zip.CRC32;
import software.amazon.awssdk.http.SdkHttpResponse;

/** An HTTP response with all of its body. */
public final class Response {
    private static final String ERROR_TYPE = "com.amazonaws.dynamodb.v20120810#";

    private final SdkHttpResponse head;
    private final byte[] body;

    /** A response that has been read in full. */
    public Response(SdkHttpResponse head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    /** DynamoDB's response when something went wrong. */
    static Response error(int status, String code, String message) {
        return json(status, Json.object().put("__type", ERROR_TYPE + code).put("message", message));
    }

    /** DynamoDB's response to a transaction one of whose items is part of another transaction. */
    static Response transactionCancelled(int size, int conflict) {
        ObjectNode error = Json.object().put("__type", ERROR_TYPE + "TransactionCanceledException");
        String[] codes = Collections.nCopies(size, "None").toArray(String[]::new);
        codes[conflict] = "TransactionConflict";
        error.put(
                "Message",
                "Transaction cancelled, please refer cancellation reasons for specific reasons ["
                        + String.join(", ", codes) + "]");
        ArrayNode reasons = error.putArray("CancellationReasons");
        for (String code : codes) {
            ObjectNode reason = reasons.addObject().put("Code", code);
            if (!code.equals("None")) {
                reason.put("Message", "Transaction is ongoing for the item (injected)");
            }
        }
        return json(400, error);
    }

    /** The status and the headers. */
    public SdkHttpResponse head() {
        return head;
    }

    /** The body; not copied. */
    public byte[] body() {
        return body;
    }

    boolean isSuccess() {
        return head.isSuccessful();
    }

    Response with(byte[] newBody) {
        return new Response(describe(head.toBuilder(), newBody).build(), newBody);
    }

    /** The first half of the body. Without a checksum, as no client that meets the end too early compares it. */
    Response cutOff() {
        return new Response(head.toBuilder().removeHeader("x-amz-crc32").build(), Arrays.copyOf(body, body.length / 2));
    }

    private static Response json(int status, ObjectNode message) {
        byte[] body = Json.write(message);
        SdkHttpResponse.Builder head = SdkHttpResponse.builder()
                .statusCode(status)
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .putHeader("x-amzn-RequestId", UUID.randomUUID().toString());
        return new Response(describe(head, body).build(), body);
    }

    // The SDK compares the checksum with the body, and takes a response that does not fit for a broken one.
    private static SdkHttpResponse.Builder describe(SdkHttpResponse.Builder head, byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(body);
        return head.putHeader("x-amz-crc32", Long.toString(crc.getValue()))
                .putHeader("Content-Length", Integer.toString(body.length));
    }
}
