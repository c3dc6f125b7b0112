package dev.tempest.sdk2.internal.table;

import dev.tempest.KeyCondition;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.model.AggregateType;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.model.PartitionTypes;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.query.KeyQuery;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.internal.mapping.TableContext;
import dev.tempest.sdk2.internal.read.PartitionQuery;
import dev.tempest.sdk2.internal.request.Requests;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an item collection is made of, whatever client does its requests. */
public final class CollectionModel<K, A> {
    private final TableContext<?> table;
    private final TableTypes<?> tableTypes;
    private final Class<K> keyType;
    private final @Nullable String index;
    private final AggregateType<A> aggregate;
    private final PartitionQuery query;

    /** @throws IllegalArgumentException if the types do not go together, or not with the table */
    CollectionModel(TableContext<?> table, TableTypes<?> tableTypes, Class<K> keyType, Class<A> type) {
        this.table = table;
        this.tableTypes = tableTypes;
        this.keyType = keyType;
        this.index = KeyType.indexOf(keyType, table.schema().table());
        this.aggregate = AggregateType.of(type);
        Class<?> rawType = table.schema().table().rawItemClass();
        PartitionTypes<AttributeValue> types =
                new PartitionTypes<>(table.schema().table(), index);
        Set<Class<?>> taken = new HashSet<>();
        for (AggregateType.Component component : aggregate.components()) {
            check(component, rawType, taken);
            if (component.itemType() != rawType) {
                add(component, types);
            }
        }
        if (types.types().isEmpty()) {
            throw ModelError.of(
                    type,
                    "has no component of an item type",
                    "Give it a component of an item type of the table, or of a List of one");
        }
        this.query = new PartitionQuery(
                table,
                types,
                tableTypes::keyTypes,
                taken.contains(rawType),
                ModelError.name(type),
                OperationInfo.of("load", table.name(), type, index));
        query.keys().require(keyType);
        types.types().forEach(itemType -> tableTypes.add(itemType, index));
        types.types().forEach(itemType -> tableTypes.readThrough(index, itemType));
    }

    private void check(AggregateType.Component component, Class<?> rawType, Set<Class<?>> taken) {
        if (!taken.add(component.itemType())) {
            throw ModelError.of(
                    aggregate.type(),
                    component.name(),
                    "takes the same items as another component, those of " + ModelError.name(component.itemType()),
                    "Remove one of them, or give it an item type with a prefix of its own");
        }
        if (component.itemType() == rawType && !component.isList()) {
            throw ModelError.of(
                    aggregate.type(),
                    component.name(),
                    "is of the raw item type, of which the partition may have any number of items",
                    "Make it a List<" + ModelError.name(rawType) + ">");
        }
    }

    private void add(AggregateType.Component component, PartitionTypes<AttributeValue> types) {
        try {
            types.add(tableTypes.itemType(component.itemType()));
        } catch (IllegalArgumentException e) {
            throw ModelError.of(aggregate.type(), component.name(), e);
        }
    }

    public CompletableFuture<@Nullable A> load(Requests requests, K key, QueryConfig config) {
        if (!keyType.isInstance(key)) {
            throw new IllegalArgumentException("The key must be a " + ModelError.name(keyType) + ", not "
                    + ((Object) key == null ? "null" : "a " + ModelError.name(key.getClass())) + ".");
        }
        return load(requests, query.keys().wholePartition(key), config);
    }

    public CompletableFuture<@Nullable A> load(Requests requests, KeyCondition<?> condition, QueryConfig config) {
        return load(requests, query.keys().query(condition), config);
    }

    private CompletableFuture<@Nullable A> load(
            Requests requests, KeyQuery<AttributeValue> partition, QueryConfig config) {
        Gathering<A> gathering = new Gathering<>(aggregate, table, () -> query.describe(partition));
        return query.run(requests, partition, config, gathering).thenApply(Gathering::result);
    }

    /** The load as listeners see it. */
    public OperationInfo operation() {
        return query.operation();
    }

    /** The collection as {@code toString()} names it. */
    public String describe(String kind) {
        return kind + "<" + ModelError.name(keyType) + ", " + ModelError.name(aggregate.type()) + "> of "
                + table.describe(index);
    }
}
