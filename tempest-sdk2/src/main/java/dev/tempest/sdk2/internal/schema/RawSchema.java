package dev.tempest.sdk2.internal.schema;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.expression.ItemProperties;
import dev.tempest.internal.model.DeclaredKeys;
import dev.tempest.internal.model.ItemTables;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.internal.schema.RawAttribute;
import dev.tempest.internal.schema.RawRows;
import dev.tempest.internal.schema.RawTable;
import dev.tempest.sdk2.internal.schema.value.ConverterCodec;
import dev.tempest.sdk2.internal.schema.value.Documents;
import dev.tempest.sdk2.internal.schema.value.PropertyTypes;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.IndexMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticTableMetadata;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A raw item type as the SDK's own schema describes it, or what a table's interface declares in its place.
 *
 * @param localIndexes the names of the local secondary indexes
 * @param items the attributes of each item type; null where the raw item type has those of all
 * @param <RI> the raw item type
 */
public record RawSchema<RI>(
        TableSchema<RI> schema,
        RawTable<AttributeValue> table,
        Set<String> localIndexes,
        @Nullable ItemSchemas items) implements RawRows<RI, AttributeValue> {

    /** What a table's interface declares: its raw items are maps. */
    public static RawSchema<Map<String, AttributeValue>> of(DeclaredKeys keys) {
        RawTable<AttributeValue> table =
                new RawTable<>(keys.owner(), Map.class, Map.of(), keys.key(), keys.indexes(), SdkValues.INSTANCE);
        StaticTableMetadata.Builder metadata = StaticTableMetadata.builder();
        KeyMetadata.add(keys, Map.of(), metadata);
        KeySchema key = keys.key();
        return new RawSchema<>(
                new MapSchema(keys.owner(), key.attributes(), metadata.build()),
                table,
                keys.localIndexes(),
                new ItemSchemas(keys, table));
    }

    public static <RI> RawSchema<RI> of(Class<RI> rawType) {
        BeanSchema<RI> bean = BeanReading.of(rawType);
        if (bean != null) {
            return of(rawType, bean, bean.types(), bean.converters());
        }
        TableSchema<RI> schema;
        try {
            schema = ReloadedSchemas.isReloaded(rawType)
                    ? ReloadedSchemas.read(rawType)
                    : TableSchema.fromClass(rawType);
        } catch (IllegalArgumentException | IllegalStateException e) {
            IllegalArgumentException error = ModelError.of(
                    rawType,
                    "is not a raw item type that the SDK accepts (" + e.getMessage() + ")",
                    "Fix it as the SDK asks; it needs @DynamoDbBean or @DynamoDbImmutable");
            error.initCause(e);
            throw error;
        }
        Map<String, AttributeConverter<?>> converters = new HashMap<>();
        for (String name : schema.attributeNames()) {
            converters.put(name, schema.converterForAttribute(name));
        }
        return of(rawType, schema, PropertyTypes.of(rawType), converters);
    }

    private static <RI> RawSchema<RI> of(
            Class<RI> rawType,
            TableSchema<RI> schema,
            Map<String, Type> types,
            Map<String, AttributeConverter<?>> converters) {
        Map<String, RawAttribute<AttributeValue>> attributes = new HashMap<>();
        for (Map.Entry<String, AttributeConverter<?>> attribute : converters.entrySet()) {
            String name = attribute.getKey();
            attributes.put(name, new RawAttribute<>(name, types.get(name), ConverterCodec.of(attribute.getValue())));
        }
        TableMetadata metadata = schema.tableMetadata();
        KeySchema primary = key(rawType, metadata, TableMetadata.primaryIndexName());
        Map<String, KeySchema> indexes = new LinkedHashMap<>();
        Set<String> local = new HashSet<>();
        for (IndexMetadata index : metadata.indices()) {
            if (!index.name().equals(TableMetadata.primaryIndexName())) {
                indexes.put(index.name(), key(rawType, metadata, index.name()));
                if (IndexKeys.isLocal(index)) {
                    local.add(index.name());
                }
            }
        }
        return new RawSchema<>(
                schema,
                new RawTable<>(rawType, attributes, primary, indexes, SdkValues.INSTANCE),
                Set.copyOf(local),
                null);
    }

    /** The attributes that each item type of a table finds. */
    public ItemTables<AttributeValue> itemTables() {
        return items == null ? (itemType, attributes, composed) -> table : items;
    }

    /** The attributes of an item type that {@link #itemTables()} was asked for, and maybe more, as extensions ask about them. */
    public AttributeSchema attributesOf(Class<?> itemType) {
        return items == null ? AttributeSchema.of(schema) : items.attributesOf(itemType);
    }

    /** The properties of raw items by the names that conditions and changes give them; each call finds them out again. */
    public ItemProperties<AttributeValue> properties() {
        return ItemProperties.of(Documents.of(table.rawType(), table.attributes()::get), table);
    }

    @Override
    public Map<String, AttributeValue> encode(RI rawItem) {
        table.requireRaw(rawItem);
        return schema.itemToMap(rawItem, true);
    }

    /**
     * The row of a raw item, which DynamoDB can store.
     *
     * @throws IllegalArgumentException if it cannot
     */
    public Map<String, AttributeValue> encodeToStore(RI rawItem) {
        Map<String, AttributeValue> row;
        try {
            row = encode(rawItem);
        } catch (RuntimeException e) {
            table.requireRaw(rawItem);
            if (items != null) {
                // Nothing converts a map: it holds what is no attribute value.
                throw e;
            }
            throw table.unstorable(schema.attributeNames(), name -> schema.attributeValue(rawItem, name), e);
        }
        table.requireStorable(row);
        return row;
    }

    @Override
    public RI decode(Map<String, AttributeValue> row) {
        return schema.mapToItem(row);
    }

    private static KeySchema key(Class<?> rawType, TableMetadata metadata, String index) {
        String where = index.equals(TableMetadata.primaryIndexName()) ? "the table" : "index " + index;
        try {
            return IndexKeys.of(metadata, index);
        } catch (IllegalArgumentException e) {
            IllegalArgumentException error = ModelError.of(
                    rawType,
                    "has no partition key for " + where,
                    "Put @DynamoDbPartitionKey on the getter that holds it");
            error.initCause(e);
            throw error;
        }
    }
}
