package dev.tempest.internal.codec;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.reflect.Conversion;
import dev.tempest.internal.reflect.KotlinConversions;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.Types;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        if (template.isEmpty()) {
            throw error("is empty", "Write a constant, or put a property in braces, such as {" + anyName() + "}");
        }
        if (open < 0) {
            return Composition.of(type, attribute, head, List.of());
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
        Conversion conversion = conversion(property);
        if (conversion == null) {
            return format(property, property.type(), width, hasWidth);
        }
        return format(property, conversion.to(), width, hasWidth).of(conversion);
    }

    private @Nullable Conversion conversion(Property property) {
        Class<?> valueClass = property.valueClass();
        if (valueClass == null || !valueClass.getName().startsWith("kotlin.")) {
            Conversion declared = property.conversion();
            return declared == null && Types.plain(property.type()) instanceof Class<?> type
                    ? KotlinConversions.of(type)
                    : declared;
        }
        Conversion unsigned = KotlinConversions.ofUnsigned(valueClass);
        if (unsigned == null) {
            throw noPart(property, valueClass);
        }
        return unsigned;
    }

    private IllegalArgumentException noPart(Property property, Type type) {
        return error(
                "names " + property.name() + ", but a key cannot be made of " + Types.aName(type),
                "Use a String, an integer, an enum, a UUID, an Instant or a local date or time");
    }

    /** @param stored the type that is stored for the property */
    private PartFormat format(Property property, Type stored, String width, boolean hasWidth) {
        if (PartFormat.isNumber(stored)) {
            return PartFormat.ofNumber(stored, width(property, width));
        }
        PartFormat format = PartFormat.of(stored);
        if (format == null) {
            throw noPart(property, stored);
        }
        if (hasWidth) {
            throw error(
                    "has a width for " + property.name() + ", which is " + Types.aName(stored),
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
