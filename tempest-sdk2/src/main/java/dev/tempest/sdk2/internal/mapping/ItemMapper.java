package dev.tempest.sdk2.internal.mapping;

import dev.tempest.UnreadableItemException;
import dev.tempest.internal.codec.ComputedAttributes;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.ItemProperties;
import dev.tempest.internal.locking.CounterRule;
import dev.tempest.internal.locking.TimeRule;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.internal.schema.RawTable;
import dev.tempest.internal.unique.UniqueRules;
import dev.tempest.sdk2.internal.schema.RawSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Items of one type to rows of one table and back: an item type by its codec, the raw item type by the SDK's schema. Rows that
 * DynamoDB returns go through the client's extensions first.
 *
 * @param <I> the item type
 */
public abstract class ItemMapper<I> extends ItemReader<I> {
    private final TableSchema<I> schema;
    private final @Nullable VersionRule<AttributeValue> version;
    // Found out when first needed. Racing threads find the same.
    private volatile @Nullable ItemProperties<AttributeValue> properties;

    private ItemMapper(
            TableContext<?> table,
            Class<I> type,
            TableSchema<I> schema,
            @Nullable VersionRule<AttributeValue> version,
            @Nullable Upgrade upgrade) {
        super(table, type, new Extensions(table.extension(), schema, schema.tableMetadata(), table.name()), upgrade);
        this.schema = schema;
        this.version = version;
    }

