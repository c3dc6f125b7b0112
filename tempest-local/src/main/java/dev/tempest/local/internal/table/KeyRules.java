package dev.tempest.local.internal.table;

import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.DataType;
import dev.tempest.local.internal.value.Values;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the values of key attributes must be. */
public final class KeyRules {
    private static final int MAX_HASH_BYTES = 2048;
    private static final int MAX_RANGE_BYTES = 1024;

    private KeyRules() {}

    /** Fails unless an item to put has a valid table key. */
    static void checkItemKey(Map<String, AttributeValue> item, KeySchema schema, Map<String, DataType> types) {
        for (String attribute : schema.attributes()) {
            AttributeValue value = item.get(attribute);
            if (value == null) {
                throw ServiceException.invalidParameter("Missing the key " + attribute + " in the item");
            }
            if (value.type() != types.get(attribute)) {
                throw ServiceException.invalidParameter("Type mismatch for key " + attribute + " expected: "
                        + types.get(attribute) + " actual: " + value.type());
            }
        }
        checkContent(item, schema);
    }

    /** Fails unless a key to look up is one of the table. */
    static void checkLookupKey(Map<String, AttributeValue> key, KeySchema schema, Map<String, DataType> types) {
        if (!matches(key, schema.attributes(), types)) {
            throw ServiceException.validation("The provided key element does not match the schema");
        }
        checkContent(key, schema);
    }

    /** Whether these are values of the right types for exactly the key attributes. */
    static boolean matches(
            Map<String, AttributeValue> key, Collection<String> attributes, Map<String, DataType> types) {
        if (key.size() != attributes.size()) {
            return false;
        }
        for (String attribute : attributes) {
            AttributeValue value = key.get(attribute);
            if (value == null || value.type() != types.get(attribute)) {
                return false;
            }
        }
        return true;
    }

    private static void checkContent(Map<String, AttributeValue> key, KeySchema schema) {
        for (String attribute : schema.attributes()) {
            AttributeValue value = key.get(attribute);
            if (value != null && Values.isEmpty(value)) {
                throw emptyKey(attribute, value);
            }
        }
        checkLengths(key, schema);
    }

    private static void checkLengths(Map<String, AttributeValue> attributes, KeySchema schema) {
        if (bytes(attributes, schema.hash()) > MAX_HASH_BYTES) {
            throw ServiceException.invalidParameter(
                    "Size of hashkey has exceeded the maximum size limit of" + MAX_HASH_BYTES + " bytes");
        }
        if (bytes(attributes, schema.range()) > MAX_RANGE_BYTES) {
            throw ServiceException.invalidParameter(
                    "Aggregated size of all range keys has exceeded the size limit of " + MAX_RANGE_BYTES + " bytes");
        }
    }

    private static int bytes(Map<String, AttributeValue> attributes, List<String> names) {
        int bytes = 0;
        for (String name : names) {
            AttributeValue value = attributes.get(name);
            bytes += value == null ? 0 : Values.size(value);
        }
        return bytes;
    }

    /** Fails if an attribute is a key of an index and has a value that no key can have. */
    static void checkIndexKey(
            Map<String, AttributeValue> item, Index index, Map<String, DataType> types, boolean byUpdate) {
        KeySchema keys = index.definition().keys();
        for (String attribute : keys.attributes()) {
            AttributeValue value = item.get(attribute);
            if (value == null) {
                continue;
            }
            if (value.type() != types.get(attribute)) {
                throw ServiceException.invalidParameter("Type mismatch for Index Key " + attribute + " Expected: "
                        + types.get(attribute) + " Actual: " + value.type() + " IndexName: "
                        + index.definition().name());
            }
            if (Values.isEmpty(value)) {
                throw emptyIndexKey(index.definition().name(), attribute, value, byUpdate);
            }
        }
        checkLengths(item, keys);
    }

    private static ServiceException emptyIndexKey(
            String index, String attribute, AttributeValue value, boolean byUpdate) {
        String empty = "The AttributeValue for a key attribute cannot contain an empty " + content(value) + " value.";
        return ServiceException.validationOfRequest(
                byUpdate
                        ? "One or more parameter values are not valid. The update expression attempted to update a "
                                + "secondary index key to a value that is not supported. " + empty
                        : "One or more parameter values are not valid. A value specified for a secondary index key is "
                                + "not supported. " + empty + " IndexName: " + index + ", IndexKey: " + attribute);
    }

    /** The error of a key attribute that has an empty value. */
    public static ServiceException emptyKey(String attribute, AttributeValue value) {
        return ServiceException.validationOfRequest("One or more parameter values are not valid. The AttributeValue "
                + "for a key attribute cannot contain an empty " + content(value) + " value. Key: " + attribute);
    }

    private static String content(AttributeValue value) {
        return value.type() == DataType.S ? "string" : "binary";
    }

    /** The error of an ExclusiveStartKey. */
    static ServiceException invalidStart(@Nullable String reason) {
        return ServiceException.validation(
                "The provided starting key is invalid" + (reason == null ? "" : ": " + reason));
    }
}
