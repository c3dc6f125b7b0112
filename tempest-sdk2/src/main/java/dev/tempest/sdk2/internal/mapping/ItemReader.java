package dev.tempest.sdk2.internal.mapping;

import dev.tempest.UnreadableItemException;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.expression.ItemProperties;
import dev.tempest.internal.model.ProjectedType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Rows of one table to items of one type, or to some properties of such items. Rows that DynamoDB returns go through the
 * client's extensions first.
 *
 * @param <I> the item type, or the type with some of its properties
 */
public abstract class ItemReader<I> {
    private final TableContext<?> table;
    private final Class<I> type;
    private final Extensions extensions;
    private final @Nullable Upgrade upgrade;

    /** @param upgrade null if items of older models are read as they are */
    ItemReader(TableContext<?> table, Class<I> type, Extensions extensions, @Nullable Upgrade upgrade) {
        this.table = table;
        this.type = type;
        this.extensions = extensions;
        this.upgrade = upgrade;
    }

    /** Reads some properties of the items that another reads whole. */
    public static <P> ItemReader<P> of(ProjectedType<P, AttributeValue> projected, ItemReader<?> whole) {
        TableContext<?> table = whole.table();
        return new ItemReader<>(table, projected.type(), whole.extensions(), whole.upgrade()) {
            @Override
            P decode(Map<String, AttributeValue> row) {
                return projected.codec().decode(row, table.name());
            }

            @Override
            public ItemProperties<AttributeValue> properties() {
                return whole.properties();
            }

            @Override
            public @Nullable List<String> projection() {
                // The steps of a migration see whole items.
                return whole.upgrade() == null ? projected.attributes() : null;
            }
        };
    }

    public TableContext<?> table() {
        return table;
    }

    public Class<I> type() {
        return type;
    }

    public String typeName() {
        return ModelError.name(type);
    }

    /** An item as messages name it. */
    public String describe(Map<String, AttributeValue> row) {
        return typeName() + " " + table.schema().table().describeKey(row) + " in table " + table.name();
    }

    abstract I decode(Map<String, AttributeValue> row);

    /** The item type's properties by the names that conditions and changes give them. */
    public abstract ItemProperties<AttributeValue> properties();

    /** The attributes that are read of each item; null for all. */
    public @Nullable List<String> projection() {
        return null;
    }

    /** The client's extensions, for items of the type. */
    public Extensions extensions() {
        return extensions;
    }

    /**
     * The item in a row as DynamoDB returned it.
     *
     * @throws UnreadableItemException if the row cannot be read as the type
     */
    public I read(Map<String, AttributeValue> row) {
        return readTransformed(shown(row));
    }

    /** The row as it is read: out of the extensions, and of the current model. */
    public Map<String, AttributeValue> shown(Map<String, AttributeValue> row) {
        Map<String, AttributeValue> transformed = extensions.afterRead(row);
        return upgrade == null ? transformed : upgrade.current(transformed);
    }

    /** How items of older models are read; null if they are read as they are. */
    public @Nullable Upgrade upgrade() {
        return upgrade;
    }

    /**
     * The item in a row that went through the extensions, and is of the current model.
     *
     * @throws UnreadableItemException if the row cannot be read as the type
     */
    public I readTransformed(Map<String, AttributeValue> row) {
        return decode(row);
    }
}
