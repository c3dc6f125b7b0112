package dev.tempest.sdk2.internal.migrate;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The values of key attributes as texts that begin with DynamoDB's name of their type: {@code S:a}, {@code N:1}, {@code B:AA==}. */
final class KeyText {
    private KeyText() {}

    static Map<String, String> of(Map<String, AttributeValue> key) {
        Map<String, String> texts = new TreeMap<>();
        key.forEach((attribute, value) -> texts.put(attribute, text(value)));
        return texts;
    }

    /** All of a key in one text. */
    static String line(Map<String, AttributeValue> key) {
        return of(key).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String text(AttributeValue value) {
        return switch (value.type()) {
            case S -> "S:" + value.s();
            case N -> "N:" + value.n();
            case B -> "B:" + Base64.getEncoder().encodeToString(value.b().asByteArrayUnsafe());
            default -> throw new IllegalArgumentException("No key has a value of type " + value.type() + ".");
        };
    }

    static Map<String, AttributeValue> key(Map<String, String> texts) {
        Map<String, AttributeValue> key = new HashMap<>();
        texts.forEach((attribute, text) -> key.put(attribute, value(text)));
        return key;
    }

    private static AttributeValue value(String text) {
        String value = text.substring(2);
        return switch (text.charAt(0)) {
            case 'S' -> AttributeValue.fromS(value);
            case 'N' -> AttributeValue.fromN(value);
            case 'B' ->
                AttributeValue.fromB(SdkBytes.fromByteArray(Base64.getDecoder().decode(value)));
            default -> throw new IllegalArgumentException("A checkpoint has a key of an unknown type.");
        };
    }
}
