package dev.tempest.sdk2.internal.read;

import dev.tempest.Condition;
import dev.tempest.Offset;
import dev.tempest.WorkerId;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.Clauses;
import dev.tempest.internal.expression.Rendered;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.TableContext;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Exchange.Command;
import dev.tempest.sdk2.internal.request.Expressions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Scan: one page of the items of one type, in its table or through an index.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public final class ScanOperation<K, I> {
    private static final Command<ScanRequest, ScanResponse> COMMAND =
            new Command<>("Scan", false, DynamoDbClient::scan, DynamoDbAsyncClient::scan);

    private final TableContext<?> table;
    private final KeyType<K, AttributeValue> keyType;
    private final ItemMapper<I> mapper;
    private final PageReader<K, I> reader;
    private final @Nullable Clause<AttributeValue> typeFilter;
    private final OperationInfo scanning;

    public ScanOperation(ItemMapper<I> mapper, KeyType<K, AttributeValue> keyType, PageReader<K, I> reader) {
        this.table = mapper.table();
        this.keyType = keyType;
        this.mapper = mapper;
        this.reader = reader;
        this.scanning = OperationInfo.of("scan", table.name(), mapper.type(), keyType.index());
        KeySchema key = table.schema().table().key();
        this.typeFilter = Clause.both(
                keyType.itemType().hasPrefix(key.partitionKey()),
                keyType.itemType().hasPrefix(key.sortKey()));
    }

    /** The request for one page. */
    public Exchange<?, ?, Page<K, I>> scan(ScanConfig config, @Nullable Offset<K> initialOffset) {
        table.checkConsistency(keyType.index(), config.consistentRead());
        Condition<?> given = config.filter();
        Clause<AttributeValue> callersFilter = given == null ? null : Clauses.of(given, mapper.properties());
        Rendered<AttributeValue> filter = Rendered.of(
                Clause.both(Clause.both(Expressions.clause(config.filterExpression()), callersFilter), typeFilter));
        WorkerId workerId = config.workerId();
        ScanRequest request = ScanRequest.builder()
                .tableName(table.name())
                .indexName(keyType.index())
                .limit(config.pageSize())
                .consistentRead(config.consistentRead())
                .returnConsumedCapacity(config.returnConsumedCapacity())
                .exclusiveStartKey(reader.startKey(initialOffset))
                .filterExpression(filter.expression())
                .expressionAttributeNames(filter.names())
                .expressionAttributeValues(filter.values())
                .segment(workerId == null ? null : workerId.segment())
                .totalSegments(workerId == null ? null : workerId.totalSegments())
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
                ErrorContext.during(() -> "scan of " + mapper.typeName() + " in " + table.describe(keyType.index())));
    }
}