    public static <I> ItemMapper<I> of(ItemType<I, AttributeValue> itemType, TableContext<?> table) {
        LogicalSchema<I> schema = new LogicalSchema<>(itemType, table.schema().attributesOf(itemType.type()));
        VersionRule<AttributeValue> version = itemType.version();
        Upgrade upgrade = Upgrade.onRead(itemType, table, marks(table, version, schema));
        return new ItemMapper<>(table, itemType.type(), schema, version, upgrade) {
            @Override
            public RawTable<AttributeValue> rawTable() {
                return itemType.table();
            }

            @Override
            public Map<String, AttributeValue> encode(I item) {
                Map<String, AttributeValue> row = itemType.encode(item);
                if (upgrade != null) {
                    row.put(upgrade.attribute(), upgrade.targetValue());
                }
                return row;
            }

            @Override
            I decode(Map<String, AttributeValue> row) {
                return itemType.codec().decode(row, table.name());
            }

            @Override
            ItemProperties<AttributeValue> findProperties() {
                return itemType.properties();
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
            public boolean storesAsItIs(String attribute) {
                return itemType.storesAsItIs(attribute);
            }

            @Override
            public ComputedAttributes<?, AttributeValue> computed() {
                return itemType.computed();
            }

            @Override
            public List<TimeRule<AttributeValue>> times() {
                return itemType.times();
            }

            @Override
            public UniqueRules<AttributeValue> unique() {
                return itemType.unique();
            }

            @Override
            public boolean isRaw() {
                return false;
            }

            @Override
            public boolean recognizes(Map<String, AttributeValue> row) {
                return itemType.codec().recognizes(row);
            }

            @Override
            public @Nullable Clause<AttributeValue> typeFilter() {
                KeySchema key = table.schema().table().key();
                return Clause.both(
                        Clause.both(itemType.hasPrefix(key.partitionKey()), itemType.hasPrefix(key.sortKey())),
                        table.withoutCompanions(itemType));
            }
        };
    }

    /** The attributes by which writes recognise what is stored. */
    private static List<String> marks(
            TableContext<?> table, @Nullable VersionRule<AttributeValue> version, TableSchema<?> schema) {
        WriteTokens tokens = table.tokens();
        String extensionsVersion = Extensions.versionAttribute(schema.tableMetadata());
        List<String> marks = new ArrayList<>();
        if (version != null) {
            marks.add(version.attribute());
        }
        if (extensionsVersion != null) {
            marks.add(extensionsVersion);
        }
        if (tokens != null) {
            marks.add(tokens.attribute());
        }
        return marks;
    }

    /** Maps the raw items of a table. */
    public static <RI> ItemMapper<RI> of(TableContext<RI> table) {
        RawSchema<RI> raw = table.schema();
        @SuppressWarnings("unchecked")
        Class<RI> rawType = (Class<RI>) raw.table().rawItemClass();
        return new ItemMapper<>(table, rawType, raw.schema(), null, null) {
            @Override
            public RawTable<AttributeValue> rawTable() {
                return raw.table();
            }

            @Override
            public Map<String, AttributeValue> encode(RI item) {
                // The SDK's own map cannot be changed.
                Map<String, AttributeValue> row = new HashMap<>(raw.encodeToStore(item));
                raw.table().requireKey(row);
                return row;
            }

            @Override
            RI decode(Map<String, AttributeValue> row) {
                try {
                    return raw.schema().mapToItem(row);
                } catch (RuntimeException e) {
                    throw raw.table().unreadable(table.name(), row, "its schema", e);
                }
            }

            @Override
            ItemProperties<AttributeValue> findProperties() {
                return raw.properties();
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
            public boolean storesAsItIs(String attribute) {
                return stores(attribute);
            }

            @Override
            public ComputedAttributes<?, AttributeValue> computed() {
                return ComputedAttributes.none();
            }

            @Override
            public UniqueRules<AttributeValue> unique() {
                return UniqueRules.none(raw.table());
            }

            @Override
            public boolean isRaw() {
                return true;
            }

            @Override
            public boolean recognizes(Map<String, AttributeValue> row) {
                return true;
            }
        };
    }

    /** The classes of the items: the type, or the subtypes of a sealed one. */
    public Set<Class<?>> classes() {
        return Set.of(type());
    }

    /** The table with the attributes that the type may have. */
    public abstract RawTable<AttributeValue> rawTable();

    /** How the type's own versions move on; null if it has none. */
    public @Nullable VersionRule<AttributeValue> version() {
        return version;
    }

    /** The properties that hold when an item was created or written. */
    public List<TimeRule<AttributeValue>> times() {
        return List.of();
    }

    /** What is unique of the items. Of a raw item, nothing is known to be. */
    public abstract UniqueRules<AttributeValue> unique();

    /** Whether a row's key carries the prefixes of the type. */
    public abstract boolean recognizes(Map<String, AttributeValue> row);

    /** Whether the items are the raw items of the table. */
    public abstract boolean isRaw();

    /** What tells the type's rows from others in its table; null if nothing does, or if there are no others. */
    public @Nullable Clause<AttributeValue> typeFilter() {
        return table().unique().without();
    }

    /** Whether items of the type have the attribute. */
    public boolean stores(String attribute) {
        return schema.attributeNames().contains(attribute);
    }

    /** Whether a property of the type holds just what the attribute holds, and nothing else does. */
    public abstract boolean storesAsItIs(String attribute);

    /** The item type as extensions see it. */
    public TableSchema<I> schema() {
        return schema;
    }

    /**
     * The row of an item, its key complete, in a map of the caller's own.
     *
     * @throws IllegalArgumentException if a key attribute is null
     */
    public abstract Map<String, AttributeValue> encode(I item);

    @Override
    public final ItemProperties<AttributeValue> properties() {
        ItemProperties<AttributeValue> known = properties;
        if (known == null) {
            known = findProperties();
            properties = known;
        }
        return known;
    }

    abstract ItemProperties<AttributeValue> findProperties();

    /** Whether a row is of an older model than that by which items are read. */
    public boolean isOlder(Map<String, AttributeValue> row) {
        Upgrade upgrade = upgrade();
        return upgrade != null && !upgrade.isCurrent(row);
    }

    /** A row as writes go on from it: the very row, unless it is of an older model. */
    public Map<String, AttributeValue> current(Map<String, AttributeValue> row) {
        return isOlder(row) ? shown(row) : row;
    }

    /** The item in a row, or null if the row is not of this type. */
    public @Nullable I readOrNull(Map<String, AttributeValue> row) {
        try {
            return read(row);
        } catch (UnreadableItemException e) {
            return null;
        }
    }

    /**
     * A property that is to be incremented.
     *
     * @throws IllegalArgumentException if there is none, or if it is no number
     */
    public abstract CounterRule<AttributeValue> counter(String property);

    /** What the items compute themselves. Of a raw item, whose getters the SDK calls, nothing is known. */
    public abstract ComputedAttributes<?, AttributeValue> computed();

    /**
     * Checks that an item which has its key, its version and these properties can be read.
     *
     * @param what makes the item, as the message begins
     * @throws IllegalArgumentException if it cannot
     */
    public abstract void requireReadable(Set<String> properties, String what);
}
