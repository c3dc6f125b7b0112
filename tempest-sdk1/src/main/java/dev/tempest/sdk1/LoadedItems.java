package dev.tempest.sdk1;

import com.amazonaws.services.dynamodbv2.model.ConsumedCapacity;
import dev.tempest.ItemSet;
import java.util.List;

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
