package dev.tempest.local.internal.operation.table;

import static java.util.Objects.requireNonNull;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.operation.table.TableDescription.IndexState;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.request.Operation;
import dev.tempest.local.internal.stream.StreamView;
import dev.tempest.local.internal.table.Index;
import dev.tempest.local.internal.table.IndexDefinition;
import dev.tempest.local.internal.table.Table;
import dev.tempest.local.internal.table.Throughput;
import dev.tempest.local.internal.value.DataType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes billing, indexes, the stream, and the protection from deletion. All is checked before anything is changed. */
public final class UpdateTable implements Operation {
    private static final List<String> CHANGES = List.of(
            "BillingMode",
            "ProvisionedThroughput",
            "StreamSpecification",
            "SSESpecification",
            "TableClass",
            "DeletionProtectionEnabled");

    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        checkFields(request);
        TableDescription description = null;
        if (CHANGES.stream().anyMatch(request::has) || !indexUpdates(request).isEmpty()) {
            description = TableAccess.change(namespace, request, table -> {
                table.checkReachable();
                return new Update(namespace, table, request).run();
            });
            TableAccess.changeOthers(
                    namespace.table(Constraints.controlTableName(request)),
                    other -> new Update(namespace, other, request).runInOtherRegion());
        }
        if (ReplicaUpdates.isIn(request)) {
            description = ReplicaUpdates.run(namespace, request);
        }
        TableDescription last = requireNonNull(description);
        return out -> last.writeAs(out, "TableDescription");
    }

    private static void checkFields(JsonObject request) {
        Constraints.controlTableName(request);
        Constraints constraints = new Constraints();
        constraints.oneOf("billingMode", request.string("BillingMode"), "PROVISIONED", "PAY_PER_REQUEST");
        constraints.oneOf("tableClass", request.string("TableClass"), "STANDARD", "STANDARD_INFREQUENT_ACCESS");
        request.bool("DeletionProtectionEnabled");
        TableSpec.checkThroughput(request, "provisionedThroughput", constraints);
        TableSpec.checkDefinitions(request, constraints);
        StreamSpec.check(request, constraints);
        ReplicaUpdates.check(request, constraints);
        int number = 1;
        for (JsonObject update : indexUpdates(request)) {
            String path = "globalSecondaryIndexUpdates." + number++ + ".member.";
            JsonObject create = update.structure("Create");
            if (create != null) {
                TableSpec.checkIndex(create, path + "create", constraints);
            }
            for (String kind : List.of("Update", "Delete")) {
                JsonObject change = update.structure(kind);
                String name = path + (kind.equals("Update") ? "update" : "delete") + ".indexName";
                if (change != null && constraints.notNull(name, change.string("IndexName"))) {
                    constraints.name(name, change.string("IndexName"), 3);
                }
            }
        }
        constraints.check();
        if (CHANGES.stream().noneMatch(request::has)
                && indexUpdates(request).isEmpty()
                && !ReplicaUpdates.isIn(request)) {
            throw ServiceException.validation("At least one of ProvisionedThroughput, BillingMode, "
                    + "UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is "
                    + "required");
        }
    }

    private static List<JsonObject> indexUpdates(JsonObject request) {
        List<JsonObject> updates = request.structures("GlobalSecondaryIndexUpdates");
        return updates == null ? List.of() : updates;
    }

    /** One update of a table whose write lock is held: the changes that passed their checks. */
    private static final class Update {
        private final Namespace namespace;
        private final Table table;
        private final JsonObject request;
        private final List<Runnable> changes = new ArrayList<>();
        private final List<IndexState> deleted = new ArrayList<>();
        private final List<String> created = new ArrayList<>();

        Update(Namespace namespace, Table table, JsonObject request) {
            this.namespace = namespace;
            this.table = table;
            this.request = request;
        }

        /** Makes the changes that all replicas of a table have in common. */
        void runInOtherRegion() {
            Throughput throughput = throughput();
            indexes(throughput.isProvisioned());
            changes.forEach(Runnable::run);
            table.redefine(table.definition().with(throughput));
        }

        TableDescription run() {
            Throughput throughput = throughput();
            indexes(throughput.isProvisioned());
            stream();
            Boolean protection = request.bool("DeletionProtectionEnabled");
            String tableClass = request.string("TableClass");
            Throughput old = table.definition().throughput();
            Throughput before = old.isProvisioned() == throughput.isProvisioned() ? old : throughput;
            changes.forEach(Runnable::run);
            table.redefine(table.definition().with(throughput));
            if (protection != null) {
                table.redefine(table.definition().withProtection(protection));
            }
            if (tableClass != null) {
                table.redefine(table.definition().withClass(tableClass));
            }
            return description(before);
        }

        /** What a table is while it is updated: it still has the throughput from before. */
        private TableDescription description(Throughput before) {
            TableDescription plain = TableDescription.of(table, "UPDATING", "ACTIVE");
            List<IndexState> indexes = new ArrayList<>(deleted);
            for (IndexState index : plain.indexes()) {
                String name = index.definition().name();
                indexes.add(
                        created.contains(name)
                                ? new IndexState(index.definition(), "CREATING", index.items(), index.bytes())
                                : index);
            }
            return new TableDescription(
                    plain.definition().with(before),
                    plain.id(),
                    plain.created(),
                    plain.status(),
                    plain.items(),
                    plain.bytes(),
                    indexes,
                    plain.stream(),
                    plain.replicas());
        }

        private Throughput throughput() {
            Throughput old = table.definition().throughput();
            Throughput given = TableSpec.throughput(request);
            String mode = request.string("BillingMode");
            boolean provisioned = mode == null ? old.isProvisioned() : mode.equals("PROVISIONED");
            if (!provisioned) {
                if (given != null) {
                    throw ServiceException.invalidParameter("Neither ReadCapacityUnits nor WriteCapacityUnits can be "
                            + "specified when BillingMode is PAY_PER_REQUEST");
                }
                if (old.isProvisioned()) {
                    table.indexes().keySet().forEach(name -> changes.add(() -> provision(name, Throughput.ON_DEMAND)));
                }
                return Throughput.ON_DEMAND;
            }
            if (given == null) {
                if (mode != null) {
                    throw ServiceException.invalidParameter(
                            "ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
                }
                return old;
            }
            if (given.equals(old)) {
                throw ServiceException.validation("The provisioned throughput for the table will not change. The "
                        + "requested value equals the current value. Current ReadCapacityUnits provisioned for the "
                        + "table: " + old.read() + ". Requested ReadCapacityUnits: " + given.read()
                        + ". Current WriteCapacityUnits provisioned for the table: " + old.write()
                        + ". Requested WriteCapacityUnits: " + given.write() + ". Refer to the Amazon DynamoDB "
                        + "Developer Guide for current limits and how to request higher limits.");
            }
            return given;
        }

        private void provision(String index, Throughput throughput) {
            Index there = table.indexes().get(index);
            if (there != null && there.definition().global()) {
                table.provisionIndex(index, throughput);
            }
        }

        private void indexes(boolean provisioned) {
            int onlineChanges = 0;
            for (JsonObject update : indexUpdates(request)) {
                JsonObject create = update.structure("Create");
                JsonObject change = update.structure("Update");
                JsonObject delete = update.structure("Delete");
                if (create != null) {
                    create(create, provisioned);
                } else if (change != null) {
                    provision(change, provisioned);
                } else if (delete != null) {
                    delete(delete);
                } else {
                    throw ServiceException.invalidParameter("One of GlobalSecondaryIndexUpdate.Update, "
                            + "GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null");
                }
                onlineChanges += change == null ? 1 : 0;
            }
            if (onlineChanges > 1) {
                throw ServiceException.dynamoDb(
                        "LimitExceededException",
                        "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per "
                                + "table");
            }
        }

        private void create(JsonObject create, boolean provisioned) {
            Map<String, DataType> types = new LinkedHashMap<>(TableSpec.types(request));
            IndexDefinition index = TableSpec.index(create, true, types, provisioned);
            if (table.indexes().containsKey(index.name())) {
                throw ServiceException.invalidParameter("Index already exists: " + index.name());
            }
            long global = table.indexes().values().stream()
                    .filter(each -> each.definition().global())
                    .count();
            if (global >= CreateTable.MAX_GLOBAL_INDEXES) {
                throw ServiceException.dynamoDb(
                        "LimitExceededException",
                        "GlobalSecondaryIndex count exceeds the per-table limit of " + CreateTable.MAX_GLOBAL_INDEXES);
            }
            Map<String, DataType> all = new LinkedHashMap<>(table.definition().types());
            index.keys().attributes().forEach(attribute -> {
                DataType old = all.get(attribute);
                DataType type = types.get(attribute);
                if (old != null && old != type) {
                    throw ServiceException.invalidParameter(
                            "Attribute " + attribute + " is defined with another type in an existing key: " + old);
                }
                if (type != null) {
                    all.put(attribute, type);
                }
            });
            created.add(index.name());
            changes.add(() -> {
                table.redefine(table.definition().with(Collections.unmodifiableMap(all)));
                table.addIndex(index);
            });
        }

        private void provision(JsonObject change, boolean provisioned) {
            Index index = existing(change);
            Throughput throughput = TableSpec.throughput(change);
            if (!provisioned || throughput == null) {
                throw ServiceException.validation("This operation cannot be performed with given input values. Please "
                        + "contact DynamoDB service team for more info: Action Blocked: IndexUpdate");
            }
            changes.add(() -> table.provisionIndex(index.definition().name(), throughput));
        }

        private void delete(JsonObject delete) {
            Index index = existing(delete);
            deleted.add(IndexState.of(index, "DELETING"));
            changes.add(() -> {
                table.removeIndex(index.definition().name());
                table.redefine(table.definition().with(usedTypes()));
            });
        }

        /** The types of the attributes that are still part of a key. */
        private Map<String, DataType> usedTypes() {
            Set<String> used = new HashSet<>(table.definition().keys().attributes());
            table.indexes()
                    .values()
                    .forEach(index -> used.addAll(index.definition().keys().attributes()));
            Map<String, DataType> types = new LinkedHashMap<>(table.definition().types());
            types.keySet().retainAll(used);
            return Collections.unmodifiableMap(types);
        }

        private Index existing(JsonObject change) {
            String name = change.string("IndexName");
            Index index = name == null ? null : table.indexes().get(name);
            if (index == null || !index.definition().global()) {
                throw ServiceException.tableNotFound();
            }
            return index;
        }

        private void stream() {
            @Nullable StreamSpec spec = StreamSpec.of(request);
            if (spec == null) {
                return;
            }
            StreamView view = spec.view();
            if (view == null) {
                if (table.stream() == null) {
                    throw ServiceException.validation("Table has no stream to disable");
                }
                if (table.replica() != null && !table.replica().isStrong()) {
                    throw ServiceException.validation("The stream of a replica in a global table with multi-Region "
                            + "eventual consistency cannot be disabled");
                }
                changes.add(() -> table.setStream(null));
            } else {
                if (table.stream() != null) {
                    throw ServiceException.validation("Table already has an enabled stream");
                }
                changes.add(() -> table.setStream(namespace.newStream(table.definition(), view)));
            }
        }
    }
}
