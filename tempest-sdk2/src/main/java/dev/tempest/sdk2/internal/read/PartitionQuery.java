package dev.tempest.sdk2.internal.read;

import dev.tempest.Condition;
import dev.tempest.UnreadableItemException;
import dev.tempest.internal.attr.Term;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.Clauses;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.model.PartitionTypes;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.query.KeyQuery;
import dev.tempest.internal.query.PartitionKeys;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.TableContext;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Requests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The query of a partition whose rows are of several types. Each row is read as its own type, by its sort key's prefix. */
public final class PartitionQuery {
    private final TableContext<?> table;
    private final PartitionTypes<AttributeValue> types;
    private final PartitionKeys<AttributeValue> keys;
    private final Map<Class<?>, Function<Map<String, AttributeValue>, ?>> readers = new HashMap<>();
    private final String what;
    private final OperationInfo loading;

    /** Gets the rows, page after page and in their order. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes a row.
         *
         * @param itemType the item type, or the raw item type for a row of none
         */
        void add(Class<?> itemType, Object item, Map<String, AttributeValue> row);
    }

    /**
     * A query of the rows of some types.
     *
     * @param table whose rows they are
     * @param types of the rows
     * @param keyTypes the key types of an item type's views
     * @param collectsUnknown whether rows of no type are read as raw items; otherwise they are left out
     * @param what what the query reads, as messages name it
     * @param loading the operation, as listeners see it
     */
    public PartitionQuery(
            TableContext<?> table,
            PartitionTypes<AttributeValue> types,
            Function<Class<?>, List<KeyType<?, AttributeValue>>> keyTypes,
            boolean collectsUnknown,
            String what,
            OperationInfo loading) {
        this.table = table;
        this.types = types;
        this.what = what;
        this.loading = loading;
        for (ItemType<?, AttributeValue> type : types.types()) {
            table.requireWhole(type.type(), types.index());
            readers.put(type.type(), ItemMapper.of(type, table)::read);
        }
        if (collectsUnknown) {
            readers.put(table.schema().table().rawItemClass(), ItemMapper.of(table)::read);
        }
        this.keys = new PartitionKeys<>(
                types,
                (keyType, itemType) -> keyTypes.apply(itemType).stream().anyMatch(known -> known.type() == keyType));
    }

    /** The operation as listeners see it. */
    public OperationInfo operation() {
        return loading;
    }

    public PartitionKeys<AttributeValue> keys() {
        return keys;
    }

    /** The query as messages name it. */
    public String describe(KeyQuery<AttributeValue> query) {
        return QueryOperation.describe(what, types.schema(), query, table, types.index());
    }

    /** Reads page after page until there is no further one, or the limit is reached; completes with the sink. */
    public <S extends Sink> CompletableFuture<S> run(
            Requests requests, KeyQuery<AttributeValue> query, QueryConfig config, S sink) {
        table.checkConsistency(types.index(), config.consistentRead());
        Condition<?> filter = config.filter();
        QueryRequest.Builder first = QueryOperation.request(
                table, types.index(), types.schema(), query, config, filter == null ? null : clause(filter), null);
        if (first == null) {
            return CompletableFuture.completedFuture(sink);
        }
        Integer limit = config.limit();
        boolean isFiltered = filter != null || config.filterExpression() != null;
        int[] left = {limit == null ? Integer.MAX_VALUE : limit};
        QueryRequest[] next = {first.limit(rows(config, left[0], isFiltered)).build()};
        return Futures.untilResult(() -> {
            QueryRequest request = next[0];
            Exchange<QueryRequest, QueryResponse, QueryResponse> page = Exchange.of(
                    loading,
                    QueryOperation.COMMAND,
                    request,
                    response -> {
                        for (Map<String, AttributeValue> row : response.items()) {
                            if (left[0] > 0 && read(row, config, sink)) {
                                left[0]--;
                            }
                        }
                        return response;
                    },
                    ErrorContext.during(() -> describe(query)));
            return requests.send(page).thenApply(response -> {
                if (!response.hasLastEvaluatedKey() || left[0] == 0) {
                    return sink;
                }
                next[0] = request.toBuilder()
                        .exclusiveStartKey(response.lastEvaluatedKey())
                        .limit(rows(config, left[0], isFiltered))
                        .build();
                return null;
            });
        });
    }

    /** How many rows a page may have; with a filter, more have to be looked at than are wanted. */
    private static @Nullable Integer rows(QueryConfig config, int wanted, boolean isFiltered) {
        int rows = isFiltered ? config.pageSize() : Math.min(config.pageSize(), wanted);
        return rows == Integer.MAX_VALUE ? null : rows;
    }

    /** A filter on the items of one of the types; it leaves out those of others that lack its attributes. */
    private Clause<AttributeValue> clause(Condition<?> filter) {
        for (ItemType<?, AttributeValue> type : types.types()) {
            if (Term.of(filter).isAbout(type.type()) || type.classes().stream().anyMatch(Term.of(filter)::isAbout)) {
                return Clauses.ofQuery(filter, type.properties(), types.schema());
            }
        }
        throw new IllegalArgumentException("The filter of the " + what + " names attributes of a type that it does not"
                + " read. Name attributes of one of its item types.");
    }

    /** Whether the row is one of the items that are wanted. */
    private boolean read(Map<String, AttributeValue> row, QueryConfig config, Sink sink) {
        if (table.isCompanion(row)) {
            return false;
        }
        ItemType<?, AttributeValue> found = types.typeOf(row);
        Class<?> type = found == null ? table.schema().table().rawItemClass() : found.type();
        Function<Map<String, AttributeValue>, ?> reader = readers.get(type);
        if (reader == null) {
            return false;
        }
        Object item;
        try {
            item = reader.apply(row);
        } catch (UnreadableItemException e) {
            if (config.onUnreadableItem() == null) {
                throw e;
            }
            config.onUnreadableItem().accept(e);
            return false;
        }
        sink.add(type, item, row);
        return true;
    }
}
