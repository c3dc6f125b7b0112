package dev.tempest.sdk2.internal.check;

import dev.tempest.internal.schema.KeySchema;
import dev.tempest.sdk2.internal.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

/**
 * An attribute of a table's or an index's key.
 *
 * @param type {@code S}, {@code N} or {@code B}
 */
record KeyPart(String attribute, KeyType role, String type) {

    /** A key as the model has it. */
    static List<KeyPart> of(KeySchema key, Table<?> table) {
        List<KeyPart> parts = new ArrayList<>();
        key.partitionKeys().forEach(name -> parts.add(new KeyPart(name, KeyType.HASH, table.keyType(name))));
        key.sortKeys().forEach(name -> parts.add(new KeyPart(name, KeyType.RANGE, table.keyType(name))));
        return parts;
    }

    /** A key as DynamoDB has it. */
    static List<KeyPart> of(List<KeySchemaElement> key, List<AttributeDefinition> definitions) {
        Map<String, String> types = definitions.stream()
                .collect(Collectors.toMap(
                        AttributeDefinition::attributeName, AttributeDefinition::attributeTypeAsString));
        return Stream.of(KeyType.HASH, KeyType.RANGE)
                .flatMap(role -> key.stream()
                        .filter(element -> element.keyType() == role)
                        .map(element -> new KeyPart(
                                element.attributeName(),
                                role,
                                types.getOrDefault(element.attributeName(), "of unknown type"))))
                .toList();
    }

    /** A key as messages show it. */
    static String describe(List<KeyPart> key) {
        return key.stream().map(KeyPart::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return attribute + " (" + type + ")";
    }
}
