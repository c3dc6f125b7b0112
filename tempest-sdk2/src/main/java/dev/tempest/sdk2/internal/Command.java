package dev.tempest.sdk2.internal;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * An operation of DynamoDB on both of the SDK's clients.
 *
 * @param <Q> its request
 * @param <R> its response
 */
record Command<Q, R>(
        BiFunction<DynamoDbClient, Q, R> sync, BiFunction<DynamoDbAsyncClient, Q, CompletableFuture<R>> async) {
    static final Command<GetItemRequest, GetItemResponse> GET_ITEM =
            new Command<>(DynamoDbClient::getItem, DynamoDbAsyncClient::getItem);
    static final Command<PutItemRequest, PutItemResponse> PUT_ITEM =
            new Command<>(DynamoDbClient::putItem, DynamoDbAsyncClient::putItem);
    static final Command<UpdateItemRequest, UpdateItemResponse> UPDATE_ITEM =
            new Command<>(DynamoDbClient::updateItem, DynamoDbAsyncClient::updateItem);
    static final Command<DeleteItemRequest, DeleteItemResponse> DELETE_ITEM =
            new Command<>(DynamoDbClient::deleteItem, DynamoDbAsyncClient::deleteItem);
    static final Command<QueryRequest, QueryResponse> QUERY =
            new Command<>(DynamoDbClient::query, DynamoDbAsyncClient::query);
    static final Command<BatchGetItemRequest, BatchGetItemResponse> BATCH_GET_ITEM =
            new Command<>(DynamoDbClient::batchGetItem, DynamoDbAsyncClient::batchGetItem);
    static final Command<BatchWriteItemRequest, BatchWriteItemResponse> BATCH_WRITE_ITEM =
            new Command<>(DynamoDbClient::batchWriteItem, DynamoDbAsyncClient::batchWriteItem);
    static final Command<TransactGetItemsRequest, TransactGetItemsResponse> TRANSACT_GET_ITEMS =
            new Command<>(DynamoDbClient::transactGetItems, DynamoDbAsyncClient::transactGetItems);
    static final Command<TransactWriteItemsRequest, TransactWriteItemsResponse> TRANSACT_WRITE_ITEMS =
            new Command<>(DynamoDbClient::transactWriteItems, DynamoDbAsyncClient::transactWriteItems);
    static final Command<ScanRequest, ScanResponse> SCAN =
            new Command<>(DynamoDbClient::scan, DynamoDbAsyncClient::scan);
    static final Command<DescribeTableRequest, DescribeTableResponse> DESCRIBE_TABLE =
            new Command<>(DynamoDbClient::describeTable, DynamoDbAsyncClient::describeTable);
    static final Command<DescribeTimeToLiveRequest, DescribeTimeToLiveResponse> DESCRIBE_TIME_TO_LIVE =
            new Command<>(DynamoDbClient::describeTimeToLive, DynamoDbAsyncClient::describeTimeToLive);
}
