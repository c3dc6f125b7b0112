package dev.tempest.sdk1.internal.table;

import dev.tempest.internal.model.DeclaredKeys;
import dev.tempest.internal.model.RawTypes;
import dev.tempest.sdk1.internal.batch.Registry;
import dev.tempest.sdk1.internal.mapping.DbSettings;
import dev.tempest.sdk1.internal.mapping.TableContext;
import dev.tempest.sdk1.internal.request.Requests;
import dev.tempest.sdk1.internal.schema.RawSchema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tables of a database and their raw item types. */
final class DbModel {
    private final Requests requests;
    private final DbSettings settings;
    private final Registry registry = new Registry();
    private final Map<Class<?>, RawSchema<?>> schemas = new HashMap<>();
    private final Map<TableId, Table<?>> tables = new LinkedHashMap<>();
    private final RawTypes rawTypes = new RawTypes();

    DbModel(Requests requests, DbSettings settings) {
        this.requests = requests;
        this.settings = settings;
    }

    /** Finds the table of a key or item. */
    Registry registry() {
        return registry;
    }

    private record TableId(String name, Class<?> rawType) {}

    /** A table with a raw item type. */
    synchronized Table<?> table(String name, Class<?> rawType) {
        RawSchema<?> schema = schemas.get(rawType);
        if (schema == null) {
            schema = RawSchema.of(rawType, requests.connection());
            schemas.put(rawType, schema);
        }
        return table(name, schema);
    }

    /** A table whose interface declares its keys. */
    synchronized Table<?> table(String name, DeclaredKeys keys) {
        RawSchema<?> schema = schemas.get(keys.owner());
        if (schema == null) {
            schema = RawSchema.of(keys, requests.connection());
            schemas.put(keys.owner(), schema);
        }
        return table(name, schema);
    }

    private Table<?> table(String name, RawSchema<?> schema) {
        return tables.computeIfAbsent(
                new TableId(name, schema.table().rawType()),
                id -> new Table<>(new TableContext<>(name, schema, requests, settings), rawTypes.of(name), registry));
    }

    synchronized String describe() {
        return tables.keySet().stream().map(TableId::name).sorted().toList().toString();
    }
}
