package dev.tempest.sdk1.internal.schema;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.model.DeclaredKeys;
import dev.tempest.internal.model.ItemTables;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.RawAttribute;
import dev.tempest.internal.schema.RawTable;
import dev.tempest.internal.value.ValueCodecs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The attributes of a table without a raw item type, which each of its item types declares for itself.
 *
 * @param table without attributes
 */
public record ItemSchemas(DeclaredKeys keys, RawTable<AttributeValue> table) implements ItemTables<AttributeValue> {
    private static final Set<String> KEY_TYPES = Set.of("S", "N", "B");

    @Override
    public RawTable<AttributeValue> of(Class<?> itemType, Map<Property, String[]> attributes, Set<String> composed) {
        ItemAnnotations.check(itemType, attributes.keySet(), keys.owner());
        ValueCodecs<AttributeValue> codecs = new ValueCodecs<>(SdkValues.INSTANCE, new SdkCodecs());
        Map<String, RawAttribute<AttributeValue>> all = new LinkedHashMap<>();
        attributes.forEach((property, names) -> {
            AttributeCodec<AttributeValue> codec = codecs.of(property);
            for (String name : names) {
                requireKeyType(itemType, property, name, codec);
                all.put(name, new RawAttribute<>(name, property.type(), codec));
            }
        });
        // What is made of several properties is a string.
        composed.forEach(name ->
                all.put(name, new RawAttribute<>(name, String.class, codecs.of(itemType, name, String.class))));
        return table.with(all);
    }

    private void requireKeyType(
            Class<?> itemType, Property property, String name, AttributeCodec<AttributeValue> codec) {
        // A codec that does not return its type, as of a sealed type, makes maps.
        String kind = codec.kind() == null ? "M" : codec.kind();
        if (table.isKey(name) && !KEY_TYPES.contains(kind)) {
            throw ModelError.of(
                    itemType,
                    property.name(),
                    "(" + Types.name(property.type()) + ") is stored as " + kind + " in " + name
                            + ", a key attribute of " + ModelError.name(table.rawType())
                            + ", but DynamoDB takes only strings, numbers and binary there",
                    "Give it such a type, or a converter to one by @DynamoDBTypeConverted on its getter");
        }
    }
}
