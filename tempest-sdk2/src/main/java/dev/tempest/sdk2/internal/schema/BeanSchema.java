package dev.tempest.sdk2.internal.schema;

import dev.tempest.sdk2.internal.schema.value.StandardConverter;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The SDK's schema of a bean, with that part made late which only raw items need: to make two functions for each attribute is
 * most of what the schema costs a new JVM, and who reads and writes by item types calls none of them.
 *
 * @param <RI> the raw item type
 */
final class BeanSchema<RI> implements TableSchema<RI> {
    private final Class<RI> rawType;
    private final List<String> attributeNames;
    private final Map<String, AttributeConverter<?>> converters;
    private final Map<String, Type> types;
    private final TableMetadata metadata;
    private final Supplier<TableSchema<RI>> maker;
    private volatile @Nullable TableSchema<RI> whole;

    /** @param maker makes the schema that reads and writes raw items */
    BeanSchema(
            Class<RI> rawType,
            Map<String, AttributeConverter<?>> converters,
            Map<String, Type> types,
            TableMetadata metadata,
            Supplier<TableSchema<RI>> maker) {
        this.rawType = rawType;
        this.attributeNames = List.copyOf(converters.keySet());
        this.converters = converters;
        this.types = types;
        this.metadata = metadata;
        this.maker = maker;
    }

    /** The declared types by attribute, which the SDK tells only without generics. */
    Map<String, Type> types() {
        return types;
    }

    /** As {@link #converterForAttribute}, but of the SDK's own only those that had to be made. */
    Map<String, AttributeConverter<?>> converters() {
        return converters;
    }

    private TableSchema<RI> whole() {
        TableSchema<RI> known = whole;
        if (known == null) {
            known = maker.get();
            whole = known;
        }
        return known;
    }

    @Override
    public List<String> attributeNames() {
        return attributeNames;
    }

    @Override
    public TableMetadata tableMetadata() {
        return metadata;
    }

    @Override
    @SuppressWarnings("unchecked") // The SDK's own signature says "of the item", and means "of the attribute".
    public @Nullable AttributeConverter<RI> converterForAttribute(Object key) {
        AttributeConverter<?> converter = converters.get(key);
        return converter == null ? null : (AttributeConverter<RI>) StandardConverter.resolved(converter);
    }

    @Override
    public EnhancedType<RI> itemType() {
        return EnhancedType.of(rawType);
    }

    @Override
    public boolean isAbstract() {
        return false;
    }

    @Override
    public RI mapToItem(Map<String, AttributeValue> attributeMap) {
        return whole().mapToItem(attributeMap);
    }

    @Override
    public RI mapToItem(Map<String, AttributeValue> attributeMap, boolean preserveEmptyObject) {
        return whole().mapToItem(attributeMap, preserveEmptyObject);
    }

    @Override
    public Map<String, AttributeValue> itemToMap(RI item, boolean ignoreNulls) {
        return whole().itemToMap(item, ignoreNulls);
    }

    @Override
    public Map<String, AttributeValue> itemToMap(RI item, Collection<String> attributes) {
        return whole().itemToMap(item, attributes);
    }

    @Override
    public AttributeValue attributeValue(RI item, String attributeName) {
        return whole().attributeValue(item, attributeName);
    }
}
