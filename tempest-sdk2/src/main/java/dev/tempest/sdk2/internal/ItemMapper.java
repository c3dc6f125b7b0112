package dev.tempest.sdk2.internal;

import dev.tempest.UnreadableItemException;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.Shown;
import dev.tempest.internal.codec.ComputedAttributes;
import dev.tempest.internal.locking.CounterRule;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.internal.model.ItemType;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Items of one type to rows and back: an item type by its codec, the raw item type by the SDK's schema.
 *
 * @param <I> the item type
 */
abstract class ItemMapper<I> {
    private final Class<I> type;
    private final TableSchema<I> schema;

    private final @Nullable VersionRule<AttributeValue> version;

    private ItemMapper(Class<I> type, TableSchema<I> schema, @Nullable VersionRule<AttributeValue> version) {
        this.type = type;
        this.schema = schema;
        this.version = version;
    }

    static <I> ItemMapper<I> of(ItemType<I, AttributeValue> itemType, RawSchema<?> raw) {
        return new ItemMapper<>(itemType.type(), new LogicalSchema<>(itemType, raw.schema()), itemType.version()) {
            @Override
            Map<String, AttributeValue> encode(I item) {
                return itemType.encode(item);
            }

            @Override
            I decode(Map<String, AttributeValue> row) {
                return itemType.codec().decode(row);
            }

            @Override
            CounterRule<AttributeValue> counter(String property) {
                return itemType.counter(property);
            }

            @Override
            void requireReadable(Set<String> properties) {
                itemType.requireReadable(properties);
            }

            @Override
            boolean storesAsItIs(String attribute) {
                return itemType.storesAsItIs(attribute);
            }

            @Override
            ComputedAttributes<?, AttributeValue> computed() {
                return itemType.computed();
            }
        };
    }

    static <RI> ItemMapper<RI> of(RawSchema<RI> raw) {
        @SuppressWarnings("unchecked")
        Class<RI> rawType = (Class<RI>) raw.table().rawType();
        return new ItemMapper<>(rawType, raw.schema(), null) {
            @Override
            Map<String, AttributeValue> encode(RI item) {
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
                    throw new UnreadableItemException(
                            rawType,
                            "The row " + raw.table().describeKey(row) + " cannot be read as " + ModelError.name(rawType)
                                    + ": its schema threw " + Shown.thrown(e) + ".",
                            Shown.withoutMessage(e));
                }
            }

            @Override
            CounterRule<AttributeValue> counter(String property) {
                return CounterRule.of(property, raw.table());
            }

            @Override
            void requireReadable(Set<String> properties) {
                // All attributes of a raw item may be missing.
            }

            @Override
            boolean storesAsItIs(String attribute) {
                return stores(attribute);
            }

            @Override
            ComputedAttributes<?, AttributeValue> computed() {
                return ComputedAttributes.none();
            }
        };
    }

    Class<I> type() {
        return type;
    }

    String typeName() {
        return ModelError.name(type);
    }

    /** How the type's own versions move on; null if it has none. */
    @Nullable VersionRule<AttributeValue> version() {
        return version;
    }

    /** Whether items of the type have the attribute. */
    boolean stores(String attribute) {
        return schema.attributeNames().contains(attribute);
    }

    /** Whether a property of the type holds just what the attribute holds, and nothing else does. */
    abstract boolean storesAsItIs(String attribute);

    /** The item type as extensions see it. */
    TableSchema<I> schema() {
        return schema;
    }

    /**
     * The row of an item, its key complete, in a map of the caller's own.
     *
     * @throws IllegalArgumentException if a key attribute is null
     */
    abstract Map<String, AttributeValue> encode(I item);

    abstract I decode(Map<String, AttributeValue> row);

    /**
     * A property that is to be incremented.
     *
     * @throws IllegalArgumentException if there is none, or if it is no number
     */
    abstract CounterRule<AttributeValue> counter(String property);

    /** What the items compute themselves. Of a raw item, whose getters the SDK calls, nothing is known. */
    abstract ComputedAttributes<?, AttributeValue> computed();

    /**
     * Checks that an item which has its key, its version and these properties can be read.
     *
     * @throws IllegalArgumentException if it cannot
     */
    abstract void requireReadable(Set<String> properties);
}
