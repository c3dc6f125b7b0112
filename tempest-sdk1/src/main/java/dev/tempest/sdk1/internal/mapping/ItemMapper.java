package dev.tempest.sdk1.internal.mapping;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.UnreadableItemException;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.Shown;
import dev.tempest.internal.model.ItemType;
import dev.tempest.sdk1.internal.schema.RawSchema;
import java.util.List;
import java.util.Map;

/**
 * Items of one type to rows and back: an item type by its codec, the raw item type by the mapper's table model.
 *
 * @param <I> the item type
 */
public abstract class ItemMapper<I> {
    private final Class<I> type;
    private final Generation<I> generation;
    private final List<String> attributes;

    private ItemMapper(Class<I> type, Generation<I> generation, List<String> attributes) {
        this.type = type;
        this.generation = generation;
        this.attributes = attributes;
    }

    public static <I> ItemMapper<I> of(ItemType<I, AttributeValue> itemType, RawSchema<?> raw) {
        Generation<I> generation =
                new Generation<>(itemType.type(), raw.model(), itemType::stores, itemType::prefix, itemType.version());
        boolean makesKeys = generation.makesKeys();
        List<String> attributes = raw.table().attributes().keySet().stream()
                .filter(itemType::stores)
                .toList();
        return new ItemMapper<>(itemType.type(), generation, attributes) {
            @Override
            public Map<String, AttributeValue> encode(I item) {
                // A key that is to be generated may still be missing.
                return makesKeys && itemType.type().isInstance(item)
                        ? itemType.codec().encode(item)
                        : itemType.encode(item);
            }

            @Override
            public I decode(Map<String, AttributeValue> row, String tableName) {
                return itemType.codec().decode(row, tableName);
            }
        };
    }

    public static <RI> ItemMapper<RI> of(RawSchema<RI> raw) {
        @SuppressWarnings("unchecked")
        Class<RI> rawType = (Class<RI>) raw.table().rawType();
        return new ItemMapper<>(
                rawType,
                new Generation<>(rawType, raw.model(), attribute -> true, attribute -> null, null),
                List.copyOf(raw.table().attributes().keySet())) {
            @Override
            public Map<String, AttributeValue> encode(RI item) {
                return raw.encodeToStore(item);
            }

            @Override
            public RI decode(Map<String, AttributeValue> row, String tableName) {
                try {
                    return raw.model().unconvert(row);
                } catch (RuntimeException e) {
                    throw new UnreadableItemException(
                            tableName,
                            raw.table().keyValues(row),
                            rawType,
                            "The item " + raw.table().describeKey(row) + " cannot be read as "
                                    + ModelError.name(rawType) + ": the mapper threw " + Shown.thrown(e) + ".",
                            Shown.withoutMessage(e));
                }
            }
        };
    }

    public Class<I> type() {
        return type;
    }

    public String typeName() {
        return ModelError.name(type);
    }

    /** The attributes that items of the type may have. */
    public List<String> attributes() {
        return attributes;
    }

    /** What is generated when an item of the type is written. */
    public Generation<I> generation() {
        return generation;
    }

    /** The row of an item, in a map of the caller's own; its key complete but for what is generated. */
    public abstract Map<String, AttributeValue> encode(I item);

    public abstract I decode(Map<String, AttributeValue> row, String tableName);
}
