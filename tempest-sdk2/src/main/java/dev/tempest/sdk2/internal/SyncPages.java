package dev.tempest.sdk2.internal;

import dev.tempest.Offset;
import dev.tempest.internal.PageSequence;
import dev.tempest.sdk2.Page;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The pages of a query or scan, by a client that blocks. */
record SyncPages<K, I>(DynamoDbClient client, PageSource<K, I> source) implements PageSequence.Source<Page<K, I>, K> {

    static <K, I> PageSequence<Page<K, I>, K> from(
            @Nullable Offset<K> initialOffset, DynamoDbClient client, PageSource<K, I> source) {
        return new PageSequence<>(new SyncPages<>(client, source), initialOffset);
    }

    @Override
    public Page<K, I> page(@Nullable Offset<K> offset) {
        return source.page(offset).run(client);
    }

    @Override
    public @Nullable Offset<K> end(Page<K, I> page) {
        return page.offset();
    }
}
