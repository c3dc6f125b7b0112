package dev.tempest.benchmarks;

import static dev.tempest.benchmarks.Clients.ROWS;
import static dev.tempest.benchmarks.Clients.number;

import dev.tempest.BeginsWith;
import dev.tempest.benchmarks.MusicDb.TrackRecords;
import dev.tempest.benchmarks.Work.Operation;
import dev.tempest.benchmarks.models.TrackBean;
import dev.tempest.benchmarks.models.TrackByHand;
import dev.tempest.benchmarks.models.TrackRecord;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.TransactionWriteSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchGetItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Whole calls, from the item to the HTTP client and back. */
final class Calls {
    static final String TABLE = "tracks";
    static final String PARTITION = "M_4f1c2d7e90";
    static final TrackRecord TRACK = TrackRecord.sample("1001");
    static final TrackBean BEAN = TrackBean.sample("1001");
    static final int TRANSACTION = 25;

    private Calls() {}

    static List<Work> all() {
        return List.of(
                Work.of("put", Calls::plainPut, Calls::enhancedPut, Calls::tempestPut),
                Work.of("get", Calls::plainGet, Calls::enhancedGet, Calls::tempestGet),
                Work.of(
                        "query of 100",
                        Calls::plainQuery,
                        () -> enhancedQuery(Clients.enhancedWithoutExtensions()),
                        () -> tempestQuery(Clients.enhancedWithoutExtensions())),
                Work.of(
                        "query of 100 with extensions",
                        Calls::plainQuery,
                        () -> enhancedQuery(Clients.enhanced()),
                        () -> tempestQuery(Clients.enhanced())),
                Work.of("batch load of 100", Calls::plainBatch, Calls::enhancedBatch, Calls::tempestBatch),
                Work.of(
                        "transaction of 25 puts",
                        Calls::plainTransaction,
                        Calls::enhancedTransaction,
                        Calls::tempestTransaction));
    }

    private static DynamoDbTable<TrackBean> table(DynamoDbEnhancedClient client) {
        return client.table(TABLE, TableSchema.fromBean(TrackBean.class));
    }

    private static TrackRecords view(DynamoDbEnhancedClient client) {
        return LogicalDb.create(MusicDb.class, client).trackRecords();
    }

    private static Operation plainPut() {
        DynamoDbClient client = Clients.sync();
        return () -> client.putItem(plainPutRequest());
    }

    static PutItemRequest plainPutRequest() {
        return PutItemRequest.builder()
                .tableName(TABLE)
                .item(TrackByHand.encode(TRACK))
                .build();
    }

    private static Operation enhancedPut() {
        DynamoDbTable<TrackBean> table = table(Clients.enhanced());
        return () -> {
            table.putItem(BEAN);
            return BEAN;
        };
    }

    private static Operation tempestPut() {
        TrackRecords table = view(Clients.enhanced());
        return () -> table.tracks().save(TRACK);
    }

    private static Operation plainGet() {
        DynamoDbClient client = Clients.sync();
        return () ->
                TrackByHand.decodeRecord(client.getItem(plainGetRequest("1001")).item());
    }

    static GetItemRequest plainGetRequest(String number) {
        return GetItemRequest.builder().tableName(TABLE).key(plainKey(number)).build();
    }

    private static Map<String, AttributeValue> plainKey(String number) {
        Map<String, AttributeValue> key = new HashMap<>();
        key.put("partition_key", AttributeValue.fromS(PARTITION));
        key.put("sort_key", AttributeValue.fromS("TRACK_" + number));
        return key;
    }

    static Key enhancedKey(String number) {
        return Key.builder()
                .partitionValue(PARTITION)
                .sortValue("TRACK_" + number)
                .build();
    }

    private static Operation enhancedGet() {
        DynamoDbTable<TrackBean> table = table(Clients.enhanced());
        return () -> table.getItem(enhancedKey("1001"));
    }

    private static Operation tempestGet() {
        TrackRecords table = view(Clients.enhanced());
        return () -> found(table.tracks().load(new TrackRecord.Key(PARTITION, "1001")));
    }

    static <T> T found(@Nullable T item) {
        if (item == null) {
            throw new IllegalStateException("The canned answer has no item.");
        }
        return item;
    }

    private static Operation plainQuery() {
        DynamoDbClient client = Clients.sync();
        return () -> decoded(client.query(plainQueryRequest()).items());
    }

