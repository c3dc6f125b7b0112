package dev.tempest.sdk2;

import dev.tempest.Offset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/**
 * One page of a query or scan.
 *
 * @param contents the items, in the order that was asked for; with a filter they may be fewer than the page size, or
 *     none, though more pages follow
 * @param offset where the next page begins; null on the last page
 * @param scannedCount how many items DynamoDB looked at to fill the page
 * @param consumedCapacity what the page cost; null unless it was asked for
 * @param <K> the key type
 * @param <I> the item type
 */
public record Page<K, I>(
        List<I> contents,
        @Nullable Offset<K> offset,
        int scannedCount,
        @Nullable ConsumedCapacity consumedCapacity) {
    public Page {
        contents = List.copyOf(contents);
    }

    /** Whether there may be another page; it can turn out to be empty. */
    public boolean hasMorePages() {
        return offset != null;
    }
}
