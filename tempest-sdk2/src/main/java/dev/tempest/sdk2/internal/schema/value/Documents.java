package dev.tempest.sdk2.internal.schema.value;

import dev.tempest.internal.schema.Document;
import dev.tempest.internal.schema.RawAttribute;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How the properties of beans and immutable classes are named in expressions, at the top of an item and nested in it. */
public final class Documents {
    private Documents() {}

    /** A class that is stored by a schema of its own. */
    public static Document<AttributeValue> of(Class<?> type, TableSchema<?> schema) {
        Map<String, Type> types = PropertyTypes.of(type);
        return of(type, name -> {
            @Nullable AttributeConverter<?> converter = schema.converterForAttribute(name);
            return converter == null ? null : new RawAttribute<>(name, types.get(name), ConverterCodec.of(converter));
        });
    }

    /**
     * A class by its attributes. A property of a flattened value is an attribute of the class, and named as a path into the value.
     *
     * @param attributes by their stored names
     */
    public static Document<AttributeValue> of(
            Class<?> type, Function<String, @Nullable RawAttribute<AttributeValue>> attributes) {
        Map<String, RawAttribute<AttributeValue>> byMember = new HashMap<>();
        List<String> properties = new ArrayList<>();
        PropertyTypes.byGetter(type).forEach((getter, name) -> put(byMember, getter, attributes.apply(name)));
        PropertyTypes.byProperty(type).forEach((property, name) -> {
            if (put(byMember, property, attributes.apply(name))) {
                properties.add(property);
            }
        });
        for (PropertyTypes.Flattened flattened : PropertyTypes.flattened(type)) {
            Document<AttributeValue> inner = of(flattened.type(), attributes);
            inner.attributes().forEach((member, attribute) -> {
                put(byMember, flattened.getter() + "." + member, attribute);
                put(byMember, flattened.property() + "." + member, attribute);
            });
            inner.properties().forEach(property -> properties.add(flattened.property() + "." + property));
        }
        return new Document<>(type, byMember, properties);
    }

    private static boolean put(
            Map<String, RawAttribute<AttributeValue>> byMember,
            String member,
            @Nullable RawAttribute<AttributeValue> attribute) {
        if (attribute != null) {
            byMember.putIfAbsent(member, attribute);
        }
        return attribute != null;
    }
}
