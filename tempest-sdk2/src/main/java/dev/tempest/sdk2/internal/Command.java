package dev.tempest.sdk2.internal;

import java.util.concurrent.CompletableFuture;
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
 * An operation of DynamoDB on both of the SDK's clients. Classes rather than method references: none is made, and no client
 * looked at, before it is used, as each costs a new JVM some time.
 *
 * @param <Q> its request
 * @param <R> its response
 */
abstract class Command<Q, R> {
    abstract R send(DynamoDbClient client, Q request);

    abstract CompletableFuture<R> send(DynamoDbAsyncClient client, Q request);

    static Command<GetItemRequest, GetItemResponse> getItem() {
        return new Command<>() {
            @Override
            GetItemResponse send(DynamoDbClient client, GetItemRequest request) {
                return client.getItem(request);
            }

            @Override
            CompletableFuture<GetItemResponse> send(DynamoDbAsyncClient client, GetItemRequest request) {
                return client.getItem(request);
            }
        };
    }

    static Command<PutItemRequest, PutItemResponse> putItem() {
        return new Command<>() {
            @Override
            PutItemResponse send(DynamoDbClient client, PutItemRequest request) {
                return client.putItem(request);
            }

            @Override
            CompletableFuture<PutItemResponse> send(DynamoDbAsyncClient client, PutItemRequest request) {
                return client.putItem(request);
            }
        };
    }

    static Command<UpdateItemRequest, UpdateItemResponse> updateItem() {
        return new Command<>() {
            @Override
            UpdateItemResponse send(DynamoDbClient client, UpdateItemRequest request) {
                return client.updateItem(request);
            }

            @Override
            CompletableFuture<UpdateItemResponse> send(DynamoDbAsyncClient client, UpdateItemRequest request) {
                return client.updateItem(request);
            }
        };
    }

    static Command<DeleteItemRequest, DeleteItemResponse> deleteItem() {
        return new Command<>() {
            @Override
            DeleteItemResponse send(DynamoDbClient client, DeleteItemRequest request) {
                return client.deleteItem(request);
            }

            @Override
            CompletableFuture<DeleteItemResponse> send(DynamoDbAsyncClient client, DeleteItemRequest request) {
                return client.deleteItem(request);
            }
        };
    }

    static Command<QueryRequest, QueryResponse> query() {
        return new Command<>() {
            @Override
            QueryResponse send(DynamoDbClient client, QueryRequest request) {
                return client.query(request);
            }

            @Override
            CompletableFuture<QueryResponse> send(DynamoDbAsyncClient client, QueryRequest request) {
                return client.query(request);
            }
        };
    }

    static Command<BatchGetItemRequest, BatchGetItemResponse> batchGetItem() {
        return new Command<>() {
            @Override
            BatchGetItemResponse send(DynamoDbClient client, BatchGetItemRequest request) {
                return client.batchGetItem(request);
            }

            @Override
            CompletableFuture<BatchGetItemResponse> send(DynamoDbAsyncClient client, BatchGetItemRequest request) {
                return client.batchGetItem(request);
            }
        };
    }

    static Command<BatchWriteItemRequest, BatchWriteItemResponse> batchWriteItem() {
        return new Command<>() {
            @Override
            BatchWriteItemResponse send(DynamoDbClient client, BatchWriteItemRequest request) {
                return client.batchWriteItem(request);
            }

            @Override
            CompletableFuture<BatchWriteItemResponse> send(DynamoDbAsyncClient client, BatchWriteItemRequest request) {
                return client.batchWriteItem(request);
            }
        };
    }

    static Command<TransactGetItemsRequest, TransactGetItemsResponse> transactGetItems() {
        return new Command<>() {
            @Override
            TransactGetItemsResponse send(DynamoDbClient client, TransactGetItemsRequest request) {
                return client.transactGetItems(request);
            }

            @Override
            CompletableFuture<TransactGetItemsResponse> send(
                    DynamoDbAsyncClient client, TransactGetItemsRequest request) {
                return client.transactGetItems(request);
            }
        };
    }

    static Command<TransactWriteItemsRequest, TransactWriteItemsResponse> transactWriteItems() {
        return new Command<>() {
            @Override
            TransactWriteItemsResponse send(DynamoDbClient client, TransactWriteItemsRequest request) {
                return client.transactWriteItems(request);
            }

            @Override
            CompletableFuture<TransactWriteItemsResponse> send(
                    DynamoDbAsyncClient client, TransactWriteItemsRequest request) {
                return client.transactWriteItems(request);
            }
        };
    }

    static Command<ScanRequest, ScanResponse> scan() {
        return new Command<>() {
            @Override
            ScanResponse send(DynamoDbClient client, ScanRequest request) {
                return client.scan(request);
            }

            @Override
            CompletableFuture<ScanResponse> send(DynamoDbAsyncClient client, ScanRequest request) {
                return client.scan(request);
            }
        };
    }

    static Command<DescribeTableRequest, DescribeTableResponse> describeTable() {
        return new Command<>() {
            @Override
            DescribeTableResponse send(DynamoDbClient client, DescribeTableRequest request) {
                return client.describeTable(request);
            }

            @Override
            CompletableFuture<DescribeTableResponse> send(DynamoDbAsyncClient client, DescribeTableRequest request) {
                return client.describeTable(request);
            }
        };
    }

    static Command<DescribeTimeToLiveRequest, DescribeTimeToLiveResponse> describeTimeToLive() {
        return new Command<>() {
            @Override
            DescribeTimeToLiveResponse send(DynamoDbClient client, DescribeTimeToLiveRequest request) {
                return client.describeTimeToLive(request);
            }

            @Override
            CompletableFuture<DescribeTimeToLiveResponse> send(
                    DynamoDbAsyncClient client, DescribeTimeToLiveRequest request) {
                return client.describeTimeToLive(request);
            }
        };
    }

    /** What sends nothing, and answers with the request. */
    static <T> Command<T, T> echo() {
        return new Command<>() {
            @Override
            T send(DynamoDbClient client, T request) {
                return request;
            }

            @Override
            CompletableFuture<T> send(DynamoDbAsyncClient client, T request) {
                return CompletableFuture.completedFuture(request);
            }
        };
    }
}
