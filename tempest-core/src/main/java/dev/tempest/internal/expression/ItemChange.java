package dev.tempest.internal.expression;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change of an item, as DynamoDB is to make it.
 *
 * @param actions of which no two touch one place
 * @param properties the names of the properties that they change
 * @param given those of the properties that have a value afterwards, whatever is stored
 * @param condition what the stored item must be; null for anything
 * @param createsItem whether the item is created if there is none
 * @param <V> the SDK's attribute value
 */
public record ItemChange<V>(
        List<Action<V>> actions,
        Set<String> properties,
        Set<String> given,
        @Nullable Clause<V> condition,
        boolean createsItem) {}