    static QueryRequest plainQueryRequest() {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":partition", AttributeValue.fromS(PARTITION));
        values.put(":prefix", AttributeValue.fromS("TRACK_"));
        return QueryRequest.builder()
                .tableName(TABLE)
                .keyConditionExpression("partition_key = :partition AND begins_with(sort_key, :prefix)")
                .expressionAttributeValues(values)
                .build();
    }

    static List<TrackRecord> decoded(List<Map<String, AttributeValue>> rows) {
        List<TrackRecord> tracks = new ArrayList<>();
        for (Map<String, AttributeValue> row : rows) {
            tracks.add(TrackByHand.decodeRecord(row));
        }
        return tracks;
    }

    static QueryConditional enhancedCondition() {
        return QueryConditional.sortBeginsWith(
                Key.builder().partitionValue(PARTITION).sortValue("TRACK_").build());
    }

    private static Operation enhancedQuery(DynamoDbEnhancedClient client) {
        DynamoDbTable<TrackBean> table = table(client);
        return () -> table.query(enhancedCondition()).iterator().next().items();
    }

    private static Operation tempestQuery(DynamoDbEnhancedClient client) {
        TrackRecords table = view(client);
        return () -> table.tracks()
                .query(new BeginsWith<>(new TrackRecord.Key(PARTITION, "")))
                .contents();
    }

    private static Operation plainBatch() {
        DynamoDbClient client = Clients.sync();
        return () -> decoded(
                found(client.batchGetItem(plainBatchRequest()).responses().get(TABLE)));
    }

    static BatchGetItemRequest plainBatchRequest() {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        for (String number : NUMBERS) {
            keys.add(plainKey(number));
        }
        return BatchGetItemRequest.builder()
                .requestItems(
                        Map.of(TABLE, KeysAndAttributes.builder().keys(keys).build()))
                .build();
    }

    /** The sort keys of the canned rows. */
    static final List<String> NUMBERS =
            IntStream.range(0, ROWS).mapToObj(Clients::number).toList();

    private static Operation enhancedBatch() {
        DynamoDbEnhancedClient client = Clients.enhanced();
        DynamoDbTable<TrackBean> table = table(client);
        return () -> {
            ReadBatch.Builder<TrackBean> batch =
                    ReadBatch.builder(TrackBean.class).mappedTableResource(table);
            for (String number : NUMBERS) {
                batch.addGetItem(enhancedKey(number));
            }
            return client.batchGetItem(BatchGetItemEnhancedRequest.builder()
                            .readBatches(batch.build())
                            .build())
                    .iterator()
                    .next()
                    .resultsForTable(table);
        };
    }

    private static Operation tempestBatch() {
        LogicalDb db = LogicalDb.create(MusicDb.class, Clients.enhanced());
        return () -> db.batchLoad(tempestKeys()).getItems(TrackRecord.class);
    }

    static List<TrackRecord.Key> tempestKeys() {
        List<TrackRecord.Key> keys = new ArrayList<>();
        for (String number : NUMBERS) {
            keys.add(new TrackRecord.Key(PARTITION, number));
        }
        return keys;
    }

    static final List<TrackRecord> TRACKS = IntStream.range(0, TRANSACTION)
            .mapToObj(i -> TrackRecord.sample(number(i)))
            .toList();

    static final List<TrackBean> BEANS = IntStream.range(0, TRANSACTION)
            .mapToObj(i -> TrackBean.sample(number(i)))
            .toList();

    private static Operation plainTransaction() {
        DynamoDbClient client = Clients.sync();
        return () -> client.transactWriteItems(plainTransactionRequest());
    }

    static TransactWriteItemsRequest plainTransactionRequest() {
        List<TransactWriteItem> puts = new ArrayList<>();
        for (TrackRecord track : TRACKS) {
            puts.add(TransactWriteItem.builder()
                    .put(put -> put.tableName(TABLE).item(TrackByHand.encode(track)))
                    .build());
        }
        return TransactWriteItemsRequest.builder().transactItems(puts).build();
    }

    private static Operation enhancedTransaction() {
        DynamoDbEnhancedClient client = Clients.enhanced();
        DynamoDbTable<TrackBean> table = table(client);
        return () -> {
            TransactWriteItemsEnhancedRequest.Builder transaction = TransactWriteItemsEnhancedRequest.builder();
            for (TrackBean bean : BEANS) {
                transaction.addPutItem(table, bean);
            }
            client.transactWriteItems(transaction.build());
            return BEANS;
        };
    }

    private static Operation tempestTransaction() {
        LogicalDb db = LogicalDb.create(MusicDb.class, Clients.enhanced());
        return () -> db.transactionWrite(tempestWrites());
    }

    static TransactionWriteSet tempestWrites() {
        TransactionWriteSet.Builder writes = TransactionWriteSet.builder();
        for (TrackRecord track : TRACKS) {
            writes.save(track);
        }
        return writes.build();
    }
}
