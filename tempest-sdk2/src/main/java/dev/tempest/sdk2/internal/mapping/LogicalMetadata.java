package dev.tempest.sdk2.internal.mapping;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.IndexMetadata;
import software.amazon.awssdk.enhanced.dynamodb.KeyAttributeMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The raw item type's metadata without what extensions keep there about attributes that the item type does not store.
 *
 * <p>With it, an extension would add such an attribute, or guard it: a type without the raw type's version could be
 * written only once.
 */
public final class LogicalMetadata implements TableMetadata {
    private final TableMetadata raw;
    private final Map<String, Object> customMetadata = new HashMap<>();

    /**
     * The metadata without some attributes.
     *
     * @param others the attributes that are to be hidden
     */
    public LogicalMetadata(TableMetadata raw, Set<String> others) {
        this.raw = raw;
        for (Map.Entry<String, Object> custom : raw.customMetadata().entrySet()) {
            Object kept = keep(custom.getValue(), others);
            if (kept != null) {
                customMetadata.put(custom.getKey(), kept);
            }
        }
    }

    /** Extensions keep an attribute's name, a collection of names, or a map by name. */
    private static @Nullable Object keep(Object value, Set<String> others) {
        if (value instanceof String name) {
            return others.contains(name) ? null : name;
        }
        if (value instanceof Collection<?> names) {
            Collection<Object> kept = new LinkedHashSet<>(names);
            kept.removeAll(others);
            return kept.isEmpty() && !names.isEmpty() ? null : kept;
        }
        if (value instanceof Map<?, ?> byName) {
            Map<Object, Object> kept = new HashMap<>(byName);
            kept.keySet().removeAll(others);
            return kept.isEmpty() && !byName.isEmpty() ? null : kept;
        }
        return value;
    }

    @Override
    public <T> Optional<T> customMetadataObject(String key, Class<? extends T> objectClass) {
        Object value = customMetadata.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!objectClass.isInstance(value)) {
            throw new IllegalArgumentException("The custom metadata " + key + " is a "
                    + value.getClass().getName() + ", not a " + objectClass.getName() + ".");
        }
        return Optional.of(objectClass.cast(value));
    }

    @Override
    public Map<String, Object> customMetadata() {
        return customMetadata;
    }

    @Override
    public List<String> indexPartitionKeys(String indexName) {
        return raw.indexPartitionKeys(indexName);
    }

    @Override
    public String indexPartitionKey(String indexName) {
        return raw.indexPartitionKey(indexName);
    }

    @Override
    public List<String> indexSortKeys(String indexName) {
        return raw.indexSortKeys(indexName);
    }

    @Override
    public Optional<String> indexSortKey(String indexName) {
        return raw.indexSortKey(indexName);
    }

    @Override
    public Collection<String> indexKeys(String indexName) {
        return raw.indexKeys(indexName);
    }

    @Override
    @Deprecated
    public Collection<String> allKeys() {
        return raw.allKeys();
    }

    @Override
    public Collection<IndexMetadata> indices() {
        return raw.indices();
    }

    @Override
    public Collection<KeyAttributeMetadata> keyAttributes() {
        return raw.keyAttributes();
    }

    @Override
    public Optional<ScalarAttributeType> scalarAttributeType(String keyAttribute) {
        return raw.scalarAttributeType(keyAttribute);
    }
}
