package dev.tempest.sdk1.internal.read;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ScanRequest;
import com.amazonaws.services.dynamodbv2.model.ScanResult;
import dev.tempest.Condition;
import dev.tempest.Offset;
import dev.tempest.WorkerId;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.Clauses;
import dev.tempest.internal.expression.Rendered;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.sdk1.Page;
import dev.tempest.sdk1.ScanConfig;
import dev.tempest.sdk1.internal.mapping.ItemMapper;
import dev.tempest.sdk1.internal.mapping.TableContext;
import dev.tempest.sdk1.internal.request.Command;
import dev.tempest.sdk1.internal.request.Conditions;
import dev.tempest.sdk1.internal.request.ErrorContext;
import org.jspecify.annotations.Nullable;

/**
 * Scan: one page of the items of one type, in its table or through an index.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
final class ScanOperation<K, I> {
    private static final Command<ScanRequest, ScanResult> COMMAND = new Command<>(
            "Scan",
            false,
            AmazonDynamoDB::scan,
            ScanRequest::getReturnConsumedCapacity,
            ScanRequest::setReturnConsumedCapacity,
            Command.one(ScanResult::getConsumedCapacity));

    private final ItemMapper<I> mapper;
    private final TableContext<?> table;
    private final @Nullable String index;
    private final PageReader<K, I> reader;
    private final @Nullable Clause<AttributeValue> typeFilter;
    private final OperationInfo scanning;

    ScanOperation(ItemMapper<I> mapper, KeyType<K, AttributeValue> keyType, PageReader<K, I> reader) {
        this.mapper = mapper;
        this.table = mapper.table();
        this.index = keyType.index();
        this.reader = reader;
        this.scanning = OperationInfo.of("scan", table.name(), mapper.type(), index);
        KeySchema key = table.schema().table().key();
        this.typeFilter = Clause.both(
                keyType.itemType().hasPrefix(key.partitionKey()),
                keyType.itemType().hasPrefix(key.sortKey()));
    }

    Page<K, I> scan(ScanConfig config, @Nullable Offset<K> initialOffset) {
        table.checkConsistency(index, config.consistentRead());
        Condition<?> given = config.filter();
        Rendered<AttributeValue> filter = Rendered.of(Clause.both(
                Clause.both(
                        Conditions.of(config.filterExpression()),
                        given == null ? null : Clauses.of(given, mapper.properties())),
                typeFilter));
        WorkerId workerId = config.workerId();
        ScanRequest request = new ScanRequest()
                .withTableName(table.name())
                .withIndexName(index)
                .withLimit(config.pageSize())
                .withConsistentRead(config.consistentRead())
                .withReturnConsumedCapacity(Command.name(config.returnConsumedCapacity()))
                .withExclusiveStartKey(reader.startKey(initialOffset))
                .withFilterExpression(filter.expression())
                .withExpressionAttributeNames(filter.names())
                .withExpressionAttributeValues(filter.values())
                .withSegment(workerId == null ? null : workerId.segment())
                .withTotalSegments(workerId == null ? null : workerId.totalSegments());
        return table.requests()
                .send(
                        scanning,
                        COMMAND,
                        request,
                        result -> reader.page(
                                result.getItems(),
                                result.getLastEvaluatedKey(),
                                result.getScannedCount(),
                                result.getConsumedCapacity(),
                                config.onUnreadableItem()),
                        ErrorContext.during(() -> "scan of " + mapper.typeName() + " in " + table.describe(index)));
    }
}
