package dev.tempest.local.internal.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the body of a response. */
public final class JsonWriter {
    private final JsonGenerator out;

    private JsonWriter(JsonGenerator out) {
        this.out = out;
    }

    /** The bytes of what {@code body} writes. */
    public static byte[] bytes(Consumer<JsonWriter> body) {
        ByteArrayBuilder bytes = new ByteArrayBuilder();
        try (JsonGenerator generator = JsonReader.FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
            body.accept(new JsonWriter(generator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public void beginObject() {
        run(out::writeStartObject);
    }

    public void beginObject(String name) {
        name(name);
        beginObject();
    }

    public void endObject() {
        run(out::writeEndObject);
    }

    public void beginArray() {
        run(out::writeStartArray);
    }

    public void beginArray(String name) {
        name(name);
        beginArray();
    }

    public void endArray() {
        run(out::writeEndArray);
    }

    public void name(String name) {
        run(() -> out.writeFieldName(name));
    }

    public void string(String value) {
        run(() -> out.writeString(value));
    }

    public void bool(boolean value) {
        run(() -> out.writeBoolean(value));
    }

    public void number(double value) {
        run(() -> out.writeNumber(value));
    }

    /** Writes bytes as Base64. */
    public void base64(byte[] value) {
        run(() -> out.writeBinary(value));
    }

    /** Writes the field unless the value is null. */
    public void field(String name, @Nullable String value) {
        if (value != null) {
            run(() -> out.writeStringField(name, value));
        }
    }

    public void field(String name, boolean value) {
        run(() -> out.writeBooleanField(name, value));
    }

    public void field(String name, long value) {
        run(() -> out.writeNumberField(name, value));
    }

    public void field(String name, double value) {
        run(() -> out.writeNumberField(name, value));
    }

    /** Writes a moment as the service does: in seconds, with milliseconds as their fraction. */
    public void field(String name, Instant value) {
        run(() -> out.writeNumberField(name, BigDecimal.valueOf(value.toEpochMilli(), 3)));
    }

    /** Writes what was read from a request. */
    public void json(Object value) {
        if (value instanceof JsonObject object) {
            beginObject();
            object.fields().forEach((name, field) -> {
                if (field != null) {
                    name(name);
                    json(field);
                }
            });
            endObject();
        } else if (value instanceof List<?> list) {
            beginArray();
            list.forEach(this::json);
            endArray();
        } else if (value instanceof Boolean bool) {
            bool(bool);
        } else if (value instanceof JsonNumber number) {
            run(() -> out.writeNumber(number.text()));
        } else {
            string(value.toString());
        }
    }

    public void object(String name, Runnable content) {
        beginObject(name);
        content.run();
        endObject();
    }

    public <T> void array(String name, Collection<T> values, Consumer<T> element) {
        beginArray(name);
        values.forEach(element);
        endArray();
    }

    private static void run(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
