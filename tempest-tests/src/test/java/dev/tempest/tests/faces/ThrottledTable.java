package dev.tempest.tests.faces;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Lets batches treat one table as DynamoDB does when it is throttled: what else a request has is processed, and a request
 * that has nothing else is refused, at once and not after the SDK's own retries.
 */
record ThrottledTable(String table) implements ExecutionInterceptor {
    private static final ExecutionAttribute<KeysAndAttributes> KEYS = new ExecutionAttribute<>("withheldKeys");
    private static final ExecutionAttribute<List<WriteRequest>> WRITES = new ExecutionAttribute<>("withheldWrites");

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        if (context.request() instanceof BatchGetItemRequest request) {
            Map<String, KeysAndAttributes> rest = new HashMap<>(request.requestItems());
            attributes.putAttribute(KEYS, rest.remove(table));
            refuseIf(rest.isEmpty());
            return request.toBuilder().requestItems(rest).build();
        }
        if (context.request() instanceof BatchWriteItemRequest request) {
            Map<String, List<WriteRequest>> rest = new HashMap<>(request.requestItems());
            attributes.putAttribute(WRITES, rest.remove(table));
            refuseIf(rest.isEmpty());
            return request.toBuilder().requestItems(rest).build();
        }
        return context.request();
    }

    @Override
    public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
        if (context.response() instanceof BatchGetItemResponse response && attributes.getAttribute(KEYS) != null) {
            return response.toBuilder()
                    .unprocessedKeys(Map.of(table, attributes.getAttribute(KEYS)))
                    .build();
        }
        if (context.response() instanceof BatchWriteItemResponse response && attributes.getAttribute(WRITES) != null) {
            return response.toBuilder()
                    .unprocessedItems(Map.of(table, attributes.getAttribute(WRITES)))
                    .build();
        }
        return context.response();
    }

    private static void refuseIf(boolean nothingIsLeft) {
        if (nothingIsLeft) {
            throw ProvisionedThroughputExceededException.builder()
                    .message("throttled")
                    .numAttempts(9)
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode("ProvisionedThroughputExceededException")
                            .build())
                    .build();
        }
    }
}
