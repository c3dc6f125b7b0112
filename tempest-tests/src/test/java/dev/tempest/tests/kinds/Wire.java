package dev.tempest.tests.kinds;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/** Remembers the row that was written last, and gives it to whoever loads one. */
final class Wire implements DynamoDbClient {
    private Map<String, AttributeValue> row;

    DynamoDbEnhancedClient enhancedClient() {
        return DynamoDbEnhancedClient.builder()
                .dynamoDbClient(this)
                .extensions(List.of())
                .build();
    }

    Map<String, AttributeValue> row() {
        return Objects.requireNonNull(row);
    }

    void row(Map<String, AttributeValue> row) {
        this.row = row;
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        row = request.item();
        return PutItemResponse.builder().build();
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return GetItemResponse.builder().item(row).build();
    }

    @Override
    public String serviceName() {
        return "dynamodb";
    }

    @Override
    public void close() {}
}
