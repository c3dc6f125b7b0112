package dev.tempest.sdk1.internal.mapping;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.UnreadableItemException;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.ComputedAttributes;
import dev.tempest.internal.expression.ItemProperties;
import dev.tempest.internal.locking.CounterRule;
import dev.tempest.internal.locking.TimeRule;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.schema.RawTable;
import dev.tempest.internal.write.Timestamps;
import dev.tempest.sdk1.internal.schema.RawSchema;
import dev.tempest.sdk1.internal.schema.SdkValues;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Items of one type to rows and back: an item type by its codec, the raw item type by the mapper's table model.
 *
 * @param <I> the item type
 */
public abstract class ItemMapper<I> {
    private final TableContext<?> table;
    private final Class<I> type;
    private final RawTable<AttributeValue> rawTable;
    private final Generation<I> generation;
    private final List<String> attributes;
    // Found out when first needed. Racing threads find the same.
    private volatile @Nullable ItemProperties<AttributeValue> properties;
    private volatile @Nullable ComputedAttributes<?, AttributeValue> computed;

    private ItemMapper(
            TableContext<?> table,
            Class<I> type,
            RawTable<AttributeValue> rawTable,
            Generation<I> generation,
            List<String> attributes) {
        this.table = table;
        this.type = type;
        this.rawTable = rawTable;
        this.generation = generation;
        this.attributes = attributes;
    }

    public static <I> ItemMapper<I> of(ItemType<I, AttributeValue> itemType, TableContext<?> table) {
        RawSchema<?> raw = table.schema();
        Generation<I> generation =
                new Generation<>(itemType.type(), raw, itemType::stores, itemType::prefix, itemType.version());
        OwnTimes.check(itemType, raw);
        boolean makesKeys = generation.makesKeys();
        List<String> attributes = itemType.table().attributes().keySet().stream()
                .filter(itemType::stores)
                .toList();
        return new ItemMapper<>(table, itemType.type(), itemType.table(), generation, attributes) {
            @Override
            public Map<String, AttributeValue> encode(I item) {
                // A key that is to be generated may still be missing.
                return makesKeys && itemType.type().isInstance(item)
                        ? itemType.codec().encode(item)
                        : itemType.encode(item);
            }

            @Override
            ItemProperties<AttributeValue> findProperties() {
                return itemType.properties();
            }

            @Override
            ComputedAttributes<?, AttributeValue> findComputed() {
                return itemType.computed();
            }

            @Override
            List<TimeRule<AttributeValue>> timeRules() {
                return itemType.times();
            }

            @Override
            public Set<Class<?>> classes() {
                return itemType.classes();
            }

            @Override
            public CounterRule<AttributeValue> counter(String property) {
                return itemType.counter(property);
            }

            @Override
            public void requireReadable(Set<String> properties, String what) {
                itemType.requireReadable(properties, what);
            }

            @Override
            public I decode(Map<String, AttributeValue> row) {
                return itemType.codec().decode(row, table.name());
            }
        };
    }

    public static <RI> ItemMapper<RI> of(TableContext<RI> table) {
        RawSchema<RI> raw = table.schema();
        @SuppressWarnings("unchecked")
        Class<RI> rawType = (Class<RI>) raw.table().rawItemClass();
        return new ItemMapper<>(
                table,
                rawType,
                raw.table(),
                new Generation<>(rawType, raw, attribute -> true, attribute -> null, null),
                List.copyOf(raw.table().attributes().keySet())) {
            @Override
            public Map<String, AttributeValue> encode(RI item) {
                Map<String, AttributeValue> row = raw.encodeToStore(item);
                if (raw.items() != null) {
                    // Nothing is generated in a map.
                    raw.table().requireKey(row);
                }
                return row;
            }

            @Override
            ItemProperties<AttributeValue> findProperties() {
                return raw.properties();
            }

            @Override
            ComputedAttributes<?, AttributeValue> findComputed() {
                return ComputedAttributes.none();
            }

            @Override
            public CounterRule<AttributeValue> counter(String property) {
                return CounterRule.of(property, raw.table());
            }

            @Override
            public void requireReadable(Set<String> properties, String what) {
                // All attributes of a raw item may be missing.
            }

            @Override
            public RI decode(Map<String, AttributeValue> row) {
                try {
                    return raw.decode(row);
                } catch (RuntimeException e) {
                    throw raw.table().unreadable(table.name(), row, "the mapper", e);
                }
            }
        };
    }

    public TableContext<?> table() {
        return table;
    }

    public Class<I> type() {
        return type;
    }

    /** The classes of the items: the type, or the subtypes of a sealed one. */
    public Set<Class<?>> classes() {
        return Set.of(type);
    }

    /** The table with the attributes that the type may have. */
    public RawTable<AttributeValue> rawTable() {
        return rawTable;
    }

    public String typeName() {
        return ModelError.name(type);
    }

    /** The type's properties by the names that conditions and changes give them. */
    public final ItemProperties<AttributeValue> properties() {
        ItemProperties<AttributeValue> known = properties;
        if (known == null) {
            known = findProperties();
            properties = known;
        }
        return known;
    }

    abstract ItemProperties<AttributeValue> findProperties();

    /** What the items compute themselves. Of a raw item, whose getters the mapper calls, nothing is known. */
    public final ComputedAttributes<?, AttributeValue> computed() {
        ComputedAttributes<?, AttributeValue> known = computed;
        if (known == null) {
            known = findComputed();
            computed = known;
        }
        return known;
    }

    abstract ComputedAttributes<?, AttributeValue> findComputed();

    /**
     * A property that is to be incremented.
     *
     * @throws IllegalArgumentException if there is none, or if it is no number
     */
    public abstract CounterRule<AttributeValue> counter(String property);

    /**
     * Checks that an item which has its key, its version and these properties can be read.
     *
     * @param what makes the item, as the message begins
     * @throws IllegalArgumentException if it cannot
     */
    public abstract void requireReadable(Set<String> properties, String what);

    /** The attributes that items of the type may have. */
    public List<String> attributes() {
        return attributes;
    }

    /** The times that writes set. */
    public final Timestamps<AttributeValue> times() {
        return new Timestamps<>(typeName(), timeRules(), table.requests().clock(), this::computed, SdkValues.INSTANCE);
    }

    List<TimeRule<AttributeValue>> timeRules() {
        return List.of();
    }

    /** Why a caller must not change an attribute; null for one that may be changed. */
    public final @Nullable String reservation(@Nullable String attribute) {
        String reason = generation.reservation(attribute);
        return reason == null ? times().reservation(attribute) : reason;
    }

    /** What is generated when an item of the type is written. */
    public Generation<I> generation() {
        return generation;
    }

    /** The row of an item, in a map of the caller's own; its key complete but for what is generated. */
    public abstract Map<String, AttributeValue> encode(I item);

    /** The item in a row as it was encoded. */
    public abstract I decode(Map<String, AttributeValue> row);

    /** The item in a row as DynamoDB returned it. */
    public final I read(Map<String, AttributeValue> row) {
        return decode(table.untransformed(row));
    }

    /** The item in a row, or null if the row is not of this type. */
    public final @Nullable I readOrNull(Map<String, AttributeValue> row) {
        try {
            return read(row);
        } catch (UnreadableItemException e) {
            return null;
        }
    }

    /** An item as messages name it. */
    public final String describe(Map<String, AttributeValue> row) {
        return typeName() + " " + table.schema().table().describeKey(row) + " in table " + table.name();
    }
}
