package dev.tempest.sdk1.internal.table;

import dev.tempest.Codec;
import dev.tempest.Scoped;
import dev.tempest.internal.ModelError;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalTable;
import dev.tempest.sdk1.SecondaryIndex;
import dev.tempest.sdk1.internal.mapping.ItemMapper;
import dev.tempest.sdk1.internal.schema.RawSchema;
import dev.tempest.sdk1.internal.write.Items;

/** What every table does, whatever its interface declares. */
final class TableView<RI> extends Items<RI, RI> implements LogicalTable<RI> {
    private final Table<RI> table;
    private final Class<?> tableType;

    TableView(Table<RI> table, Class<?> tableType) {
        super(ItemMapper.of(table.context()), raw -> {
            RawSchema<RI> schema = table.context().schema();
            return schema.table().requireKey(schema.encode(raw));
        });
        this.table = table;
        this.tableType = tableType;
    }

    @Override
    public <K, I> InlineView<K, I> inlineView(Class<K> keyType, Class<I> itemType) {
        return table.view(keyType, itemType);
    }

    @Override
    public <K, I> SecondaryIndex<K, I> secondaryIndex(Class<K> offsetType, Class<I> itemType) {
        return table.index(offsetType, itemType);
    }

    @Override
    public <T> Codec<T, RI> codec(Class<T> type) {
        return table.codec(type);
    }

    @Override
    public <T> Scoped<T> scoped(T keyOrItem) {
        return new Scoped<>(table.context().name(), keyOrItem);
    }

    @Override
    public String toString() {
        return ModelError.name(tableType) + " of table " + table.context().name();
    }
}
