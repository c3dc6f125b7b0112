package dev.tempest.sdk1.internal.table;

import dev.tempest.internal.model.RawTypes;
import dev.tempest.sdk1.internal.batch.Registry;
import dev.tempest.sdk1.internal.mapping.TableContext;
import dev.tempest.sdk1.internal.request.Requests;
import dev.tempest.sdk1.internal.schema.RawSchema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of a database and their raw item types. */
final class DbModel {
    private final Requests requests;
    private final byte @Nullable [] offsetSecret;
    private final Registry registry = new Registry();
    private final Map<Class<?>, RawSchema<?>> schemas = new HashMap<>();
    private final Map<TableId, Table<?>> tables = new LinkedHashMap<>();
    private final RawTypes rawTypes = new RawTypes();

    DbModel(Requests requests, byte @Nullable [] offsetSecret) {
        this.requests = requests;
        this.offsetSecret = offsetSecret;
    }

    /** Finds the table of a key or item. */
    Registry registry() {
        return registry;
    }

    private record TableId(String name, Class<?> rawType) {}

    @SuppressWarnings("unchecked")
    synchronized <RI> Table<RI> table(String name, Class<RI> rawType) {
        RawSchema<RI> schema =
                (RawSchema<RI>) schemas.computeIfAbsent(rawType, type -> RawSchema.of(type, requests.connection()));
        return (Table<RI>) tables.computeIfAbsent(
                new TableId(name, rawType),
                id -> new Table<>(
                        new TableContext<>(name, schema, requests, offsetSecret), rawTypes.of(name), registry));
    }

    synchronized String describe() {
        return tables.keySet().stream().map(TableId::name).sorted().toList().toString();
    }
}
