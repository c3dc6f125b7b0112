package dev.tempest.sdk2.internal.table;

import dev.tempest.internal.definition.TableShape;
import dev.tempest.internal.definition.TableShape.IndexShape;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.sdk2.internal.schema.ItemSchemas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the model says of a table, as it is to be created. */
public final class TableShapes {
    private TableShapes() {}

    /** The table that all of its interfaces need. */
    public static TableShape of(DeclaredTable declared) {
        TableShape shape = null;
        DeclaredTimeToLive timeToLive = declared.timeToLive();
        for (Table<?> table : declared.tables()) {
            TableShape own = of(table, timeToLive == null ? null : timeToLive.attribute());
            shape = shape == null ? own : shape.and(own);
        }
        if (shape == null) {
            throw new IllegalStateException(declared.name() + " has no interface.");
        }
        return shape;
    }

    private static TableShape of(Table<?> table, @Nullable String timeToLive) {
        Map<String, String> types = new LinkedHashMap<>();
        KeySchema key = table.schema().table().key();
        addTypes(key, table, types);
        List<IndexShape> indexes = new ArrayList<>();
        // Beans tell their indexes in no order.
        new TreeMap<>(table.schema().table().indexes()).forEach((name, index) -> {
            addTypes(index, table, types);
            boolean local = table.schema().localIndexes().contains(name);
            indexes.add(new IndexShape(name, local, index, projected(table, name)));
        });
        return new TableShape(key, types, indexes, timeToLive, null, null);
    }

    private static void addTypes(KeySchema key, Table<?> table, Map<String, String> types) {
        key.attributes().forEach(attribute -> types.put(attribute, table.keyType(attribute)));
    }

    /** What an index holds beside keys, as the table's interface says; null for all attributes. */
    public static @Nullable List<String> projected(Table<?> table, String index) {
        ItemSchemas items = table.schema().items();
        return items == null ? null : items.keys().projections().get(index);
    }
}
