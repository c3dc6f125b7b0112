package dev.tempest.local.internal.operation.table;

import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.stream.TableStream;
import dev.tempest.local.internal.table.Index;
import dev.tempest.local.internal.table.IndexDefinition;
import dev.tempest.local.internal.table.KeySchema;
import dev.tempest.local.internal.table.Replica;
import dev.tempest.local.internal.table.Table;
import dev.tempest.local.internal.table.TableDefinition;
import dev.tempest.local.internal.table.Throughput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as it is described at one moment. */
public record TableDescription(
        TableDefinition definition,
        String id,
        Instant created,
        String status,
        int items,
        long bytes,
        List<IndexState> indexes,
        @Nullable TableStream stream,
        Replica.@Nullable Description replicas) {

    record IndexState(IndexDefinition definition, String status, int items, long bytes) {
        static IndexState of(Index index, String status) {
            return new IndexState(index.definition(), status, index.size(), index.bytes());
        }
    }

    /** Describes a table whose lock the caller holds. */
    static TableDescription of(Table table, String status, String indexStatus) {
        List<IndexState> indexes = new ArrayList<>();
        table.indexes().values().forEach(index -> indexes.add(IndexState.of(index, indexStatus)));
        Replica replica = table.replica();
        return new TableDescription(
                table.definition(),
                table.id(),
                table.created(),
                status,
                table.size(),
                table.bytes(),
                indexes,
                table.stream(),
                replica == null ? null : replica.describe());
    }

    /** Writes a response that consists of the description. */
    void writeAs(JsonWriter out, String field) {
        out.beginObject();
        out.object(field, () -> write(out));
        out.endObject();
    }

    private void write(JsonWriter out) {
        out.beginArray("AttributeDefinitions");
        definition.types().forEach((name, type) -> {
            out.beginObject();
            out.field("AttributeName", name);
            out.field("AttributeType", type.name());
            out.endObject();
        });
        out.endArray();
        out.field("TableName", definition.name());
        keySchema(out, definition.keys());
        out.field("TableStatus", status);
        out.field("CreationDateTime", created);
        throughput(out, definition.throughput());
        out.field("TableSizeBytes", bytes);
        out.field("ItemCount", items);
        out.field("TableArn", definition.arn());
        out.field("TableId", id);
        if (!definition.throughput().isProvisioned()) {
            out.object("BillingModeSummary", () -> out.field("BillingMode", "PAY_PER_REQUEST"));
        }
        indexes(out, "LocalSecondaryIndexes", false);
        indexes(out, "GlobalSecondaryIndexes", true);
        if (stream != null) {
            out.object("StreamSpecification", () -> {
                out.field("StreamEnabled", true);
                out.field("StreamViewType", stream.view().name());
            });
            out.field("LatestStreamLabel", stream.label());
            out.field("LatestStreamArn", stream.arn());
        }
        if (definition.tableClass() != null) {
            out.object("TableClassSummary", () -> out.field("TableClass", definition.tableClass()));
        }
        out.field("DeletionProtectionEnabled", definition.protectedFromDeletion());
        if (replicas != null) {
            replicas(out, replicas);
        }
    }

    private static void replicas(JsonWriter out, Replica.Description replicas) {
        out.field("GlobalTableVersion", "2019.11.21");
        out.array("Replicas", replicas.others(), region -> region(out, region, "ReplicaStatus"));
        out.field("MultiRegionConsistency", replicas.strong() ? "STRONG" : "EVENTUAL");
        if (replicas.witness() != null) {
            out.array(
                    "GlobalTableWitnesses",
                    List.of(replicas.witness()),
                    region -> region(out, region, "WitnessStatus"));
        }
    }

    private static void region(JsonWriter out, String region, String status) {
        out.beginObject();
        out.field("RegionName", region);
        out.field(status, "ACTIVE");
        out.endObject();
    }

    private static void keySchema(JsonWriter out, KeySchema keys) {
        out.beginArray("KeySchema");
        keys.hash().forEach(name -> keySchemaElement(out, name, "HASH"));
        keys.range().forEach(name -> keySchemaElement(out, name, "RANGE"));
        out.endArray();
    }

    public static void keySchemaElement(JsonWriter out, String name, String type) {
        out.beginObject();
        out.field("AttributeName", name);
        out.field("KeyType", type);
        out.endObject();
    }

    private static void throughput(JsonWriter out, Throughput throughput) {
        out.object("ProvisionedThroughput", () -> {
            out.field("NumberOfDecreasesToday", 0);
            out.field("ReadCapacityUnits", throughput.read());
            out.field("WriteCapacityUnits", throughput.write());
        });
    }

    private void indexes(JsonWriter out, String field, boolean global) {
        List<IndexState> ofKind = indexes.stream()
                .filter(index -> index.definition().global() == global)
                .toList();
        if (!ofKind.isEmpty()) {
            out.array(field, ofKind, index -> index(out, index));
        }
    }

    private void index(JsonWriter out, IndexState index) {
        IndexDefinition spec = index.definition();
        out.beginObject();
        out.field("IndexName", spec.name());
        keySchema(out, spec.keys());
        out.object("Projection", () -> {
            out.field("ProjectionType", spec.projected().type());
            if (spec.projected().nonKeyAttributes() != null) {
                out.array("NonKeyAttributes", spec.projected().nonKeyAttributes(), out::string);
            }
        });
        if (spec.throughput() != null) {
            out.field("IndexStatus", index.status());
            throughput(out, spec.throughput());
        }
        out.field("IndexSizeBytes", index.bytes());
        out.field("ItemCount", index.items());
        out.field("IndexArn", definition.arn() + "/index/" + spec.name());
        out.endObject();
    }
}
