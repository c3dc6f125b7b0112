package dev.tempest.sdk2.internal.table;

import dev.tempest.UnreadableItemException;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.Shown;
import dev.tempest.internal.model.AggregateType;
import dev.tempest.sdk2.internal.mapping.TableContext;
import dev.tempest.sdk2.internal.read.PartitionQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of one load on their way into the object that gathers them. */
final class Gathering<A> implements PartitionQuery.Sink {
    private final AggregateType<A> aggregate;
    private final TableContext<?> table;
    private final Supplier<String> query;
    private final Map<Class<?>, Place> places = new HashMap<>();
    private boolean empty = true;

    private static final class Place {
        private final AggregateType.Component component;
        private final List<Object> items = new ArrayList<>();
        private @Nullable Map<String, AttributeValue> lastRow;

        Place(AggregateType.Component component) {
            this.component = component;
        }
    }

    /** @param query what is being done, as messages name it */
    Gathering(AggregateType<A> aggregate, TableContext<?> table, Supplier<String> query) {
        this.aggregate = aggregate;
        this.table = table;
        this.query = query;
        for (AggregateType.Component component : aggregate.components()) {
            places.put(component.itemType(), new Place(component));
        }
    }

    @Override
    public void add(Class<?> itemType, Object item, Map<String, AttributeValue> row) {
        Place place = places.get(itemType);
        if (place == null) {
            throw new IllegalStateException("No component for " + itemType);
        }
        Map<String, AttributeValue> first = place.lastRow;
        if (first != null && !place.component.isList()) {
            throw new UnreadableItemException(
                    table.name(),
                    Map.of(),
                    aggregate.type(),
                    query.get() + ": " + name(place) + " takes one item, but there are two: "
                            + table.schema().table().describeKey(first) + " and "
                            + table.schema().table().describeKey(row) + ". Make it a List<" + ModelError.name(itemType)
                            + ">, or ask for less of the partition.",
                    null);
        }
        place.items.add(item);
        place.lastRow = row;
        empty = false;
    }

    /** The object; null if there is nothing to gather. */
    @Nullable A result() {
        if (empty) {
            return null;
        }
        List<AggregateType.Component> components = aggregate.components();
        @Nullable Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            AggregateType.Component component = components.get(i);
            Place place = places.get(component.itemType());
            List<Object> items = place == null ? List.of() : place.items;
            if (component.isList()) {
                values[i] = Collections.unmodifiableList(items);
            } else {
                values[i] = items.isEmpty() ? null : items.get(0);
            }
        }
        String missing = aggregate.missing(values);
        if (missing != null) {
            throw new UnreadableItemException(
                    table.name(),
                    Map.of(),
                    aggregate.type(),
                    query.get() + ": no item was found for " + ModelError.name(aggregate.type()) + "." + missing
                            + ", which must not be null.",
                    null);
        }
        try {
            return aggregate.make(values);
        } catch (RuntimeException e) {
            throw new UnreadableItemException(
                    table.name(),
                    Map.of(),
                    aggregate.type(),
                    query.get() + ": " + ModelError.name(aggregate.type())
                            + " cannot be created from these items: its constructor threw " + Shown.thrown(e) + ".",
                    e);
        }
    }

    private String name(Place place) {
        return ModelError.name(aggregate.type()) + "." + place.component.name();
    }
}
