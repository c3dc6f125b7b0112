package dev.tempest.internal.model;

import dev.tempest.Attribute;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.TypeModel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The names of the attributes that store the properties of an item type. */
final class AttributeNames {
    private AttributeNames() {}

    /**
     * The names of the attributes of each property.
     *
     * @param partsOnly the properties that are stored as parts of other attributes only
     * @throws IllegalArgumentException if an attribute would store two properties
     */
    static Map<Property, String[]> of(TypeModel<?> model, Set<Property> partsOnly) {
        Map<Property, String[]> names = new LinkedHashMap<>();
        Map<String, Property> owners = new HashMap<>();
        for (Property property : model.properties()) {
            if (partsOnly.contains(property)) {
                continue;
            }
            String[] attributes = of(property);
            for (String attribute : attributes) {
                Property other = owners.put(attribute, property);
                if (other == property) {
                    throw ModelError.of(
                            model.type(), property.name(), "names attribute " + attribute + " twice", "Name it once");
                }
                if (other != null) {
                    throw ModelError.of(
                            model.type(),
                            property.name(),
                            "is stored in attribute " + attribute + ", and so is " + other,
                            "Give each its own attribute, or use @Attribute(names = ...) on one property");
                }
            }
            names.put(property, attributes);
        }
        return names;
    }

    private static String[] of(Property property) {
        Attribute attribute = property.attribute();
        if (attribute == null) {
            return new String[] {property.name()};
        }
        if (attribute.names().length > 0) {
            if (!attribute.name().isEmpty()) {
                throw ModelError.of(
                        property.owner(),
                        property.name(),
                        "has an @Attribute with both name and names",
                        "Keep name for one attribute, or names for several");
            }
            return attribute.names();
        }
        return new String[] {attribute.name().isEmpty() ? property.name() : attribute.name()};
    }
}
