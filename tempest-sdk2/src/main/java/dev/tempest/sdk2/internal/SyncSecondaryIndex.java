package dev.tempest.sdk2.internal;

import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.SecondaryIndex;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A secondary index, by a client that blocks. */
final class SyncSecondaryIndex<K, I> implements SecondaryIndex<K, I> {
    private final DynamoDbClient client;
    private final QueryOperations<K, I> queries;
    private final String description;

    SyncSecondaryIndex(DynamoDbClient client, ViewModel<K, I> model) {
        this.client = client;
        this.queries = model.queryOperations();
        this.description = model.describe("SecondaryIndex");
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
