package dev.tempest.sdk2.internal.items;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.items.ItemReading;
import dev.tempest.internal.items.KnownTypes;
import dev.tempest.internal.items.Models;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.schema.RawTable;
import dev.tempest.internal.unique.UniqueTable;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.internal.mapping.DbSettings;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.Upgrade;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import dev.tempest.sdk2.internal.table.DeclaredTable;
import dev.tempest.sdk2.internal.table.ModelReading;
import dev.tempest.sdk2.internal.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item types of a table, read from its interface without a client. */
public final class TableItems {
    private TableItems() {}

    /**
     * Reads the items of the table of an interface.
     *
     * @param owner the interface of a table, or of a database with one table
     * @param settings have the migrations of older models
     * @param named the item types to read; empty for all
     * @throws IllegalArgumentException if the model is wrong
     */
    public static ItemReading<AttributeValue> of(Class<?> owner, DbSettings settings, Class<?>... named) {
        boolean isDatabase = LogicalDb.class.isAssignableFrom(owner) || AsyncLogicalDb.class.isAssignableFrom(owner);
        DeclaredTable declared = isDatabase ? tableOf(owner, settings) : ModelReading.ofTable(owner, settings);
        return of(owner, declared, settings, named);
    }

    private static DeclaredTable tableOf(Class<?> dbType, DbSettings settings) {
        // Where a program's resolver names the tables, messages have the names of their interfaces.
        List<DeclaredTable> tables = ModelReading.ofDatabase(
                        dbType,
                        settings.withTableNameResolver(
                                (tableType, declared) -> declared == null ? tableType.getSimpleName() : declared))
                .declared();
        if (tables.size() != 1) {
            throw ModelError.of(
                    dbType,
                    "has " + tables.size() + " tables"
                            + (tables.isEmpty()
                                    ? ""
                                    : tables.stream()
                                            .map(DeclaredTable::name)
                                            .collect(Collectors.joining(", ", " (", ")"))),
                    "Make a reader of one table: name the table's interface");
        }
        return tables.get(0);
    }

    private static ItemReading<AttributeValue> of(
            Class<?> owner, DeclaredTable declared, DbSettings settings, Class<?>... named) {
        Map<Class<?>, ItemMapper<?>> migrated = new HashMap<>();
        List<ItemType<?, AttributeValue>> types = new ArrayList<>();
        List<KeyType<?, AttributeValue>> keys = new ArrayList<>();
        @Nullable RawTable<AttributeValue> raw = null;
        for (Table<?> table : declared.tables()) {
            raw = raw == null ? table.schema().table() : raw;
            for (ItemType<?, AttributeValue> type : table.itemTypes()) {
                if (types.stream().noneMatch(known -> known.type() == type.type())) {
                    types.add(type);
                    if (settings.migrations().containsKey(type.type())) {
                        migrated.put(type.type(), ItemMapper.of(type, table.context()));
                    }
                }
                keys.addAll(table.keyTypes(type.type()));
            }
        }
        if (raw == null || types.isEmpty()) {
            throw ModelError.of(
                    owner, "has no view, so it says nothing about its items", "Declare a view of each item type");
        }
        List<UniqueTable<AttributeValue>> unique = declared.tables().stream()
                .map(table -> table.context().unique())
                .filter(values -> !values.isEmpty())
                .toList();
        Predicate<Map<String, AttributeValue>> companion =
                row -> unique.stream().anyMatch(values -> values.isCompanion(row));
        settings.migrations().keySet().forEach(type -> {
            if (!migrated.containsKey(type)) {
                throw new IllegalArgumentException(ModelError.name(owner) + " has no view of " + ModelError.name(type)
                        + ", for which migrateOnRead(...) was called. Name an item type of a view.");
            }
        });
        return new ItemReading<>(
                declared.name(),
                raw,
                SdkValues.INSTANCE,
                KnownTypes.of(owner, types, keys, named),
                companion,
                migrated.isEmpty() ? Models.none() : new MigratedModels(migrated));
    }

    private record MigratedModels(Map<Class<?>, ItemMapper<?>> mappers) implements Models<AttributeValue> {
        @Override
        public Map<String, AttributeValue> current(Class<?> itemType, Map<String, AttributeValue> row) {
            ItemMapper<?> mapper = mappers.get(itemType);
            return mapper == null ? row : mapper.shown(row);
        }

        @Override
        public void mark(Class<?> itemType, Map<String, AttributeValue> row) {
            ItemMapper<?> mapper = mappers.get(itemType);
            Upgrade upgrade = mapper == null ? null : mapper.upgrade();
            if (upgrade != null) {
                row.put(upgrade.attribute(), upgrade.targetValue());
            }
        }
    }
}
