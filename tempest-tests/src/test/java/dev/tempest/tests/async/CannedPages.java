package dev.tempest.tests.async;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** A client that answers each query and scan on the spot, with a page of one track, up to a number of pages. */
final class CannedPages implements DynamoDbAsyncClient {
    private final int pages;
    private final boolean empty;

    CannedPages(int pages) {
        this(pages, false);
    }

    private CannedPages(int pages, boolean empty) {
        this.pages = pages;
        this.empty = empty;
    }

    CannedPages empty() {
        return new CannedPages(pages, true);
    }

    @Override
    public CompletableFuture<QueryResponse> query(QueryRequest request) {
        Map<String, AttributeValue> row = rowAfter(request.exclusiveStartKey());
        return CompletableFuture.completedFuture(QueryResponse.builder()
                .items(empty ? List.of() : List.of(row))
                .lastEvaluatedKey(isLast(row) ? null : row)
                .scannedCount(1)
                .build());
    }

    @Override
    public CompletableFuture<ScanResponse> scan(ScanRequest request) {
        Map<String, AttributeValue> row = rowAfter(request.exclusiveStartKey());
        return CompletableFuture.completedFuture(ScanResponse.builder()
                .items(empty ? List.of() : List.of(row))
                .lastEvaluatedKey(isLast(row) ? null : row)
                .scannedCount(1)
                .build());
    }

    private static Map<String, AttributeValue> rowAfter(Map<String, AttributeValue> key) {
        int number =
                key.isEmpty() ? 1 : Integer.parseInt(key.get("sort_key").s().substring("TRACK_".length())) + 1;
        return Map.of(
                "partition_key", AttributeValue.fromS("ALBUM_a"),
                "sort_key", AttributeValue.fromS("TRACK_" + number));
    }

    private boolean isLast(Map<String, AttributeValue> row) {
        return row.get("sort_key").s().equals("TRACK_" + pages);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
