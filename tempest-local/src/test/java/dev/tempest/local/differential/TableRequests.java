package dev.tempest.local.differential;

import dev.tempest.local.differential.TableShape.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes requests on tables. */
final class TableRequests {
    private final Dice dice;

    TableRequests(Dice dice) {
        this.dice = dice;
    }

    Map<String, @Nullable Object> create(TableShape shape) {
        Map<String, @Nullable Object> request = shape.createRequest();
        if (dice.chance(10)) {
            request.put("TableClass", dice.of("STANDARD", "STANDARD_INFREQUENT_ACCESS"));
        }
        if (dice.chance(5)) {
            request.put("DeletionProtectionEnabled", false);
        }
        return request;
    }

    void spoilCreate(Map<String, @Nullable Object> request) {
        List<@Nullable Object> keys = new ArrayList<>(Json.list(request.get("KeySchema")));
        List<@Nullable Object> definitions = new ArrayList<>(Json.list(request.get("AttributeDefinitions")));
        switch (dice.below(24)) {
            case 0 -> request.remove("KeySchema");
            case 1 -> request.remove("AttributeDefinitions");
            case 2 -> request.put("KeySchema", List.of());
            case 3 -> request.put("AttributeDefinitions", List.of());
            case 4 -> definitions.add(TableShape.definition(new Field("unused", "S")));
            case 5 -> definitions.remove(0);
            case 6 -> definitions.set(0, TableShape.definition(new Field("pk", dice.of("BOOL", "X", "s", "SS"))));
            case 7 -> keys.set(0, Json.of("AttributeName", "pk", "KeyType", dice.of("RANGE", "hash", "OTHER")));
            case 8 -> keys.add(Json.of("AttributeName", "pk", "KeyType", "RANGE"));
            case 9 -> keys.add(Json.of("AttributeName", "other", "KeyType", "HASH"));
            case 10 -> request.put("BillingMode", dice.of("FREE", "", "pay_per_request"));
            case 11 -> {
                request.put("BillingMode", "PROVISIONED");
                request.remove("ProvisionedThroughput");
            }
            case 12 -> {
                request.put("BillingMode", "PAY_PER_REQUEST");
                request.put("ProvisionedThroughput", TableShape.throughput(1, 1));
            }
            case 13 -> {
                request.remove("BillingMode");
                request.put("ProvisionedThroughput", TableShape.throughput(dice.of(0, -1), 1));
            }
            case 14 -> request.put("GlobalSecondaryIndexes", List.of());
            case 15 -> request.put("LocalSecondaryIndexes", List.of());
            case 16 -> request.put("StreamSpecification", Json.of("StreamEnabled", true));
            case 17 ->
                request.put("StreamSpecification", Json.of("StreamEnabled", false, "StreamViewType", "NEW_IMAGE"));
            case 18 -> request.put("StreamSpecification", Json.of("StreamEnabled", true, "StreamViewType", "IMAGE"));
            case 19 -> request.put("TableName", dice.of("", "a", "ab", "a b", "x".repeat(256), "é-table"));
            case 20 -> request.remove("TableName");
            case 21 -> index(request, "GlobalSecondaryIndexes");
            case 22 -> index(request, "LocalSecondaryIndexes");
            default -> request.put("TableClass", "OTHER");
        }
        request.replace("KeySchema", Json.list(request.get("KeySchema")).isEmpty() ? request.get("KeySchema") : keys);
        request.replace(
                "AttributeDefinitions",
                Json.list(request.get("AttributeDefinitions")).isEmpty()
                        ? request.get("AttributeDefinitions")
                        : definitions);
    }

    private void index(Map<String, @Nullable Object> request, String parameter) {
        Map<String, @Nullable Object> index = Json.of(
                "IndexName",
                "index",
                "KeySchema",
                TableShape.keySchema(new Field("pk", "S"), new Field("pk2", "S")),
                "Projection",
                Json.of("ProjectionType", "ALL"));
        switch (dice.below(8)) {
            case 0 -> index.remove("IndexName");
            case 1 -> index.put("IndexName", dice.of("", "a", "a b", "x".repeat(256)));
            case 2 -> index.remove("KeySchema");
            case 3 -> index.remove("Projection");
            case 4 -> index.put("Projection", Json.of("ProjectionType", dice.of("SOME", "INCLUDE")));
            case 5 -> index.put("Projection", Json.of("ProjectionType", "ALL", "NonKeyAttributes", List.of("a")));
            case 6 -> index.put("Projection", Json.of());
            default -> {
                // The attribute pk2 has no definition.
            }
        }
        request.put(parameter, new ArrayList<>(List.of(index)));
    }

