package dev.tempest.local.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request. */
public final class JsonReader {
    static final JsonFactory FACTORY = new JsonFactory();

    private JsonReader() {}

    /** Fails with a SerializationException if the bytes are not one JSON object. */
    public static JsonObject read(byte[] json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw ServiceException.serialization(null);
            }
            JsonObject object = object(parser);
            if (parser.nextToken() != null) {
                throw ServiceException.serialization(null);
            }
            return object;
        } catch (IOException e) {
            // The parser's words may hold parts of the request.
            throw ServiceException.serialization(null);
        }
    }

    private static JsonObject object(JsonParser parser) throws IOException {
        JsonObject object = new JsonObject();
        while (true) {
            String name = parser.nextFieldName();
            if (name == null) {
                return object;
            }
            parser.nextToken();
            object.put(name, value(parser));
        }
    }

    // An array of a request may hold nulls, which list types without nullness cannot say.
    @SuppressWarnings("NullAway")
    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw ServiceException.serialization(null);
        };
    }
}
