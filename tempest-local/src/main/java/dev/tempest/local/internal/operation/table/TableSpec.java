package dev.tempest.local.internal.operation.table;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.table.IndexDefinition;
import dev.tempest.local.internal.table.IndexDefinition.Projected;
import dev.tempest.local.internal.table.KeySchema;
import dev.tempest.local.internal.table.Throughput;
import dev.tempest.local.internal.value.DataType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the parts of which requests define tables and indexes, and checks each for itself. */
final class TableSpec {
    private static final int MAX_TABLE_KEYS = 2;
    private static final int MAX_INDEX_KEYS = 8;
    private static final int MAX_KEY_PARTS = 4;

    private TableSpec() {}

    static void checkDefinitions(JsonObject request, Constraints constraints) {
        List<JsonObject> definitions = request.structures("AttributeDefinitions");
        int number = 1;
        for (JsonObject definition : definitions == null ? List.<JsonObject>of() : definitions) {
            String path = "attributeDefinitions." + number++ + ".member.";
            if (constraints.notNull(path + "attributeName", definition.string("AttributeName"))) {
                constraints.length(path + "attributeName", definition.string("AttributeName"), 1, 255);
            }
            if (constraints.notNull(path + "attributeType", definition.string("AttributeType"))) {
                constraints.oneOf(path + "attributeType", definition.string("AttributeType"), "B", "N", "S");
            }
        }
    }

    static void checkKeySchema(JsonObject owner, String path, boolean ofTable, Constraints constraints) {
        List<JsonObject> elements = owner.structures("KeySchema");
        if (!constraints.notNull(path, elements) || elements == null) {
            return;
        }
        int most = ofTable ? MAX_TABLE_KEYS : MAX_INDEX_KEYS;
        if (elements.isEmpty()) {
            constraints.fault(path, "[]", "Member must have length greater than or equal to 1");
        } else if (elements.size() > most) {
            List<String> described = new ArrayList<>();
            elements.forEach(element -> described.add("KeySchemaElement(attributeName="
                    + element.string("AttributeName") + ", keyType=" + element.string("KeyType") + ")"));
            constraints.fault(path, described, "Member must have length less than or equal to " + most);
        }
        int number = 1;
        for (JsonObject element : elements) {
            String member = path + "." + number++ + ".member.";
            if (constraints.notNull(member + "attributeName", element.string("AttributeName"))) {
                constraints.length(member + "attributeName", element.string("AttributeName"), 1, 255);
            }
            if (constraints.notNull(member + "keyType", element.string("KeyType"))) {
                constraints.oneOf(member + "keyType", element.string("KeyType"), "HASH", "RANGE");
            }
        }
    }

    static void checkIndexes(JsonObject request, String field, String path, Constraints constraints) {
        List<JsonObject> indexes = request.structures(field);
        int number = 1;
        for (JsonObject index : indexes == null ? List.<JsonObject>of() : indexes) {
            checkIndex(index, path + "." + number++ + ".member", constraints);
        }
    }

    static void checkIndex(JsonObject index, String path, Constraints constraints) {
        JsonObject projection = index.structure("Projection");
        if (constraints.notNull(path + ".projection", projection) && projection != null) {
            constraints.oneOf(
                    path + ".projection.projectionType",
                    projection.string("ProjectionType"),
                    "ALL",
                    "INCLUDE",
                    "KEYS_ONLY");
            List<String> others = projection.strings("NonKeyAttributes");
            if (others != null && others.isEmpty()) {
                constraints.fault(
                        path + ".projection.nonKeyAttributes",
                        "[]",
                        "Member must have length greater than or equal to 1");
            }
        }
        if (constraints.notNull(path + ".indexName", index.string("IndexName"))) {
            constraints.name(path + ".indexName", index.string("IndexName"), 3);
        }
        checkKeySchema(index, path + ".keySchema", false, constraints);
        checkThroughput(index, path + ".provisionedThroughput", constraints);
    }

    static void checkThroughput(JsonObject owner, String path, Constraints constraints) {
        JsonObject throughput = owner.structure("ProvisionedThroughput");
        if (throughput != null) {
            for (String kind : List.of("Write", "Read")) {
                Long units = throughput.longInteger(kind + "CapacityUnits");
                String unitsPath = path + "." + (kind.equals("Write") ? "write" : "read") + "CapacityUnits";
                if (constraints.notNull(unitsPath, units)) {
                    constraints.range(unitsPath, units, 1, Long.MAX_VALUE);
                }
            }
        }
    }