    /** A change of a table, which its state may allow or not. */
    Map<String, @Nullable Object> update(TableShape shape, int number) {
        Map<String, @Nullable Object> request = Json.of("TableName", shape.name());
        // Mostly what fits the table's state.
        boolean provisioned = shape.provisioned() != dice.chance(5);
        boolean streaming = (shape.streamView() != null) != dice.chance(5);
        switch (dice.below(8)) {
            case 0, 1 -> {
                int read = 1 + dice.below(20);
                request.put("ProvisionedThroughput", TableShape.throughput(read, 1 + dice.below(20)));
                if (!provisioned) {
                    request.put("BillingMode", "PROVISIONED");
                }
            }
            case 2 -> request.put("BillingMode", "PAY_PER_REQUEST");
            case 3, 4 -> {
                String view = dice.of("NEW_IMAGE", "KEYS_ONLY");
                request.put(
                        "StreamSpecification",
                        streaming
                                ? Json.of("StreamEnabled", false)
                                : Json.of("StreamEnabled", true, "StreamViewType", view));
            }
            case 5 -> createIndex(request, shape, number);
            case 6 ->
                request.put(
                        "GlobalSecondaryIndexUpdates",
                        List.of(Json.of("Delete", Json.of("IndexName", dice.of("global1", "global2", "added")))));
            default -> request.put("DeletionProtectionEnabled", false);
        }
        return request;
    }

    /** The table after an update. */
    static TableShape updated(TableShape shape, Map<String, @Nullable Object> update) {
        Map<String, @Nullable Object> stream = Json.object(update.get("StreamSpecification"));
        Object view = stream.isEmpty() ? shape.streamView() : stream.get("StreamViewType");
        Object mode = update.get("BillingMode");
        return new TableShape(
                shape.name(),
                shape.hash(),
                shape.range(),
                shape.indexes(),
                view == null ? null : view.toString(),
                mode == null ? shape.provisioned() : mode.equals("PROVISIONED"));
    }

    private void createIndex(Map<String, @Nullable Object> request, TableShape shape, int number) {
        List<@Nullable Object> definitions = new ArrayList<>();
        Field hash = dice.of(TableShape.INDEXED);
        shape.keys().forEach(field -> definitions.add(TableShape.definition(field)));
        definitions.add(TableShape.definition(hash));
        Map<String, @Nullable Object> index = Json.of(
                "IndexName",
                dice.of("added", "added" + number),
                "KeySchema",
                TableShape.keySchema(hash, null),
                "Projection",
                Json.of("ProjectionType", dice.of("ALL", "KEYS_ONLY")));
        if (shape.provisioned()) {
            index.put("ProvisionedThroughput", TableShape.throughput(2, 3));
        }
        request.put("AttributeDefinitions", definitions);
        request.put("GlobalSecondaryIndexUpdates", List.of(Json.of("Create", index)));
    }

    void spoilUpdate(Map<String, @Nullable Object> request) {
        request.keySet().retainAll(List.of("TableName"));
        switch (dice.below(9)) {
            case 0 -> request.put("BillingMode", dice.of("FREE", ""));
            case 1 -> request.put("ProvisionedThroughput", TableShape.throughput(0, 1));
            case 2 -> request.put("ProvisionedThroughput", Json.of("ReadCapacityUnits", 3));
            case 3 -> request.put("StreamSpecification", Json.of("StreamEnabled", true));
            case 4 -> request.put("StreamSpecification", Json.of());
            case 5 -> request.put("GlobalSecondaryIndexUpdates", List.of());
            case 6 -> request.put("GlobalSecondaryIndexUpdates", List.of(Json.of()));
            case 7 ->
                request.put("GlobalSecondaryIndexUpdates", List.of(Json.of("Update", Json.of("IndexName", "global1"))));
            default -> {
                // A request that changes nothing.
            }
        }
    }

    Map<String, @Nullable Object> timeToLive(TableShape shape, boolean enabled) {
        return Json.of(
                "TableName",
                shape.name(),
                "TimeToLiveSpecification",
                Json.of("Enabled", enabled, "AttributeName", "x".repeat(dice.of(1, 1, 255))));
    }

    void spoilTimeToLive(Map<String, @Nullable Object> request) {
        switch (dice.below(5)) {
            case 0 -> request.remove("TimeToLiveSpecification");
            case 1 -> request.put("TimeToLiveSpecification", Json.of("Enabled", true));
            case 2 -> request.put("TimeToLiveSpecification", Json.of("AttributeName", "expires"));
            case 3 -> request.put("TimeToLiveSpecification", Json.of("Enabled", true, "AttributeName", ""));
            default -> request.put("TimeToLiveSpecification", Json.of("Enabled", true, "AttributeName", ""));
        }
    }

    Map<String, @Nullable Object> listTables() {
        Map<String, @Nullable Object> request = Json.of();
        if (dice.chance(50)) {
            request.put("Limit", 1 + dice.below(20));
        }
        if (dice.chance(40)) {
            request.put("ExclusiveStartTableName", dice.of("episode", "aaa", "zzz", "episode0-table1"));
        }
        return request;
    }

    void spoilListTables(Map<String, @Nullable Object> request) {
        if (dice.chance(50)) {
            request.put("Limit", dice.of(0, 101, -1));
        } else {
            request.put("ExclusiveStartTableName", dice.of("", "a", "a b", "x".repeat(256)));
        }
    }
}
