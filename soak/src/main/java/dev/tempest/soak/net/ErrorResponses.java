package dev.tempest.soak.net;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Errors as DynamoDB words them. */
final class ErrorResponses {
    private static final String PREFIX = "com.amazonaws.dynamodb.v20120810#";
    private static final Pattern OPERATION = Pattern.compile("\"TableName\"");

    private ErrorResponses() {}

    static HttpMessage serverError() {
        return error("500 Internal Server Error", "InternalServerError", "The request could not be processed.", "");
    }

    static HttpMessage throttled() {
        return error(
                "400 Bad Request",
                "ProvisionedThroughputExceededException",
                "The level of configured provisioned throughput for the table was exceeded.",
                "");
    }

    /** That a transaction is at work on an item of the request. */
    static HttpMessage transactionConflict(String operation, HttpMessage request) {
        if (!operation.equals("TransactWriteItems")) {
            return error("400 Bad Request", "TransactionConflictException", "Transaction is ongoing for the item", "");
        }
        Matcher operations = OPERATION.matcher(request.text());
        StringBuilder reasons = new StringBuilder();
        StringBuilder codes = new StringBuilder();
        while (operations.find()) {
            boolean first = reasons.isEmpty();
            reasons.append(
                    first
                            ? "{\"Code\":\"TransactionConflict\",\"Message\":\"Transaction is ongoing for the item\"}"
                            : ",{\"Code\":\"None\"}");
            codes.append(first ? "TransactionConflict" : ", None");
        }
        return error(
                "400 Bad Request",
                "TransactionCanceledException",
                "Transaction cancelled, please refer cancellation reasons for specific reasons [" + codes + "]",
                ",\"CancellationReasons\":[" + reasons + "]");
    }

    private static HttpMessage error(String status, String type, String message, String more) {
        String body = "{\"__type\":\"" + PREFIX + type + "\",\"message\":\"" + message + "\",\"Message\":\"" + message
                + "\"" + more + "}";
        return new HttpMessage(
                "HTTP/1.1 " + status,
                List.of("Content-Type: application/x-amz-json-1.0", "x-amzn-RequestId: proxy"),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
