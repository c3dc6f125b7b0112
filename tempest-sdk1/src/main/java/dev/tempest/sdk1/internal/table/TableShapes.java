package dev.tempest.sdk1.internal.table;

import dev.tempest.TimeToLive;
import dev.tempest.internal.definition.TableShape;
import dev.tempest.internal.definition.TableShape.IndexShape;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.sdk1.internal.schema.ItemSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the model says of a table, as it is to be created. */
public final class TableShapes {
    private TableShapes() {}

    /** The table that an interface needs. */
    public static TableShape of(Table<?> table, Class<?> tableType) {
        Map<String, String> types = new TreeMap<>();
        KeySchema key = table.schema().table().key();
        addTypes(key, table, types);
        List<IndexShape> indexes = new ArrayList<>();
        table.schema().table().indexes().forEach((name, index) -> {
            addTypes(index, table, types);
            boolean isLocal = table.schema().localIndexes().contains(name);
            indexes.add(new IndexShape(name, isLocal, index, projected(table, name)));
        });
        return new TableShape(key, types, indexes, timeToLive(tableType), null, null);
    }

    private static void addTypes(KeySchema key, Table<?> table, Map<String, String> types) {
        key.attributes().forEach(attribute -> types.put(attribute, table.keyType(attribute)));
    }

    private static @Nullable List<String> projected(Table<?> table, String index) {
        ItemSchemas items = table.schema().items();
        return items == null ? null : items.keys().projections().get(index);
    }

    private static @Nullable String timeToLive(Class<?> tableType) {
        TimeToLive own = tableType.getAnnotation(TimeToLive.class);
        return own != null
                ? own.value()
                : Stream.of(tableType.getInterfaces())
                        .map(TableShapes::timeToLive)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
