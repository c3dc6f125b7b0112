package dev.tempest.sdk2.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
final class LogicalMetadata implements TableMetadata {
    private final TableMetadata raw;
    private final Map<String, Object> customMetadata = new HashMap<>();

    LogicalMetadata(TableMetadata raw, Predicate<String> isAttribute, Predicate<String> isStored) {
        this.raw = raw;
        raw.customMetadata().forEach((key, value) -> {
            Object kept = keep(value, name -> !isAttribute.test(name) || isStored.test(name));
            if (kept != null) {
                customMetadata.put(key, kept);
            }
        });
    }

    /** Extensions keep an attribute's name, a collection of names, or a map by name. */
    private static @Nullable Object keep(Object value, Predicate<String> isKept) {
        if (value instanceof String name) {
            return isKept.test(name) ? name : null;
        }
        if (value instanceof Collection<?> names) {
            Collection<Object> kept = new LinkedHashSet<>(names);
            kept.removeIf(name -> name instanceof String text && !isKept.test(text));
            return kept.isEmpty() && !names.isEmpty() ? null : kept;
        }
        if (value instanceof Map<?, ?> byName) {
            Map<Object, Object> kept = new HashMap<>(byName);
            kept.keySet().removeIf(name -> name instanceof String text && !isKept.test(text));
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
