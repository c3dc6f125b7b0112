package dev.tempest.sdk2.internal.table;

import dev.tempest.WriteToken;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.locking.WriterSlots;
import dev.tempest.internal.model.DeclaredKeys;
import dev.tempest.internal.model.DeclaredTypes;
import dev.tempest.internal.model.RawTypes;
import dev.tempest.internal.reflect.Inherited;
import dev.tempest.internal.unique.UniqueTable;
import dev.tempest.internal.write.Expiry;
import dev.tempest.sdk2.TableNameResolver;
import dev.tempest.sdk2.internal.batch.Registry;
import dev.tempest.sdk2.internal.mapping.DbSettings;
import dev.tempest.sdk2.internal.mapping.Extensions;
import dev.tempest.sdk2.internal.mapping.TableContext;
import dev.tempest.sdk2.internal.mapping.WriteTokens;
import dev.tempest.sdk2.internal.schema.RawSchema;
import dev.tempest.sdk2.internal.write.ItemMigration;
import dev.tempest.sdk2.internal.write.ItemOperations;
import dev.tempest.sdk2.migration.Migration;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The tables of a database and their raw item types, whatever client does the requests. */
public final class DbModel {
    private final Extensions.Source extensions;
    private final DbSettings settings;
    private @Nullable WriterSlots slots;
    private final Registry registry = new Registry();
    private final Map<Class<?>, RawSchema<?>> schemas = new HashMap<>();
    private final Map<TableId, Table<?>> tables = new LinkedHashMap<>();
    private final RawTypes rawTypes = new RawTypes();
    private final DeclaredTables declaredTables = new DeclaredTables();

    public DbModel(Extensions.Source extensions, DbSettings settings) {
        this.extensions = extensions;
        this.settings = settings;
    }

    /** Finds the table of a key or item. */
    public Registry registry() {
        return registry;
    }

    /** The tables that interfaces name, with what these say of them. */
    public DeclaredTables declaredTables() {
        return declaredTables;
    }

    /** The tables, one for each raw item type. */
    public synchronized Collection<Table<?>> tables() {
        return List.copyOf(tables.values());
    }

    private record TableId(String name, Class<?> rawType) {}

    /**
     * A table with a raw item type.
     *
     * @param tableType the user's interface
     */
    synchronized Table<?> table(String name, Class<?> rawType, Class<?> tableType) {
        RawSchema<?> schema = schemas.get(rawType);
        if (schema == null) {
            schema = RawSchema.of(rawType);
            schemas.put(rawType, schema);
        }
        return table(name, schema, tableType);
    }

    /**
     * A table whose interface declares its keys.
     *
     * @param tableType the user's interface
     */
    synchronized Table<?> table(String name, DeclaredKeys keys, Class<?> tableType) {
        RawSchema<?> schema = schemas.get(keys.owner());
        if (schema == null) {
            schema = RawSchema.of(keys);
            schemas.put(keys.owner(), schema);
        }
        return table(name, schema, tableType);
    }

    private <RI> Table<?> table(String name, RawSchema<RI> schema, Class<?> tableType) {
        WriteToken annotation = Inherited.annotation(tableType, WriteToken.class);
        WriteTokens tokens = annotation == null ? null : WriteTokens.of(annotation, tableType, schema, slots());
        DeclaredTimeToLive timeToLive = DeclaredTimeToLive.declared(tableType);
        Expiry<AttributeValue> expiry = timeToLive == null ? null : timeToLive.expiry(settings.clock());
        TableId id = new TableId(name, schema.table().rawType());
        Table<?> table = tables.get(id);
        if (table == null) {
            TableContext<RI> context = new TableContext<>(
                    name,
                    schema,
                    extensions.of(schema.schema()),
                    tokens,
                    settings,
                    expiry,
                    new UniqueTable<>(schema.table()));
            table = new Table<>(context, registry, rawTypes.of(name));
            tables.put(id, table);
        }
        WriteTokens others = table.tokens();
        if (!Objects.equals(others, tokens)) {
            boolean sameName =
                    tokens != null && others != null && tokens.attribute().equals(others.attribute());
            throw ModelError.of(
                    tableType,
                    "has " + (tokens == null ? "no @WriteToken" : "the @WriteToken " + tokens.describe(sameName))
                            + ", but another interface of table " + name + " has "
                            + (others == null ? "none" : others.describe(sameName)),
                    "Put the same on both: all writers of a table must use it");
        }
        if (!Objects.equals(table.expiry(), expiry)) {
            throw DeclaredTimeToLive.ofOtherSetting(tableType, expiry != null, name);
        }
        return table;
    }

    private WriterSlots slots() {
        WriterSlots known = slots;
        if (known == null) {
            known = new WriterSlots();
            slots = known;
        }
        return known;
    }

    /**
     * The items of a type with a migration of them.
     *
     * @param tableName null where only one table has the type
     * @throws IllegalArgumentException if no table has the type, or more than one, or if the migration does not fit it
     */
    public synchronized ItemMigration<?> migration(Migration<?> migration, @Nullable String tableName) {
        ItemOperations<Object, Object> items = registry.ofType(migration.type(), tableName);
        Table<?> table = tables.values().stream()
                .filter(known -> known.name().equals(items.tableName()) && known.has(migration.type()))
                .findFirst()
                .orElseThrow();
        return new ItemMigration<>(items, table.upgrade(migration));
    }

    /**
     * Checks that each migration on read is for an item type of the tables that interfaces declare.
     *
     * @throws IllegalArgumentException if one is for none of them
     */
    public synchronized void requireMigrationsUsed() {
        for (Class<?> type : settings.migrations().keySet()) {
            boolean isUsed = tables.values().stream()
                    .anyMatch(table -> table.itemTypes().stream().anyMatch(known -> known.type() == type));
            if (!isUsed && !tables.isEmpty()) {
                throw new IllegalArgumentException("The database has migrateOnRead(...) for " + ModelError.name(type)
                        + ", which is the item type of no view of its tables. Name an item type of a view.");
            }
        }
    }

    String tableName(Method method, Class<?> dbType, Class<?> tableType) {
        String declared = DeclaredTypes.tableName(method, dbType);
        TableNameResolver resolver = settings.tableNameResolver();
        if (resolver != null) {
            String resolved = resolver.resolveTableName(tableType, declared);
            if (resolved == null || resolved.isEmpty()) {
                throw ModelError.of(
                        dbType,
                        method.getName() + "()",
                        "got no name from the TableNameResolver",
                        "Let it return a name for " + ModelError.name(tableType));
            }
            return resolved;
        }
        if (declared == null) {
            throw ModelError.of(
                    dbType,
                    method.getName() + "()",
                    "does not say which DynamoDB table it is",
                    "Put @TableName(\"...\") on it, or create the database with a TableNameResolver");
        }
        return declared;
    }

    public String describe() {
        return tables.keySet().stream().map(TableId::name).sorted().toList().toString();
    }
}
