package dev.tempest.local.internal.value;

import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.value.AttributeValue.Binary;
import dev.tempest.local.internal.value.AttributeValue.BinarySet;
import dev.tempest.local.internal.value.AttributeValue.Bool;
import dev.tempest.local.internal.value.AttributeValue.ListOf;
import dev.tempest.local.internal.value.AttributeValue.MapOf;
import dev.tempest.local.internal.value.AttributeValue.NumberSet;
import dev.tempest.local.internal.value.AttributeValue.Numeric;
import dev.tempest.local.internal.value.AttributeValue.Text;
import dev.tempest.local.internal.value.AttributeValue.TextSet;
import java.util.Map;

/** Writes attribute values into a response. */
public final class ValueWriter {
    private ValueWriter() {}

    public static void attributes(JsonWriter out, Map<String, AttributeValue> attributes) {
        out.beginObject();
        for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
            out.name(attribute.getKey());
            value(out, attribute.getValue());
        }
        out.endObject();
    }

    public static void attributes(JsonWriter out, String field, Map<String, AttributeValue> attributes) {
        out.name(field);
        attributes(out, attributes);
    }

    public static void value(JsonWriter out, AttributeValue value) {
        out.beginObject();
        out.name(value.type().name());
        if (value instanceof Text text) {
            out.string(text.value());
        } else if (value instanceof Numeric number) {
            out.string(number.value().text());
        } else if (value instanceof Binary bytes) {
            out.base64(bytes.value().bytes());
        } else if (value instanceof Bool bool) {
            out.bool(bool.value());
        } else if (value instanceof MapOf map) {
            attributes(out, map.values());
        } else {
            elements(out, value);
        }
        out.endObject();
    }

    private static void elements(JsonWriter out, AttributeValue value) {
        if (value instanceof AttributeValue.Null) {
            out.bool(true);
            return;
        }
        out.beginArray();
        if (value instanceof ListOf list) {
            list.values().forEach(element -> value(out, element));
        } else if (value instanceof TextSet set) {
            set.values().forEach(out::string);
        } else if (value instanceof NumberSet set) {
            set.values().forEach(element -> out.string(element.text()));
        } else if (value instanceof BinarySet set) {
            set.values().forEach(element -> out.base64(element.bytes()));
        }
        out.endArray();
    }
}
