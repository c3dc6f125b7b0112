package dev.tempest.local.internal.operation.table;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.request.Operation;
import dev.tempest.local.internal.table.IndexDefinition;
import dev.tempest.local.internal.table.KeySchema;
import dev.tempest.local.internal.table.Table;
import dev.tempest.local.internal.table.TableDefinition;
import dev.tempest.local.internal.table.Throughput;
import dev.tempest.local.internal.value.DataType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

public final class CreateTable implements Operation {
    static final int MAX_GLOBAL_INDEXES = 20;
    private static final int MAX_LOCAL_INDEXES = 5;

    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        String name = request.string("TableName");
        if (name == null) {
            throw ServiceException.validation(
                    "The parameter 'TableName' is required but was not present in the request");
        }
        checkFields(request, name);
        Map<String, DataType> types = TableSpec.types(request);
        Throughput throughput = throughput(request);
        KeySchema keys = TableSpec.keySchema(request, true, false, types);
        List<IndexDefinition> indexes = indexes(request, keys, types, throughput.isProvisioned());
        checkAllUsed(request, keys, types, indexes);
        TableDefinition definition = new TableDefinition(
                name,
                namespace.tableArn(name),
                keys,
                Collections.unmodifiableMap(types),
                throughput,
                request.flag("DeletionProtectionEnabled"),
                request.string("TableClass"));
        StreamSpec stream = StreamSpec.ofNewTable(request);
        Table table = new Table(definition, indexes, namespace.settings());
        table.writeLock().lock();
        try {
            if (!namespace.add(table)) {
                throw ServiceException.dynamoDb("ResourceInUseException", "Table already exists: " + name);
            }
            if (stream != null && stream.view() != null) {
                table.setStream(namespace.newStream(definition, stream.view()));
            }
            TableDescription description = TableDescription.of(table, "CREATING", "CREATING");
            return out -> description.writeAs(out, "TableDescription");
        } finally {
            table.writeLock().unlock();
        }
    }

    private static void checkFields(JsonObject request, String name) {
        Constraints constraints = new Constraints();
        constraints.newTableName("tableName", name);
        constraints.check();
        constraints.notNull("attributeDefinitions", request.structures("AttributeDefinitions"));
        TableSpec.checkKeySchema(request, "keySchema", true, constraints);
        TableSpec.checkDefinitions(request, constraints);
        constraints.oneOf("billingMode", request.string("BillingMode"), "PROVISIONED", "PAY_PER_REQUEST");
        TableSpec.checkThroughput(request, "provisionedThroughput", constraints);
        constraints.oneOf("tableClass", request.string("TableClass"), "STANDARD", "STANDARD_INFREQUENT_ACCESS");
        StreamSpec.check(request, constraints);
        TableSpec.checkIndexes(request, "LocalSecondaryIndexes", "localSecondaryIndexes", constraints);
        TableSpec.checkIndexes(request, "GlobalSecondaryIndexes", "globalSecondaryIndexes", constraints);
        constraints.check();
    }

    private static Throughput throughput(JsonObject request) {
        Throughput throughput = TableSpec.throughput(request);
        if ("PAY_PER_REQUEST".equals(request.string("BillingMode"))) {
            if (throughput != null) {
                throw ServiceException.invalidParameter("Neither ReadCapacityUnits nor WriteCapacityUnits can be "
                        + "specified when BillingMode is PAY_PER_REQUEST");
            }
            return Throughput.ON_DEMAND;
        }
        if (throughput == null) {
            throw ServiceException.invalidParameter("ReadCapacityUnits and WriteCapacityUnits must both be specified "
                    + "when BillingMode is PROVISIONED");
        }
        return throughput;
    }

    private static List<IndexDefinition> indexes(
            JsonObject request, KeySchema tableKeys, Map<String, DataType> types, boolean provisioned) {
        List<IndexDefinition> indexes = new ArrayList<>();
        List<JsonObject> local = given(request, "LocalSecondaryIndexes", MAX_LOCAL_INDEXES);
        if (!local.isEmpty() && tableKeys.range().isEmpty()) {
            throw ServiceException.invalidParameter("Table KeySchema does not have a range key, which is required "
                    + "when specifying a LocalSecondaryIndex");
        }
        for (JsonObject spec : local) {
            IndexDefinition index = TableSpec.index(spec, false, types, provisioned);
            checkLocal(index, tableKeys);
            indexes.add(index);
        }
        for (JsonObject spec : given(request, "GlobalSecondaryIndexes", MAX_GLOBAL_INDEXES)) {
            indexes.add(TableSpec.index(spec, true, types, provisioned));
        }
        Set<String> names = new HashSet<>();
        for (IndexDefinition index : indexes) {
            if (!names.add(index.name())) {
                throw ServiceException.invalidParameter("Duplicate index name: " + index.name());
            }
        }
        return indexes;
    }

    private static List<JsonObject> given(JsonObject request, String field, int most) {
        @Nullable List<JsonObject> specs = request.structures(field);
        if (specs == null) {
            return List.of();
        }
        if (specs.isEmpty()) {
            throw ServiceException.invalidParameter("List of " + field + " is empty");
        }
        if (specs.size() > most) {
            throw ServiceException.invalidParameter(
                    field.startsWith("L")
                            ? "Number of LocalSecondaryIndexes exceeds per-table limit of " + most
                            : "GlobalSecondaryIndex count exceeds the per-table limit of " + most);
        }
        return specs;
    }

    private static void checkLocal(IndexDefinition index, KeySchema table) {
        if (!index.keys().hash().equals(table.hash())) {
            throw ServiceException.invalidParameter("Index KeySchema does not have the same leading hash key as table "
                    + "KeySchema for index: " + index.name() + ". index hash key: "
                    + index.keys().hash().get(0) + ", table hash key: "
                    + table.hash().get(0));
        }
        if (index.keys().range().isEmpty()) {
            throw ServiceException.invalidParameter(
                    "Index KeySchema does not have a range key for index: " + index.name());
        }
        if (index.keys().range().size() > 1) {
            throw ServiceException.validation("Invalid KeySchema: A local secondary index has one RANGE attribute");
        }
    }

    private static void checkAllUsed(
            JsonObject request, KeySchema keys, Map<String, DataType> types, List<IndexDefinition> indexes) {
        Set<String> used = new LinkedHashSet<>(keys.attributes());
        indexes.forEach(index -> used.addAll(index.keys().attributes()));
        List<JsonObject> definitions = request.structures("AttributeDefinitions");
        int defined = definitions == null ? 0 : definitions.size();
        if (defined != used.size()) {
            throw ServiceException.invalidParameter(
                    indexes.isEmpty()
                            ? "Number of attributes in KeySchema does not exactly match number of attributes defined in "
                                    + "AttributeDefinitions"
                            : "Some AttributeDefinitions are not used. AttributeDefinitions: " + types.keySet()
                                    + ", keys used: " + used);
        }
    }
}