    static Map<String, DataType> types(JsonObject request) {
        Map<String, DataType> types = new LinkedHashMap<>();
        List<JsonObject> definitions = request.structures("AttributeDefinitions");
        for (JsonObject definition : definitions == null ? List.<JsonObject>of() : definitions) {
            types.put(text(definition, "AttributeName"), DataType.valueOf(text(definition, "AttributeType")));
        }
        return types;
    }

    private static String text(JsonObject object, String field) {
        String text = object.string(field);
        return text == null ? "" : text;
    }

    static KeySchema keySchema(JsonObject owner, boolean ofTable, boolean ofGlobalIndex, Map<String, DataType> types) {
        List<String> hash = new ArrayList<>();
        List<String> range = new ArrayList<>();
        List<JsonObject> elements = owner.structures("KeySchema");
        List<String> all = new ArrayList<>();
        for (JsonObject element : elements == null ? List.<JsonObject>of() : elements) {
            String name = text(element, "AttributeName");
            boolean isHash = text(element, "KeyType").equals("HASH");
            if (all.isEmpty() && !isHash) {
                throw ServiceException.validation(
                        "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
            }
            if (all.contains(name)) {
                throw ServiceException.validation(
                        types.size() < all.size() + 1
                                ? "Invalid KeySchema: Some index key attribute have no definition"
                                : "Both the Hash Key and the Range Key element in the KeySchema have the same name");
            }
            if (isHash && (!range.isEmpty() || (!ofGlobalIndex && !hash.isEmpty()))) {
                throw ServiceException.validation(
                        "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
            }
            all.add(name);
            (isHash ? hash : range).add(name);
        }
        if (ofTable && all.size() > types.size()) {
            throw ServiceException.validation("Invalid KeySchema: Some index key attribute have no definition");
        }
        if (!types.keySet().containsAll(all)) {
            throw ServiceException.invalidParameter("Some index key attributes are not defined in "
                    + "AttributeDefinitions. Keys: " + all + ", AttributeDefinitions: " + types.keySet());
        }
        if (hash.size() > MAX_KEY_PARTS || range.size() > MAX_KEY_PARTS) {
            throw ServiceException.validation(
                    "Invalid KeySchema: A key has more than " + MAX_KEY_PARTS + " HASH or RANGE attributes");
        }
        return new KeySchema(List.copyOf(hash), List.copyOf(range));
    }

    static @Nullable Throughput throughput(JsonObject owner) {
        JsonObject throughput = owner.structure("ProvisionedThroughput");
        if (throughput == null) {
            return null;
        }
        Long read = throughput.longInteger("ReadCapacityUnits");
        Long write = throughput.longInteger("WriteCapacityUnits");
        return new Throughput(read == null ? 0 : read, write == null ? 0 : write);
    }

    /** An index of a table that is provisioned, or on demand. */
    static IndexDefinition index(JsonObject index, boolean global, Map<String, DataType> types, boolean provisioned) {
        String name = text(index, "IndexName");
        KeySchema keys = keySchema(index, false, global, types);
        Projected projected = projected(index);
        Throughput throughput = throughput(index);
        if (global && throughput != null && !provisioned) {
            throw ServiceException.invalidParameter("ProvisionedThroughput should not be specified for index: " + name
                    + " when BillingMode is PAY_PER_REQUEST");
        }
        if (global && throughput == null && provisioned) {
            throw ServiceException.invalidParameter("ProvisionedThroughput must be specified for index: " + name);
        }
        Throughput units = throughput == null ? Throughput.ON_DEMAND : throughput;
        return new IndexDefinition(name, global, keys, projected, global ? units : null);
    }

    private static Projected projected(JsonObject index) {
        JsonObject projection = index.structure("Projection");
        String type = projection == null ? null : projection.string("ProjectionType");
        List<String> others = projection == null ? null : projection.strings("NonKeyAttributes");
        if (type == null) {
            throw ServiceException.invalidParameter("Unknown ProjectionType: null");
        }
        if (type.equals("INCLUDE") && others == null) {
            throw ServiceException.invalidParameter("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
        }
        if (!type.equals("INCLUDE") && others != null) {
            throw ServiceException.invalidParameter(
                    "ProjectionType is " + type + ", but NonKeyAttributes is specified");
        }
        return new Projected(type, others == null ? null : List.copyOf(others));
    }
}
