package dev.tempest.sdk2;

import dev.tempest.ItemSet;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/**
 * The result of a batch load.
 *
 * @param items the items that were found, in the order in which their keys were asked for
 * @param consumedCapacity what the load cost, request by request and table by table; empty unless it was asked for
 */
public record LoadedItems(ItemSet items, List<ConsumedCapacity> consumedCapacity) {
    public LoadedItems {
        consumedCapacity = List.copyOf(consumedCapacity);
    }
}
