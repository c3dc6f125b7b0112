package dev.tempest.benchmarks.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the mappings by hand have in common. */
final class Values {
    private Values() {}

    static AttributeValue value(Map<String, AttributeValue> row, String attribute) {
        AttributeValue value = row.get(attribute);
        if (value == null) {
            throw new IllegalArgumentException("There is no " + attribute + " in " + row);
        }
        return value;
    }

    static List<AttributeValue> strings(List<String> texts) {
        return texts.stream().map(AttributeValue::fromS).toList();
    }

    static List<AttributeValue> stringsFast(List<String> texts) {
        List<AttributeValue> values = new ArrayList<>(texts.size());
        for (String text : texts) {
            values.add(AttributeValue.createS(text));
        }
        return values;
    }

    static List<String> texts(List<AttributeValue> values) {
        List<String> texts = new ArrayList<>(values.size());
        for (AttributeValue value : values) {
            texts.add(value.s());
        }
        return texts;
    }
}
