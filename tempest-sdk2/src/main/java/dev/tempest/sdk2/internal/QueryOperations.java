package dev.tempest.sdk2.internal;

import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.query.KeyQuery;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The queries of one item type, in its table or through an index.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
final class QueryOperations<K, I> {
    private final Table<?> table;
    private final KeyType<K, AttributeValue> keyType;
    private final ItemMapper<I> mapper;
    private final PageReader<K, I> reader;
    private final @Nullable Expression typeFilter;

    QueryOperations(ViewModel<K, I> view) {
        this.table = view.table();
        this.keyType = view.key();
        this.mapper = view.mapper();
        this.reader = view.pageReader();
        this.typeFilter = typeFilter(view);
    }

    /** An index may list rows of every type side by side; the table's own key tells which are of this one. */
    private static @Nullable Expression typeFilter(ViewModel<?, ?> view) {
        KeySchema key = view.table().schema().table().key();
        return Conditions.both(
                prefixFilter(view, key.sortKey(), "type"), prefixFilter(view, key.partitionKey(), "owner"));
    }

    private static @Nullable Expression prefixFilter(
            ViewModel<?, ?> view, @Nullable String keyAttribute, String placeholder) {
        KeySchema queried = view.key().schema();
        if (keyAttribute == null
                || keyAttribute.equals(queried.sortKey())
                || keyAttribute.equals(queried.partitionKey())) {
            return null;
        }
        String prefix = view.item().prefix(keyAttribute);
        if (prefix == null) {
            return null;
        }
        return Expression.builder()
                .expression("begins_with(#tempest_" + placeholder + ", :tempest_" + placeholder + ")")
                .putExpressionName("#tempest_" + placeholder, keyAttribute)
                .putExpressionValue(":tempest_" + placeholder, AttributeValue.fromS(prefix))
                .build();
    }

    /** The request for one page. */
    Exchange<?, ?, Page<K, I>> query(KeyCondition<K> condition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        table.checkConsistency(keyType.index(), config.consistentRead());
        KeyQuery<AttributeValue> query = KeyQuery.of(condition, keyType);
        QueryRequest.Builder request =
                QueryRequests.of(table, keyType.index(), keyType.schema(), query, config, typeFilter);
        if (request == null) {
            return Exchange.answered(new Page<>(List.of(), null, 0, null));
        }
        return Exchange.of(
                Command.query(),
                request.exclusiveStartKey(reader.startKey(initialOffset, query)).build(),
                response -> reader.page(
                        response.items(),
                        response.lastEvaluatedKey(),
                        response.scannedCount(),
                        response.consumedCapacity(),
                        config.onUnreadableItem()),
                Refusals.during(() ->
                        QueryRequests.describe(mapper.typeName(), keyType.schema(), query, table, keyType.index())));
    }
}
