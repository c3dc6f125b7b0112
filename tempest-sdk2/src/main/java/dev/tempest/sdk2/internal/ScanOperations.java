package dev.tempest.sdk2.internal;

import dev.tempest.Offset;
import dev.tempest.WorkerId;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.ScanConfig;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * The scans of one item type, in its table or through an index.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
final class ScanOperations<K, I> {
    private final Table<?> table;
    private final KeyType<K, AttributeValue> keyType;
    private final ItemMapper<I> mapper;
    private final PageReader<K, I> reader;
    private final @Nullable Expression typeFilter;

    ScanOperations(ViewModel<K, I> view) {
        this.table = view.table();
        this.keyType = view.key();
        this.mapper = view.mapper();
        this.reader = view.pageReader();
        KeySchema key = table.schema().table().key();
        String sortKey = key.sortKey();
        this.typeFilter = Conditions.both(
                beginsWith("partition", key.partitionKey(), view.item().prefix(key.partitionKey())),
                sortKey == null ? null : beginsWith("type", sortKey, view.item().prefix(sortKey)));
    }

    private static @Nullable Expression beginsWith(String name, String attribute, @Nullable String prefix) {
        return prefix == null
                ? null
                : Expression.builder()
                        .expression("begins_with(#tempest_" + name + ", :tempest_" + name + ")")
                        .putExpressionName("#tempest_" + name, attribute)
                        .putExpressionValue(":tempest_" + name, AttributeValue.fromS(prefix))
                        .build();
    }

    /** The request for one page. */
    Exchange<?, ?, Page<K, I>> scan(ScanConfig config, @Nullable Offset<K> initialOffset) {
        table.checkConsistency(keyType.index(), config.consistentRead());
        Expression filter = Conditions.both(Conditions.ofCaller(config.filterExpression()), typeFilter);
        ScanRequest.Builder request = ScanRequest.builder()
                .tableName(table.name())
                .indexName(keyType.index())
                .limit(config.pageSize())
                .consistentRead(config.consistentRead())
                .returnConsumedCapacity(config.returnConsumedCapacity())
                .exclusiveStartKey(reader.startKey(initialOffset));
        if (filter != null) {
            request.filterExpression(filter.expression())
                    .expressionAttributeNames(Conditions.names(filter))
                    .expressionAttributeValues(Conditions.values(filter));
        }
        WorkerId workerId = config.workerId();
        if (workerId != null) {
            request.segment(workerId.segment()).totalSegments(workerId.totalSegments());
        }
        return Exchange.of(
                Command.scan(),
                request.build(),
                response -> reader.page(
                        response.items(),
                        response.lastEvaluatedKey(),
                        response.scannedCount(),
                        response.consumedCapacity(),
                        config.onUnreadableItem()),
                Refusals.during(() -> "scan of " + mapper.typeName() + " in " + table.describe(keyType.index())));
    }
}
