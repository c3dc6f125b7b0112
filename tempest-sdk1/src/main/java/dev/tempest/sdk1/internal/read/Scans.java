package dev.tempest.sdk1.internal.read;

import com.amazonaws.services.dynamodbv2.model.ScanRequest;
import com.amazonaws.services.dynamodbv2.model.ScanResult;
import dev.tempest.Offset;
import dev.tempest.WorkerId;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.sdk1.FilterExpression;
import dev.tempest.sdk1.Page;
import dev.tempest.sdk1.ScanConfig;
import dev.tempest.sdk1.internal.mapping.TableContext;
import dev.tempest.sdk1.internal.mapping.ViewModel;
import dev.tempest.sdk1.internal.request.Conditions;
import dev.tempest.sdk1.internal.request.Refusals;
import org.jspecify.annotations.Nullable;

/** The scans of one item type, in its table or through an index. */
final class Scans<K, I> {
    private final ViewModel<K, I> view;
    private final TableContext<?> table;
    private final PageReader<K, I> reader;
    private final @Nullable FilterExpression typeFilter;

    Scans(ViewModel<K, I> view, PageReader<K, I> reader) {
        this.view = view;
        this.table = view.table();
        this.reader = reader;
        KeySchema key = table.schema().table().key();
        this.typeFilter = Conditions.both(
                Conditions.hasPrefix(view.item(), key.partitionKey(), "partition"),
                Conditions.hasPrefix(view.item(), key.sortKey(), "type"));
    }

    Page<K, I> scan(ScanConfig config, @Nullable Offset<K> initialOffset) {
        String index = view.key().index();
        table.checkConsistency(index, config.consistentRead());
        ScanRequest request = table.connection()
                .prepared(new ScanRequest()
                        .withTableName(table.name())
                        .withIndexName(index)
                        .withLimit(config.pageSize())
                        .withConsistentRead(config.consistentRead())
                        .withReturnConsumedCapacity(
                                config.returnConsumedCapacity() == null
                                        ? null
                                        : config.returnConsumedCapacity().toString())
                        .withExclusiveStartKey(reader.startKey(initialOffset)));
        FilterExpression filter = Conditions.both(Conditions.ofCallerIfAny(config.filterExpression()), typeFilter);
        if (filter != null) {
            request.withFilterExpression(filter.expression())
                    .withExpressionAttributeNames(Conditions.orNull(filter.attributeNames()))
                    .withExpressionAttributeValues(Conditions.orNull(filter.attributeValues()));
        }
        WorkerId workerId = config.workerId();
        if (workerId != null) {
            request.withSegment(workerId.segment()).withTotalSegments(workerId.totalSegments());
        }
        ScanResult result = Refusals.during(
                () -> "scan of " + view.mapper().typeName() + " in " + table.describe(index),
                () -> table.connection().client().scan(request));
        return reader.page(
                result.getItems(),
                result.getLastEvaluatedKey(),
                result.getScannedCount(),
                result.getConsumedCapacity(),
                config.onUnreadableItem());
    }
}
