package dev.tempest.internal.model;

import dev.tempest.KeyTemplate;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.codec.Composition;
import dev.tempest.internal.codec.TemplateParser;
import dev.tempest.internal.reflect.Inherited;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.TypeModel;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.RawAttribute;
import dev.tempest.internal.schema.RawTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The attributes of an item type that are made of several of its properties.
 *
 * @param <V> the SDK's attribute value
 */
final class ComposedKeys<V> {
    private final Class<?> type;
    private final Map<String, Composition> byAttribute = new LinkedHashMap<>();
    private final Map<Property, Composition> keyOnly = new LinkedHashMap<>();

    /**
     * The templates of a type.
     *
     * @throws IllegalArgumentException if a template does not fit the type
     */
    ComposedKeys(TypeModel<?> model) {
        this.type = model.type();
        List<KeyTemplate> templates = templates();
        if (templates.isEmpty()) {
            return;
        }
        Map<String, Property> properties = new LinkedHashMap<>();
        for (Property property : model.properties()) {
            properties.put(property.name(), property);
        }
        for (KeyTemplate template : templates) {
            add(template, properties);
        }
    }

    private record Declared(Class<?> owner, KeyTemplate template) {}

    /** Those of the type itself and of what it extends; of several for one attribute the nearest. */
    private List<KeyTemplate> templates() {
        Map<String, List<Declared>> declared = new LinkedHashMap<>();
        for (Class<?> each : Inherited.hierarchy(type)) {
            for (KeyTemplate template : each.getDeclaredAnnotationsByType(KeyTemplate.class)) {
                declared.computeIfAbsent(template.attribute(), attribute -> new ArrayList<>())
                        .add(new Declared(each, template));
            }
        }
        List<KeyTemplate> templates = new ArrayList<>();
        declared.forEach((attribute, all) -> {
            List<Declared> nearest = Inherited.nearest(all, Declared::owner);
            KeyTemplate first = nearest.get(0).template();
            if (!nearest.stream().allMatch(each -> each.template().equals(first))) {
                throw ModelError.of(
                        type, "has two @KeyTemplate annotations of " + attribute, "Keep one for each attribute");
            }
            templates.add(first);
        });
        return templates;
    }

    private void add(KeyTemplate template, Map<String, Property> properties) {
        String attribute = template.attribute();
        Composition composition = new TemplateParser(type, attribute, template.value(), properties).parse();
        byAttribute.put(attribute, composition);
        for (String name : template.keyOnly()) {
            Property property = properties.get(name);
            if (property == null || !composition.isMadeOf(name)) {
                throw error(
                        attribute,
                        "with " + name + " as keyOnly, which the template does not name",
                        "Name only properties of the template");
            }
            if (property.attribute() != null) {
                throw error(
                        attribute,
                        "with " + name + " as keyOnly, but " + name + " has an @Attribute",
                        "Remove the @Attribute, or let " + name + " be stored in it");
            }
            keyOnly.putIfAbsent(property, composition);
        }
    }

    /**
     * Checks that the table has the attributes.
     *
     * @throws IllegalArgumentException if it has not, or if they are no strings
     */
    void check(RawTable<V> table) {
        for (String attribute : byAttribute.keySet()) {
            RawAttribute<V> raw = table.attributes().get(attribute);
            if (raw == null) {
                throw error(
                        attribute,
                        ", which " + ModelError.name(table.rawType()) + " does not have",
                        "Name one of its attributes: "
                                + String.join(
                                        ", ", new TreeSet<>(table.attributes().keySet())));
            }
            if (raw.type() != null && !Types.same(raw.type(), String.class)) {
                throw error(
                        attribute,
                        ", which is " + Types.aName(raw.type()) + " in " + ModelError.name(table.rawType()),
                        "Make it a String");
            }
        }
    }

    private IllegalArgumentException error(String attribute, String problem, String remedy) {
        return ModelError.of(
                type, "has a @KeyTemplate of " + attribute + (problem.startsWith(",") ? "" : " ") + problem, remedy);
    }

    /** The names of the attributes. */
    Set<String> attributes() {
        return byAttribute.keySet();
    }

    /** The properties that are stored only as parts of the attributes. */
    Set<Property> partsOnly() {
        return keyOnly.keySet();
    }

    /** The binding of one of {@link #partsOnly()}. */
    Binding<V> partOnly(Property property, RawTable<V> table) {
        Composition composition = keyOnly.get(property);
        if (composition == null) {
            throw new IllegalStateException(property + " has an attribute of its own");
        }
        return Binding.partOf(composition, property, table.values());
    }

    /** The attributes themselves. */
    List<Binding<V>> bindings(RawTable<V> table) {
        List<Binding<V>> bindings = new ArrayList<>();
        byAttribute.forEach((attribute, composition) -> {
            RawAttribute<V> raw = table.attributes().get(attribute);
            if (raw == null) {
                throw new IllegalStateException(attribute);
            }
            bindings.add(Binding.composed(composition, raw.codec(), table.values(), table.isKey(attribute)));
        });
        return bindings;
    }
}
