package dev.tempest.sdk2.internal;

import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An inline view, by a client that blocks. */
final class SyncInlineView<K, I> extends SyncView<K, I> implements InlineView<K, I> {
    private final DynamoDbClient client;
    private final QueryOperations<K, I> queries;
    private final String description;

    SyncInlineView(DynamoDbClient client, ViewModel<K, I> model) {
        super(client, model.itemOperations());
        this.client = client;
        this.queries = model.queryOperations();
        this.description = model.describe("InlineView");
    }

    @Override
    public Page<K, I> query(KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return queries.query(keyCondition, config, initialOffset).run(client);
    }

    @Override
    public String toString() {
        return description;
    }
}
