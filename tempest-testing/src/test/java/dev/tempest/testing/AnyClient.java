package dev.tempest.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** The SDK's synchronous or asynchronous client, so that one test can say what holds for both. */
interface AnyClient extends AutoCloseable {
    PutItemResponse put(PutItemRequest request);

    GetItemResponse get(GetItemRequest request);

    BatchWriteItemResponse batchWrite(BatchWriteItemRequest request);

    BatchGetItemResponse batchGet(BatchGetItemRequest request);

    TransactWriteItemsResponse transactWrite(TransactWriteItemsRequest request);

    @Override
    void close();

    /** Which of the two clients a test is run with. */
    enum Kind {
        SYNC,
        ASYNC;

        /** A client that makes each request once. */
        AnyClient withoutRetries(DynamoDbConnection db) {
            return open(
                    db,
                    ClientOverrideConfiguration.builder()
                            .retryStrategy(DefaultRetryStrategy.doNotRetry())
                            .build());
        }

        /** A client that retries as the SDK does by default. */
        AnyClient withRetries(DynamoDbConnection db) {
            return open(db, ClientOverrideConfiguration.builder().build());
        }

        private AnyClient open(DynamoDbConnection db, ClientOverrideConfiguration configuration) {
            return this == SYNC
                    ? new Sync(db.clientBuilder()
                            .overrideConfiguration(configuration)
                            .build())
                    : new Async(db.asyncClientBuilder()
                            .overrideConfiguration(configuration)
                            .build());
        }
    }

    record Sync(DynamoDbClient client) implements AnyClient {
        @Override
        public PutItemResponse put(PutItemRequest request) {
            return client.putItem(request);
        }

        @Override
        public GetItemResponse get(GetItemRequest request) {
            return client.getItem(request);
        }

        @Override
        public BatchWriteItemResponse batchWrite(BatchWriteItemRequest request) {
            return client.batchWriteItem(request);
        }

        @Override
        public BatchGetItemResponse batchGet(BatchGetItemRequest request) {
            return client.batchGetItem(request);
        }

        @Override
        public TransactWriteItemsResponse transactWrite(TransactWriteItemsRequest request) {
            return client.transactWriteItems(request);
        }

        @Override
        public void close() {
            client.close();
        }
    }

    record Async(DynamoDbAsyncClient client) implements AnyClient {
        @Override
        public PutItemResponse put(PutItemRequest request) {
            return await(client.putItem(request));
        }

        @Override
        public GetItemResponse get(GetItemRequest request) {
            return await(client.getItem(request));
        }

        @Override
        public BatchWriteItemResponse batchWrite(BatchWriteItemRequest request) {
            return await(client.batchWriteItem(request));
        }

        @Override
        public BatchGetItemResponse batchGet(BatchGetItemRequest request) {
            return await(client.batchGetItem(request));
        }

        @Override
        public TransactWriteItemsResponse transactWrite(TransactWriteItemsRequest request) {
            return await(client.transactWriteItems(request));
        }

        @Override
        public void close() {
            client.close();
        }

        private static <T> T await(CompletableFuture<T> future) {
            try {
                return future.join();
            } catch (CompletionException e) {
                throw (RuntimeException) e.getCause();
            }
        }
    }
}
