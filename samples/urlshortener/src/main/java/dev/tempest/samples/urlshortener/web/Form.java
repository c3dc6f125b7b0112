package dev.tempest.samples.urlshortener.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a form sent, or the part of an address after its question mark. Immutable. */
public final class Form {
    private static final int MAX_FIELDS = 20;

    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = Map.copyOf(fields);
    }

    /**
     * Reads fields in the encoding that browsers send forms in.
     *
     * @throws HttpError if they are not in that encoding, if there are too many, or two of one name
     */
    static Form parse(String encoded) {
        Map<String, String> fields = new HashMap<>();
        if (!encoded.isEmpty()) {
            String[] pairs = encoded.split("&", MAX_FIELDS + 1);
            if (pairs.length > MAX_FIELDS) {
                throw new HttpError(400, "There are too many fields.");
            }
            for (String pair : pairs) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                if (fields.put(name, value) != null) {
                    throw new HttpError(400, "There are two fields of one name.");
                }
            }
        }
        return new Form(fields);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new HttpError(400, "A field is not encoded as it should be.");
        }
    }

    /** What the field holds; "" if there is none of this name. */
    public String get(String name) {
        return fields.getOrDefault(name, "");
    }
}
