package dev.tempest.sdk2.internal.read;

import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.ExpressionWriter;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.Exchange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** Scan: the rows of one item type in its table as they are stored, page by page. */
public final class RowScan {
    private final ItemMapper<?> mapper;
    private final OperationInfo operation;

    /** @param operation what is done, as listeners and messages name it */
    public RowScan(ItemMapper<?> mapper, OperationInfo operation) {
        this.mapper = mapper;
        this.operation = operation;
    }

    /**
     * Some rows.
     *
     * @param scanned how many DynamoDB looked at, those of other types included
     * @param lastKey where it stopped; null at the end
     */
    public record Rows(
            List<Map<String, AttributeValue>> rows,
            int scanned,
            @Nullable Map<String, AttributeValue> lastKey) {}

    /**
     * The request for one page. It sees all writes that were acknowledged before.
     *
     * @param start where DynamoDB is to begin; null for the beginning
     */
    public Exchange<?, ?, Rows> page(
            int segment, int segments, int limit, @Nullable Map<String, AttributeValue> start) {
        Clause<AttributeValue> filter = mapper.typeFilter();
        ExpressionWriter<AttributeValue> writer = new ExpressionWriter<>(filter);
        ScanRequest request = ScanRequest.builder()
                .tableName(mapper.table().name())
                .limit(limit)
                .consistentRead(true)
                .filterExpression(writer.text(filter))
                .expressionAttributeNames(writer.names())
                .expressionAttributeValues(writer.values())
                .segment(segment)
                .totalSegments(segments)
                .exclusiveStartKey(start)
                .build();
        return Exchange.of(
                operation,
                ScanOperation.COMMAND,
                request,
                response -> new Rows(
                        response.items(),
                        response.scannedCount(),
                        response.hasLastEvaluatedKey()
                                        && !response.lastEvaluatedKey().isEmpty()
                                ? response.lastEvaluatedKey()
                                : null),
                ErrorContext.during(() -> operation.name() + " of " + mapper.typeName() + " in "
                        + mapper.table().describe(null)));
    }
}
