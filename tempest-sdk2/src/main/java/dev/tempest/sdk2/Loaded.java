package dev.tempest.sdk2;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/**
 * The result of a load.
 *
 * @param item the item, or null if it does not exist
 * @param consumedCapacity what the load cost; null unless it was asked for
 * @param <I> the item type
 */
public record Loaded<I>(@Nullable I item, @Nullable ConsumedCapacity consumedCapacity) {}
