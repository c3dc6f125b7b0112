package dev.tempest.sdk1.internal;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBAutoGenerateStrategy;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperFieldModel;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperTableModel;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the mapper's annotations generate when an item is written: versions, keys, timestamps. Only for the attributes that
 * the item type has: a type that knows no version must be writable more than once.
 */
final class Generation {
    private final List<DynamoDBMapperFieldModel<?, Object>> versions = new ArrayList<>();
    private final List<DynamoDBMapperFieldModel<?, Object>> others = new ArrayList<>();

    /** @param stores whether the item type has an attribute */
    Generation(DynamoDBMapperTableModel<?> model, Predicate<String> stores) {
        for (DynamoDBMapperFieldModel<?, Object> field : model.fields()) {
            if (field.getGenerateStrategy() != null && stores.test(field.name())) {
                (field.versioned() ? versions : others).add(field);
            }
        }
    }

    boolean hasVersion() {
        return !versions.isEmpty();
    }

    /** Whether a part of the table's key may be generated. */
    boolean makesKeys() {
        return others.stream().anyMatch(field -> field.keyType() != null);
    }

    /** What the stored item must meet for the versions of a row to be right. */
    Map<String, ExpectedAttributeValue> expectedVersions(Map<String, AttributeValue> row) {
        Map<String, ExpectedAttributeValue> expected = new LinkedHashMap<>();
        for (DynamoDBMapperFieldModel<?, Object> field : versions) {
            AttributeValue current = row.get(field.name());
            expected.put(
                    field.name(),
                    current == null
                            ? new ExpectedAttributeValue().withExists(false)
                            : new ExpectedAttributeValue().withExists(true).withValue(current));
        }
        return expected;
    }

    /** Moves the versions of a row on. */
    boolean nextVersions(Map<String, AttributeValue> row) {
        versions.forEach(field -> generate(field, row));
        return !versions.isEmpty();
    }

    /**
     * Generates all of a row but its versions.
     *
     * @return what the stored item must meet, for a new key must not take another item's place; null if nothing was
     *     generated
     */
    @Nullable Map<String, ExpectedAttributeValue> generate(Map<String, AttributeValue> row) {
        Map<String, ExpectedAttributeValue> expected = null;
        for (DynamoDBMapperFieldModel<?, Object> field : others) {
            boolean always = field.getGenerateStrategy() == DynamoDBAutoGenerateStrategy.ALWAYS;
            if (always || !row.containsKey(field.name())) {
                generate(field, row);
                expected = expected == null ? new LinkedHashMap<>() : expected;
                if (!always && (field.keyType() != null || field.indexed())) {
                    expected.put(field.name(), new ExpectedAttributeValue().withExists(false));
                }
            }
        }
        return expected;
    }

    private static void generate(DynamoDBMapperFieldModel<?, Object> field, Map<String, AttributeValue> row) {
        AttributeValue current = row.get(field.name());
        @Nullable AttributeValue next = field.convert(field.generate(current == null ? null : field.unconvert(current)));
        if (next != null) {
            row.put(field.name(), next);
        }
    }
}
