package dev.tempest.internal.definition;

import dev.tempest.internal.definition.TableShape.Capacity;
import dev.tempest.internal.definition.TableShape.IndexShape;
import dev.tempest.internal.schema.KeySchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tables as the resources of a CloudFormation template. */
public final class CloudFormation {
    private static final int MOST_CHARACTERS = 200;

    private CloudFormation() {}

    /**
     * A template.
     *
     * @param tables by their names in DynamoDB
     */
    public static String template(Map<String, TableShape> tables) {
        Map<String, Object> resources = new LinkedHashMap<>();
        tables.forEach((name, shape) -> {
            String id = logicalId(name);
            String unique = id;
            for (int i = 2; resources.containsKey(unique); i++) {
                unique = id + i;
            }
            resources.put(unique, resource(name, shape));
        });
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("AWSTemplateFormatVersion", "2010-09-09");
        template.put("Resources", resources);
        return JsonText.of(template);
    }

    /** Of {@code music_items}, MusicItems: letters and digits only. */
    private static String logicalId(String tableName) {
        StringBuilder id = new StringBuilder();
        boolean beginsWord = true;
        for (int i = 0; i < tableName.length(); i++) {
            char c = tableName.charAt(i);
            boolean isKept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (isKept) {
                id.append(beginsWord ? Character.toUpperCase(c) : c);
            }
            beginsWord = !isKept;
        }
        String found = id.isEmpty() ? "Table" : id.toString();
        return found.substring(0, Math.min(found.length(), MOST_CHARACTERS));
    }

    private static Map<String, Object> resource(String name, TableShape shape) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("Type", "AWS::DynamoDB::Table");
        // Without these, a stack that is deleted, or that must replace the table, takes the items along.
        resource.put("DeletionPolicy", "Retain");
        resource.put("UpdateReplacePolicy", "Retain");
        resource.put("Properties", properties(name, shape));
        return resource;
    }

    private static Map<String, Object> properties(String name, TableShape shape) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("TableName", name);
        properties.put(
                "AttributeDefinitions",
                shape.types().entrySet().stream()
                        .map(type -> object("AttributeName", type.getKey(), "AttributeType", type.getValue()))
                        .toList());
        properties.put("KeySchema", keySchema(shape.key()));
        Capacity capacity = shape.capacity();
        properties.put("BillingMode", capacity == null ? "PAY_PER_REQUEST" : "PROVISIONED");
        if (capacity != null) {
            properties.put("ProvisionedThroughput", throughput(capacity));
        }
        putIndexes(properties, "LocalSecondaryIndexes", shape.indexes(true), null);
        putIndexes(properties, "GlobalSecondaryIndexes", shape.indexes(false), capacity);
        if (shape.timeToLive() != null) {
            properties.put("TimeToLiveSpecification", object("AttributeName", shape.timeToLive(), "Enabled", true));
        }
        if (shape.stream() != null) {
            properties.put("StreamSpecification", Map.of("StreamViewType", shape.stream()));
        }
        return properties;
    }

    private static void putIndexes(
            Map<String, Object> properties, String property, List<IndexShape> indexes, @Nullable Capacity capacity) {
        if (indexes.isEmpty()) {
            return;
        }
        List<Object> all = new ArrayList<>();
        for (IndexShape index : indexes) {
            Map<String, Object> written = object("IndexName", index.name(), "KeySchema", keySchema(index.key()));
            Map<String, Object> projection = new LinkedHashMap<>();
            projection.put("ProjectionType", index.projectionType());
            if (index.projected() != null && !index.projected().isEmpty()) {
                projection.put("NonKeyAttributes", index.projected());
            }
            written.put("Projection", projection);
            if (capacity != null) {
                written.put("ProvisionedThroughput", throughput(capacity));
            }
            all.add(written);
        }
        properties.put(property, all);
    }

    private static Map<String, Object> throughput(Capacity capacity) {
        return object("ReadCapacityUnits", capacity.readUnits(), "WriteCapacityUnits", capacity.writeUnits());
    }

    private static List<Object> keySchema(KeySchema key) {
        List<Object> elements = new ArrayList<>();
        key.partitionKeys().forEach(name -> elements.add(object("AttributeName", name, "KeyType", "HASH")));
        key.sortKeys().forEach(name -> elements.add(object("AttributeName", name, "KeyType", "RANGE")));
        return elements;
    }

    private static Map<String, Object> object(String one, Object first, String two, Object second) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(one, first);
        object.put(two, second);
        return object;
    }
}
