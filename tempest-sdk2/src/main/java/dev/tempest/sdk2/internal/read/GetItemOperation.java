package dev.tempest.sdk2.internal.read;

import dev.tempest.internal.expression.ExpressionWriter;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk2.Loaded;
import dev.tempest.sdk2.internal.mapping.ItemReader;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Exchange.Command;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * GetItem: one item by its key.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public final class GetItemOperation<K, I> {
    private static final Command<GetItemRequest, GetItemResponse> COMMAND =
            new Command<>("GetItem", false, DynamoDbClient::getItem, DynamoDbAsyncClient::getItem);

    private final ItemReader<I> mapper;
    private final Function<K, Map<String, AttributeValue>> keyEncoder;
    private final String tableName;
    private final OperationInfo loading;
    private final @Nullable String projection;
    private final @Nullable Map<String, String> projectedNames;

    public GetItemOperation(ItemReader<I> mapper, Function<K, Map<String, AttributeValue>> keyEncoder) {
        this.mapper = mapper;
        this.keyEncoder = keyEncoder;
        this.tableName = mapper.table().name();
        this.loading = OperationInfo.of("load", tableName, mapper.type(), null);
        List<String> projected = mapper.projection();
        ExpressionWriter<AttributeValue> writer = new ExpressionWriter<>();
        this.projection = projected == null ? null : writer.projection(projected);
        this.projectedNames = writer.names();
    }

    public Map<String, AttributeValue> encodeKey(K key) {
        return keyEncoder.apply(key);
    }

    /**
     * The request for an item.
     *
     * @param wanted what of the loaded item is wanted
     */
    public <T extends @Nullable Object> Exchange<?, ?, T> load(
            K key, boolean consistentReads, @Nullable ReturnConsumedCapacity capacity, Function<Loaded<I>, T> wanted) {
        return request(encodeKey(key), consistentReads, capacity, response -> {
            Map<String, AttributeValue> row = present(response);
            return wanted.apply(new Loaded<>(
                    row == null || mapper.table().isCompanion(row) ? null : mapper.read(row),
                    response.consumedCapacity()));
        });
    }

    /** Loads what is stored now, as it is stored. */
    public Exchange<?, ?, Optional<Map<String, AttributeValue>>> loadRow(Map<String, AttributeValue> key) {
        return request(key, true, null, response -> Optional.ofNullable(present(response)));
    }

    private @Nullable Map<String, AttributeValue> present(GetItemResponse response) {
        return response.hasItem() ? mapper.table().present(response.item()) : null;
    }

    private <T extends @Nullable Object> Exchange<?, ?, T> request(
            Map<String, AttributeValue> key,
            boolean consistentReads,
            @Nullable ReturnConsumedCapacity capacity,
            Function<GetItemResponse, T> onResponse) {
        GetItemRequest request = GetItemRequest.builder()
                .tableName(tableName)
                .key(key)
                .consistentRead(consistentReads)
                .projectionExpression(projection)
                .expressionAttributeNames(projectedNames)
                .returnConsumedCapacity(capacity)
                .build();
        return Exchange.of(
                loading, COMMAND, request, onResponse, ErrorContext.during(() -> "load of " + mapper.describe(key)));
    }
}
