package dev.tempest.sdk2.internal.check;

import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.model.ProjectedType;
import dev.tempest.internal.schema.KeySchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * A secondary index as DynamoDB describes it.
 *
 * @param status null for a local one, which has none
 */
record LiveIndex(
        String name,
        boolean local,
        List<KeyPart> key,
        @Nullable Projection projection,
        @Nullable IndexStatus status) {

    /** All indexes of a table, by name. */
    static Map<String, LiveIndex> of(TableDescription table) {
        List<AttributeDefinition> definitions = table.attributeDefinitions();
        Map<String, LiveIndex> indexes = new TreeMap<>();
        for (LocalSecondaryIndexDescription index : table.localSecondaryIndexes()) {
            indexes.put(
                    index.indexName(),
                    new LiveIndex(
                            index.indexName(),
                            true,
                            KeyPart.of(index.keySchema(), definitions),
                            index.projection(),
                            null));
        }
        for (GlobalSecondaryIndexDescription index : table.globalSecondaryIndexes()) {
            indexes.put(
                    index.indexName(),
                    new LiveIndex(
                            index.indexName(),
                            false,
                            KeyPart.of(index.keySchema(), definitions),
                            index.projection(),
                            index.indexStatus()));
        }
        return indexes;
    }

    /** What it holds beside keys, as messages show it; null if it holds everything. */
    @Nullable String partialProjection() {
        if (projection == null || projection.projectionType() == ProjectionType.ALL) {
            return null;
        }
        return projection.hasNonKeyAttributes()
                ? "the keys and " + String.join(", ", projection.nonKeyAttributes())
                : "the keys";
    }

    /** The attributes beside keys that the model says it holds and it does not, by name. */
    Set<String> lacking(List<String> projected) {
        Set<String> lacking = new TreeSet<>(projected);
        if (partialProjection() == null) {
            lacking.clear();
        } else if (projection != null) {
            lacking.removeAll(projection.nonKeyAttributes());
        }
        return lacking;
    }

    /** Whether it holds attributes beside keys that the model does not say it holds. */
    boolean holdsMoreThan(List<String> projected) {
        return partialProjection() == null
                || (projection != null && !projected.containsAll(projection.nonKeyAttributes()));
    }

    /** The attributes of an item type that rows read through this index lack, by name. */
    Set<String> lacking(ItemType<?, AttributeValue> itemType) {
        Set<String> lacking = new TreeSet<>();
        for (String attribute : itemType.table().attributes().keySet()) {
            if (itemType.stores(attribute)) {
                lacking.add(attribute);
            }
        }
        lacking.removeIf(attribute -> isHeld(attribute, itemType.table().key()));
        return lacking;
    }

    /** The attributes of a type with some of an item type's properties that rows of this index lack, by name. */
    Set<String> lacking(ProjectedType<?, AttributeValue> type, KeySchema tableKey) {
        Set<String> lacking = new TreeSet<>(type.attributes());
        lacking.removeIf(attribute -> isHeld(attribute, tableKey));
        return lacking;
    }

    private boolean isHeld(String attribute, KeySchema tableKey) {
        return tableKey.contains(attribute)
                || key.stream().anyMatch(part -> part.attribute().equals(attribute))
                || (projection != null && projection.nonKeyAttributes().contains(attribute));
    }
}
