package dev.tempest.internal.model;

import dev.tempest.Attribute;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.codec.order.SortOrder;
import dev.tempest.internal.reflect.Conversion;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.RawAttribute;
import dev.tempest.internal.schema.RawTable;
import dev.tempest.internal.value.ConvertedCodec;
import java.util.Objects;
import java.util.TreeSet;

/** Binds a property of an item type to its attributes. */
final class PropertyBinding {
    private PropertyBinding() {}

    /**
     * The binding of a property of an item type.
     *
     * @param attributes the names of the attributes that store it
     * @throws IllegalArgumentException if the table does not have the attributes, or stores other types in them
     */
    static <V> Binding<V> of(Property property, String[] attributes, Class<?> type, RawTable<V> table) {
        boolean key = false;
        boolean sorts = false;
        AttributeCodec<V> codec = null;
        for (String name : attributes) {
            RawAttribute<V> raw = table.attributes().get(name);
            if (raw == null) {
                throw ModelError.of(
                        type,
                        property.name(),
                        "is stored in attribute " + name + ", which " + ModelError.name(table.rawType())
                                + " does not have",
                        "Add " + name + " to " + ModelError.name(table.rawType())
                                + ", or name another attribute with @Attribute(name = ...); its attributes are "
                                + String.join(
                                        ", ", new TreeSet<>(table.attributes().keySet())));
            }
            Class<?> valueClass = property.valueClass();
            if (valueClass != null && !raw.codec().unwraps(valueClass)) {
                throw Property.ofValueClass(type, property.name());
            }
            AttributeCodec<V> own = codec(property, name, raw, type, table);
            if (own == raw.codec() && raw.type() != null && !Types.same(raw.type(), property.type())) {
                throw ModelError.of(
                        type,
                        property.name(),
                        "is " + Types.aName(property.type()) + ", but attribute " + name + " of "
                                + ModelError.name(table.rawType()) + " is " + Types.aName(raw.type()),
                        "Make both the same type");
            }
            key |= table.isKey(name);
            sorts |= table.isSortKey(name);
            codec = codec == null ? own : codec;
            if (!own.storesAs(codec)) {
                throw ModelError.of(
                        type,
                        property.name(),
                        "is stored in " + attributes[0] + " and " + name + ", which " + ModelError.name(table.rawType())
                                + " converts differently",
                        "Give both attributes the same converter");
            }
        }
        Attribute annotation = property.attribute();
        String prefix = annotation == null || annotation.prefix().isEmpty() ? null : annotation.prefix();
        if (prefix != null && property.type() != String.class) {
            throw ModelError.of(
                    type,
                    property.name(),
                    "has the prefix " + prefix + ", but is " + Types.aName(property.type()),
                    "Make it a String, or remove the prefix");
        }
        if (prefix != null && property.converter() != null) {
            throw ModelError.of(
                    type,
                    property.name(),
                    "has the prefix " + prefix + " and a @Converted",
                    "Remove the prefix, and write it into a @KeyTemplate that has the property as a placeholder");
        }
        boolean allowEmpty = annotation != null && annotation.allowEmpty();
        if (allowEmpty && prefix == null) {
            throw ModelError.of(
                    type,
                    property.name(),
                    "has allowEmpty, but no prefix: null is stored as no attribute anyway",
                    "Remove allowEmpty, or add the prefix");
        }
        AttributeCodec<V> known = Objects.requireNonNull(codec);
        return new Binding<>(
                property,
                attributes,
                known,
                table.values(),
                prefix,
                allowEmpty,
                key,
                sorts ? SortOrder.of(property, known, table.values()) : null);
    }

    /** How the property is stored in an attribute. What a raw item type has there is what is stored, and not what is converted. */
    private static <V> AttributeCodec<V> codec(
            Property property, String name, RawAttribute<V> raw, Class<?> type, RawTable<V> table) {
        Conversion conversion = table.isDeclaredByItems() || raw.type() == null ? null : property.conversion();
        if (conversion == null) {
            return raw.codec();
        }
        if (Types.same(raw.type(), conversion.to())) {
            return new ConvertedCodec<>(conversion, raw.codec(), table.values());
        }
        if (property.converter() != null) {
            throw ModelError.of(
                    type,
                    property.name(),
                    "has a @Converted to " + Types.name(conversion.to()) + ", but attribute " + name + " of "
                            + ModelError.name(table.rawType()) + " is "
                            + Types.aName(Objects.requireNonNull(raw.type())),
                    "Make the attribute " + Types.aName(conversion.to()) + ", or remove the @Converted");
        }
        return raw.codec();
    }
}
