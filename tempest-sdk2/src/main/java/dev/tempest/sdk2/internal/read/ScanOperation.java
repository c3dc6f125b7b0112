package dev.tempest.sdk2.internal.read;

import dev.tempest.Condition;
import dev.tempest.Offset;
import dev.tempest.WorkerId;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.Clauses;
import dev.tempest.internal.expression.ExpressionWriter;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.internal.mapping.ItemReader;
import dev.tempest.sdk2.internal.mapping.TableContext;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Exchange.Command;
import dev.tempest.sdk2.internal.request.Expressions;
import dev.tempest.sdk2.internal.request.Requests;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * Scan: one page of the items of one type, in its table or through an index.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public final class ScanOperation<K, I> {
    static final Command<ScanRequest, ScanResponse> COMMAND =
            new Command<>("Scan", false, DynamoDbClient::scan, DynamoDbAsyncClient::scan);

    private final TableContext<?> table;
    private final KeyType<K, AttributeValue> keyType;
    private final ItemReader<I> mapper;
    private final PageReader<K, I> reader;
    private final @Nullable Clause<AttributeValue> typeFilter;
    private final OperationInfo scanning;
    private final OperationInfo counting;

    public ScanOperation(ItemReader<I> mapper, KeyType<K, AttributeValue> keyType, PageReader<K, I> reader) {
        this.table = mapper.table();
        this.keyType = keyType;
        this.mapper = mapper;
        this.reader = reader;
        this.scanning = OperationInfo.of("scan", table.name(), mapper.type(), keyType.index());
        this.counting = OperationInfo.of("scanCount", table.name(), mapper.type(), keyType.index());
        KeySchema key = table.schema().table().key();
        this.typeFilter = Clause.both(
                keyType.itemType().hasPrefix(key.partitionKey()),
                keyType.itemType().hasPrefix(key.sortKey()));
    }

    /** The request for one page. */
    public Exchange<?, ?, Page<K, I>> scan(ScanConfig config, @Nullable Offset<K> initialOffset) {
        ScanRequest request = request(config, mapper.projection())
                .exclusiveStartKey(reader.startKey(initialOffset))
                .build();
        return Exchange.of(
                scanning,
                COMMAND,
                request,
                response -> reader.page(
                        response.items(),
                        response.lastEvaluatedKey(),
                        response.scannedCount(),
                        response.consumedCapacity(),
                        config.onUnreadableItem()),
                during());
    }

    /** How a count appears to listeners. */
    public OperationInfo counting() {
        return counting;
    }

    /** Counts the items that a scan would return, all pages of it. */
    public CompletableFuture<Long> count(Requests requests, ScanConfig config) {
        ScanRequest.Builder request = request(config, null).select(Select.COUNT).limit(null);
        return Counting.sum(
                requests,
                lastRow -> Exchange.of(
                        counting,
                        COMMAND,
                        request.exclusiveStartKey(lastRow).build(),
                        response -> new Counting.Part(response.count(), response.lastEvaluatedKey()),
                        during()));
    }

    private ScanRequest.Builder request(ScanConfig config, @Nullable List<String> projection) {
        table.checkConsistency(keyType.index(), config.consistentRead());
        Condition<?> given = config.filter();
        Clause<AttributeValue> callersFilter = given == null ? null : Clauses.of(given, mapper.properties());
        Clause<AttributeValue> filter = table.ofPresent(Clause.both(
                Clause.both(Clause.both(Expressions.clause(config.filterExpression()), callersFilter), typeFilter),
                // Asked for by each scan: the table may get a type with unique values later.
                table.withoutCompanions(keyType.itemType())));
        ExpressionWriter<AttributeValue> writer = new ExpressionWriter<>(filter);
        WorkerId workerId = config.workerId();
        return ScanRequest.builder()
                .tableName(table.name())
                .indexName(keyType.index())
                .limit(config.pageSize())
                .consistentRead(config.consistentRead())
                .returnConsumedCapacity(config.returnConsumedCapacity())
                .filterExpression(writer.text(filter))
                .projectionExpression(projection == null ? null : writer.projection(projection))
                .expressionAttributeNames(writer.names())
                .expressionAttributeValues(writer.values())
                .segment(workerId == null ? null : workerId.segment())
                .totalSegments(workerId == null ? null : workerId.totalSegments());
    }

    private UnaryOperator<DynamoDbException> during() {
        return ErrorContext.during(() -> "scan of " + mapper.typeName() + " in " + table.describe(keyType.index()));
    }
}
