package dev.tempest.sdk1.internal.read;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.GetItemRequest;
import com.amazonaws.services.dynamodbv2.model.GetItemResult;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk1.internal.mapping.ItemMapper;
import dev.tempest.sdk1.internal.mapping.TableContext;
import dev.tempest.sdk1.internal.request.Command;
import dev.tempest.sdk1.internal.request.ErrorContext;
import dev.tempest.sdk1.internal.request.Requests;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * GetItem: one item by its key.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public final class GetItemOperation<K, I> {
    private static final Command<GetItemRequest, GetItemResult> COMMAND = new Command<>(
            "GetItem",
            false,
            AmazonDynamoDB::getItem,
            GetItemRequest::getReturnConsumedCapacity,
            GetItemRequest::setReturnConsumedCapacity,
            Command.one(GetItemResult::getConsumedCapacity));

    private final ItemMapper<I> mapper;
    private final TableContext<?> table;
    private final Function<K, Map<String, AttributeValue>> keyEncoder;
    private final OperationInfo loading;

    public GetItemOperation(ItemMapper<I> mapper, Function<K, Map<String, AttributeValue>> keyEncoder) {
        this.mapper = mapper;
        this.table = mapper.table();
        this.keyEncoder = keyEncoder;
        this.loading = OperationInfo.of("load", table.name(), mapper.type(), null);
    }

    public Map<String, AttributeValue> encodeKey(K key) {
        return keyEncoder.apply(key);
    }

    /**
     * The item of a key; null if there is none.
     *
     * @param consistentReads null for the mapper's own setting
     */
    public @Nullable I load(K key, @Nullable ConsistentReads consistentReads) {
        Map<String, AttributeValue> keyRow = encodeKey(key);
        GetItemRequest request = new GetItemRequest()
                .withTableName(table.name())
                .withKey(keyRow)
                .withConsistentRead(table.connection().consistent(consistentReads));
        return table.requests()
                .<GetItemRequest, GetItemResult, @Nullable I>send(
                        loading,
                        COMMAND,
                        request,
                        result -> result.getItem() == null ? null : mapper.read(result.getItem()),
                        ErrorContext.during(() -> "load of " + mapper.describe(keyRow)));
    }

    /**
     * The row of a key, by a consistent read; null if there is none.
     *
     * @param operation of which the read is a part
     */
    public @Nullable Map<String, AttributeValue> loadRow(
            Requests requests, OperationInfo operation, Map<String, AttributeValue> keyRow) {
        GetItemRequest request =
                new GetItemRequest().withTableName(table.name()).withKey(keyRow).withConsistentRead(true);
        return requests.<GetItemRequest, GetItemResult, @Nullable Map<String, AttributeValue>>send(
                operation,
                COMMAND,
                request,
                GetItemResult::getItem,
                ErrorContext.during(() -> "load of " + mapper.describe(keyRow)));
    }
}
