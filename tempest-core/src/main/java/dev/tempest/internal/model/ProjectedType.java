package dev.tempest.internal.model;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.codec.ObjectCodec;
import dev.tempest.internal.codec.RowCodec;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.TypeModel;
import dev.tempest.internal.schema.KeySchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A type with some of an item type's properties, checked: each is stored as the item type's property of the same name is.
 *
 * @param <P> the type with fewer properties
 * @param <V> the SDK's attribute value
 */
public final class ProjectedType<P, V> {
    private final Class<P> type;
    private final RowCodec<P, V> codec;
    private final List<String> attributes;

    private ProjectedType(Class<P> type, RowCodec<P, V> codec, List<String> attributes) {
        this.type = type;
        this.codec = codec;
        this.attributes = attributes;
    }

    /**
     * The model of a type with some of the properties.
     *
     * @throws IllegalArgumentException if it has others
     */
    public static <P, V> ProjectedType<P, V> of(Class<P> type, ItemType<?, V> itemType) {
        TypeModel<P> model = TypeModel.ofItem(type);
        List<Binding<V>> bindings = new ArrayList<>();
        Set<String> attributes = new LinkedHashSet<>();
        for (Property property : model.properties()) {
            Binding<V> binding = bind(property, itemType);
            bindings.add(binding);
            attributes.add(binding.attributes()[0]);
        }
        // Messages name an item that cannot be read by its key, and a read costs the same with it.
        KeySchema key = itemType.table().key();
        attributes.addAll(key.attributes());
        return new ProjectedType<>(type, new ObjectCodec<>(model, itemType.table(), bindings), List.copyOf(attributes));
    }

    private static <V> Binding<V> bind(Property property, ItemType<?, V> itemType) {
        Binding<V> binding = itemType.bindingOfProperty(property.name());
        if (binding == null) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is not a property of " + ModelError.name(itemType.type()),
                    "Name it as the item type does, or make it transient; the item type has "
                            + String.join(", ", itemType.propertyNames()));
        }
        if (property.attribute() != null
                && !property.attribute().equals(binding.property().attribute())) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "has an @Attribute that differs from that of " + binding.property(),
                    "Remove it: " + binding.property() + " says how it is stored");
        }
        KeyType.checkType(property, binding);
        return binding.of(property, binding.attributes());
    }

    /** The user's class. */
    public Class<P> type() {
        return type;
    }

    public RowCodec<P, V> codec() {
        return codec;
    }

    /** What is read of an item: the attributes of the properties, and the table's key. */
    public List<String> attributes() {
        return attributes;
    }
}
