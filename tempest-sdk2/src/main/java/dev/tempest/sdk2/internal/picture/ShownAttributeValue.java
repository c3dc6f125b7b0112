package dev.tempest.sdk2.internal.picture;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attribute values as people read them: strings and numbers as they are, documents in the manner of JSON. */
public final class ShownAttributeValue {
    private ShownAttributeValue() {}

    public static String of(AttributeValue value) {
        return value.type() == AttributeValue.Type.S ? value.s() : inDocument(value);
    }

    private static String inDocument(AttributeValue value) {
        return switch (value.type()) {
            case S -> quoted(value.s());
            case N -> value.n();
            case B -> value.b().asByteArrayUnsafe().length + " bytes";
            case BOOL -> value.bool().toString();
            case SS -> list(value.ss().stream().map(ShownAttributeValue::quoted).toList());
            case NS -> list(value.ns());
            case BS -> value.bs().size() + " binary values";
            case L ->
                list(value.l().stream().map(ShownAttributeValue::inDocument).toList());
            case M ->
                new TreeMap<>(value.m())
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + ": " + inDocument(entry.getValue()))
                                .collect(Collectors.joining(", ", "{", "}"));
            default -> "null";
        };
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String list(List<String> elements) {
        return elements.stream().collect(Collectors.joining(", ", "[", "]"));
    }
}
