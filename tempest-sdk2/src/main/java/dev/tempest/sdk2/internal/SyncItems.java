package dev.tempest.sdk2.internal;

import dev.tempest.sdk2.Loaded;
import dev.tempest.sdk2.View;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Single items, by a client that blocks. */
class SyncItems<K, I> implements View<K, I> {
    private final DynamoDbClient client;
    private final ItemOperations<K, I> items;

    SyncItems(DynamoDbClient client, ItemOperations<K, I> items) {
        this.client = client;
        this.items = items;
    }

    @Override
    public Loaded<I> load(K key, boolean consistentReads, ReturnConsumedCapacity returnConsumedCapacity) {
        return items.load(key, consistentReads, returnConsumedCapacity, loaded -> loaded)
                .run(client);
    }

    @Override
    public I save(I item, @Nullable Expression saveExpression) {
        return items.save(item, saveExpression).run(client);
    }

    @Override
    public I create(I item) {
        return items.create(item).run(client);
    }

    @Override
    public @Nullable I delete(I item, @Nullable Expression deleteExpression) {
        return items.delete(item, deleteExpression).run(client);
    }

    @Override
    public @Nullable I deleteKey(K key, @Nullable Expression deleteExpression) {
        return items.deleteKey(key, deleteExpression).run(client);
    }

    @Override
    public Optional<I> itemIn(ConditionalCheckFailedException refusal) {
        return items.itemIn(refusal);
    }
}
