package dev.tempest.internal.codec;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the template of an attribute that is made of several properties, and checks it. */
public final class TemplateParser {
    private final Class<?> type;
    private final String attribute;
    private final String template;
    private final Map<String, Property> properties;
    private final List<Composition.Part> parts = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /**
     * The template of an attribute.
     *
     * @param type that has the template
     * @param properties of the type, by name
     */
    public TemplateParser(Class<?> type, String attribute, String template, Map<String, Property> properties) {
        this.type = type;
        this.attribute = attribute;
        this.template = template;
        this.properties = properties;
    }

    /**
     * How the attribute is made.
     *
     * @throws IllegalArgumentException if the template is none, or names what cannot be a part of a key
     */
    public Composition parse() {
        int open = template.indexOf('{');
        String head = open < 0 ? template : template.substring(0, open);
        requireText(head);
        if (open < 0) {
            throw error("names no property", "Put one in braces, such as {" + anyName() + "}");
        }
        while (open < template.length()) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                throw error("has a { without a }", "Close each placeholder");
            }
            int next = template.indexOf('{', close);
            String after = template.substring(close + 1, next < 0 ? template.length() : next);
            requireText(after);
            if (after.isEmpty() && next >= 0) {
                throw error(
                        "has no text between " + template.substring(open, close + 1) + " and what comes next",
                        "Separate the two, for example by #");
            }
            parts.add(part(template.substring(open + 1, close), after));
            open = next < 0 ? template.length() : next;
        }
        return Composition.of(type, attribute, head, parts);
    }

    private String anyName() {
        return properties.isEmpty()
                ? "property"
                : properties.keySet().iterator().next();
    }

    private void requireText(String text) {
        if (text.indexOf('}') >= 0) {
            throw error("has a } without a {", "Put placeholders in braces, and no other text");
        }
    }

    private Composition.Part part(String placeholder, String after) {
        int colon = placeholder.indexOf(':');
        String name = colon < 0 ? placeholder : placeholder.substring(0, colon);
        Property property = properties.get(name);
        if (property == null) {
            throw error(
                    "names " + (name.isEmpty() ? "a property without a name" : name + ", which the type does not have"),
                    "Name one of " + String.join(", ", properties.keySet()));
        }
        if (!names.add(name)) {
            throw error("names " + name + " twice", "Name each property once");
        }
        PartFormat format = format(property, colon < 0 ? "" : placeholder.substring(colon + 1), colon >= 0);
        if (!after.isEmpty() && !format.sample().isEmpty() && format.sample().contains(after)) {
            throw error(
                    "separates " + name + " by " + after + ", which its values (" + Types.name(property.type())
                            + ") contain",
                    "Choose another text, for example #");
        }
        return new Composition.Part(property, format, after);
    }

    private PartFormat format(Property property, String width, boolean hasWidth) {
        if (PartFormat.isNumber(property.type())) {
            return PartFormat.ofNumber(property.type(), width(property, width));
        }
        PartFormat format = PartFormat.of(property.type());
        if (format == null) {
            throw error(
                    "names " + property.name() + ", but a key cannot be made of " + Types.aName(property.type()),
                    "Use a String, an integer, an enum, a UUID, an Instant or a local date or time");
        }
        if (hasWidth) {
            throw error(
                    "has a width for " + property.name() + ", which is " + Types.aName(property.type()),
                    "Remove the width: only numbers have one");
        }
        return format;
    }

    private int width(Property property, String width) {
        if (width.matches("[1-9][0-9]?")) {
            return Integer.parseInt(width);
        }
        throw error(
                "has no width for " + property.name() + ", which is " + Types.aName(property.type())
                        + ", so that 10 would come before 9",
                "Write its greatest number of digits, such as {" + property.name() + ":6}");
    }

    private IllegalArgumentException error(String problem, String remedy) {
        return ModelError.of(
                type, "has the @KeyTemplate \"" + template + "\" of " + attribute + ", which " + problem, remedy);
    }
}
