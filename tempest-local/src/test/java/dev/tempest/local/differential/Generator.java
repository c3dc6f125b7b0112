package dev.tempest.local.differential;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests, which a seed determines. They come in episodes: each creates tables of its own, works on them, and deletes
 * them, so that what a difference leaves behind does not last.
 */
final class Generator {
    private static final int EPISODE = 500;
    private static final int TABLES = 4;
    private static final String MISSING = "missing-table";

    private enum Mode {
        VALID,
        SPOILED,
        NO_TABLE,
        IN_USE,
        CONDITIONAL,
        CANCELLED,
        TOKEN
    }

    private record Kind(String operation, Mode mode, int weight) {}

    /** Weights so that no outcome of an operation is rare. */
    private static final List<Kind> KINDS = List.of(
            new Kind("PutItem", Mode.VALID, 40),
            new Kind("PutItem", Mode.SPOILED, 30),
            new Kind("PutItem", Mode.NO_TABLE, 16),
            new Kind("GetItem", Mode.VALID, 26),
            new Kind("GetItem", Mode.SPOILED, 19),
            new Kind("GetItem", Mode.NO_TABLE, 16),
            new Kind("UpdateItem", Mode.VALID, 62),
            new Kind("UpdateItem", Mode.SPOILED, 25),
            new Kind("UpdateItem", Mode.NO_TABLE, 15),
            new Kind("DeleteItem", Mode.VALID, 42),
            new Kind("DeleteItem", Mode.SPOILED, 18),
            new Kind("DeleteItem", Mode.NO_TABLE, 16),
            new Kind("Query", Mode.VALID, 50),
            new Kind("Query", Mode.SPOILED, 20),
            new Kind("Query", Mode.NO_TABLE, 17),
            new Kind("Scan", Mode.VALID, 26),
            new Kind("Scan", Mode.SPOILED, 20),
            new Kind("Scan", Mode.NO_TABLE, 15),
            new Kind("BatchGetItem", Mode.VALID, 18),
            new Kind("BatchGetItem", Mode.SPOILED, 19),
            new Kind("BatchGetItem", Mode.NO_TABLE, 15),
            new Kind("BatchWriteItem", Mode.VALID, 20),
            new Kind("BatchWriteItem", Mode.SPOILED, 18),
            new Kind("BatchWriteItem", Mode.NO_TABLE, 15),
            new Kind("TransactGetItems", Mode.VALID, 18),
            new Kind("TransactGetItems", Mode.SPOILED, 18),
            new Kind("TransactGetItems", Mode.NO_TABLE, 15),
            new Kind("TransactGetItems", Mode.CANCELLED, 21),
            new Kind("TransactWriteItems", Mode.VALID, 28),
            new Kind("TransactWriteItems", Mode.CONDITIONAL, 14),
            new Kind("TransactWriteItems", Mode.SPOILED, 20),
            new Kind("TransactWriteItems", Mode.NO_TABLE, 15),
            new Kind("TransactWriteItems", Mode.CANCELLED, 30),
            new Kind("TransactWriteItems", Mode.TOKEN, 15),
            new Kind("CreateTable", Mode.VALID, 1),
            new Kind("CreateTable", Mode.SPOILED, 18),
            new Kind("CreateTable", Mode.IN_USE, 18),
            new Kind("UpdateTable", Mode.VALID, 24),
            new Kind("UpdateTable", Mode.SPOILED, 15),
            new Kind("UpdateTable", Mode.NO_TABLE, 13),
            new Kind("DescribeTable", Mode.VALID, 12),
            new Kind("DescribeTable", Mode.SPOILED, 18),
            new Kind("DescribeTable", Mode.NO_TABLE, 17),
            new Kind("DeleteTable", Mode.VALID, 3),
            new Kind("DeleteTable", Mode.SPOILED, 16),
            new Kind("DeleteTable", Mode.NO_TABLE, 14),
            new Kind("ListTables", Mode.VALID, 16),
            new Kind("ListTables", Mode.SPOILED, 18),
            new Kind("UpdateTimeToLive", Mode.VALID, 10),
            new Kind("UpdateTimeToLive", Mode.SPOILED, 15),
            new Kind("UpdateTimeToLive", Mode.NO_TABLE, 15),
            new Kind("DescribeTimeToLive", Mode.VALID, 16),
            new Kind("DescribeTimeToLive", Mode.SPOILED, 18),
            new Kind("DescribeTimeToLive", Mode.NO_TABLE, 18),
            new Kind("ListStreams", Mode.VALID, 18),
            new Kind("ListStreams", Mode.SPOILED, 16),
            new Kind("DescribeStream", Mode.VALID, 12),
            new Kind("DescribeStream", Mode.SPOILED, 15),
            new Kind("DescribeStream", Mode.NO_TABLE, 16),
            new Kind("GetShardIterator", Mode.VALID, 8),
            new Kind("GetShardIterator", Mode.SPOILED, 15),
            new Kind("GetShardIterator", Mode.NO_TABLE, 15),
            new Kind("GetRecords", Mode.VALID, 10),
            new Kind("GetRecords", Mode.SPOILED, 16));

    private static final int ALL_WEIGHTS = KINDS.stream().mapToInt(Kind::weight).sum();

    private final Dice dice;
    private final ValueMaker values;
    private final ItemRequests items;
    private final ItemFaults itemFaults;
    private final TableRequests tables;
    private final StreamRequests streams;
    private final Serialization serialization;
    private final Deque<Call> pending = new ArrayDeque<>();
    /** The tables of the episode that items are read from and written to, and others that come and go. */
    private final List<TableShape> shapes = new ArrayList<>();

    private final List<TableShape> others = new ArrayList<>();
    private int episode;
    private int made;
    private int number;

    Generator(long seed) {
        dice = new Dice(seed);
        values = new ValueMaker(dice);
        items = new ItemRequests(dice, values);
        itemFaults = new ItemFaults(dice, values);
        tables = new TableRequests(dice);
        streams = new StreamRequests(dice);
        serialization = new Serialization(dice);
    }

    Call next() {
        if (made++ % EPISODE == 0) {
            startEpisode();
        }
        while (pending.isEmpty()) {
            make(kind());
        }
        return pending.removeFirst();
    }

    private void startEpisode() {
        pending.clear();
        shapes.forEach(shape -> add("DeleteTable", Json.of("TableName", shape.name())));
        others.forEach(shape -> add("DeleteTable", Json.of("TableName", shape.name())));
        shapes.clear();
        others.clear();
        episode++;
        for (int i = 0; i < TABLES; i++) {
            TableShape shape = TableShape.random(dice, "episode" + episode + "-table" + i);
            shapes.add(shape);
            add("CreateTable", shape.createRequest());
            if (shape.streamView() != null) {
                add("DescribeStream", streams.describe(shape));
            }
        }
        largePages();
    }

    /** Items that do not fit into one page. */
    private void largePages() {
        TableShape shape = shapes.get(0);
        List<Map<String, @Nullable Object>> keys = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Map<String, @Nullable Object> key = values.key(shape);
            keys.add(key);
            Map<String, @Nullable Object> item = Json.of("a", ValueMaker.value("S", "x".repeat(290_000)));
            item.putAll(key);
            add("PutItem", Json.of("TableName", shape.name(), "Item", item, "ReturnConsumedCapacity", "TOTAL"));
        }
        Map<String, @Nullable Object> scan =
                Json.of("TableName", shape.name(), "ProjectionExpression", "pk", "ReturnConsumedCapacity", "TOTAL");
        pending.add(Call.wholly("Scan", scan));
        add(
                "Query",
                Json.of(
                        "TableName",
                        shape.name(),
                        "KeyConditionExpression",
                        "pk = :pk",
                        "ExpressionAttributeValues",
                        Json.of(":pk", keys.get(0).get("pk")),
                        "Select",
                        "COUNT",
                        "ReturnConsumedCapacity",
                        "TOTAL"));
        keys.forEach(key -> add("DeleteItem", Json.of("TableName", shape.name(), "Key", key)));
    }

    private Kind kind() {
        int rest = dice.below(ALL_WEIGHTS);
        for (Kind kind : KINDS) {
            rest -= kind.weight();
            if (rest < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("Weights");
    }

    private void add(String operation, Map<String, @Nullable Object> request) {
        pending.add(Call.of(operation, request));
    }

    private void make(Kind kind) {
        if (dice.chance(3)) {
            if (dice.chance(50)) {
                add(dice.of("DescribeLimits2", "PutItems", "ExecuteNothing", "", "getItem"), Json.of());
            } else {
                Map<String, @Nullable Object> request = request(kind.operation(), missing());
                pending.add(new Call(kind.operation(), serialization.spoil(request), false));
            }
            return;
        }
        switch (kind.mode()) {
            case VALID -> valid(kind.operation());
            case SPOILED -> spoiled(kind.operation());
            case NO_TABLE -> noTable(kind.operation());
            case IN_USE -> add("CreateTable", dice.of(shapes).createRequest());
            case CONDITIONAL -> add("TransactWriteItems", items.transactWrite(shapes, 90));
            case CANCELLED -> {
                boolean gets = kind.operation().equals("TransactGetItems");
                Map<String, @Nullable Object> request =
                        gets ? items.transactGet(shapes) : items.transactWrite(shapes, 10);
                itemFaults.cancel(dice.of(shapes), request, gets ? "Get" : "Delete");
                add(kind.operation(), request);
            }
            case TOKEN -> tokens();
        }
    }

    /** A transaction, the same again, and another one under its token. */
    private void tokens() {
        String token = "token-" + episode + "-" + number++;
        TableShape shape = dice.of(shapes);
        Map<String, @Nullable Object> key = values.key(shape);
        Map<String, @Nullable Object> update = Json.of(
                "TableName",
                shape.name(),
                "Key",
                key,
                "UpdateExpression",
                "SET a = :a",
                "ExpressionAttributeValues",
                Json.of(":a", values.number()));
        Map<String, @Nullable Object> request =
                Json.of("TransactItems", List.of(Json.of("Update", update)), "ClientRequestToken", token);
        if (dice.chance(50)) {
            request.put("ReturnConsumedCapacity", "TOTAL");
        }
        add("TransactWriteItems", request);
        if (dice.chance(40)) {
            add("TransactWriteItems", request);
        }
        add(
                "TransactWriteItems",
                Json.of(
                        "TransactItems",
                        List.of(Json.of("Delete", Json.of("TableName", shape.name(), "Key", key))),
                        "ClientRequestToken",
                        token));
    }

    private void valid(String operation) {
        switch (operation) {
            case "Scan" -> pending.add(Call.wholly("Scan", items.scan(dice.of(shapes))));
            case "Query" -> {
                TableShape shape = dice.of(shapes);
                Map<String, @Nullable Object> query = items.query(shape);
                boolean index = query.containsKey("IndexName");
                if (!index && shape.range() != null && dice.chance(20)) {
                    query.put("ExclusiveStartKey", items.startKey(shape, null));
                }
                pending.add(
                        index && query.containsKey("Limit") ? Call.wholly("Query", query) : Call.of("Query", query));
            }
            case "CreateTable" -> create();
            case "DeleteTable" -> {
                if (others.isEmpty()) {
                    create();
                }
                add("DeleteTable", Json.of("TableName", others.remove(0).name()));
            }
            case "UpdateTable" -> {
                if (others.isEmpty() || dice.chance(10)) {
                    create();
                }
                int which = dice.below(others.size());
                Map<String, @Nullable Object> update = tables.update(others.get(which), number++);
                others.set(which, TableRequests.updated(others.get(which), update));
                add("UpdateTable", update);
                if (dice.chance(40)) {
                    add("DescribeTable", Json.of("TableName", update.get("TableName")));
                }
            }
            case "UpdateTimeToLive" -> {
                create();
                TableShape shape = others.get(others.size() - 1);
                boolean first = dice.chance(90);
                add(operation, tables.timeToLive(shape, first));
                add(operation, tables.timeToLive(shape, !first));
            }
            case "GetRecords" -> {
                TableShape shape = streaming();
                Map<String, @Nullable Object> iterator = streams.iterator(shape);
                add("GetShardIterator", iterator);
                add("GetRecords", streams.records(shape, iterator));
                add("GetRecords", streams.records(shape, Json.of()));
            }
            default -> add(operation, request(operation, dice.of(shapes)));
        }
    }

    private TableShape streaming() {
        List<TableShape> streaming =
                shapes.stream().filter(shape -> shape.streamView() != null).toList();
        return streaming.isEmpty() ? shapes.get(0) : dice.of(streaming);
    }

    private void create() {
        TableShape shape = TableShape.random(dice, "episode" + episode + "-other" + number++);
        others.add(shape);
        add("CreateTable", tables.create(shape));
        if (dice.chance(50)) {
            add("BatchWriteItem", items.batchWrite(List.of(shape)));
        }
    }

    /** A request that is valid by itself. */
    private Map<String, @Nullable Object> request(String operation, TableShape shape) {
        return switch (operation) {
            case "PutItem" -> items.put(shape);
            case "GetItem" -> items.get(shape);
            case "UpdateItem" -> items.update(shape);
            case "DeleteItem" -> items.delete(shape);
            case "Query" -> items.query(shape);
            case "Scan" -> items.scan(shape);
            case "BatchGetItem" -> items.batchGet(shapes);
            case "BatchWriteItem" -> items.batchWrite(shapes);
            case "TransactGetItems" -> items.transactGet(shapes);
            case "TransactWriteItems" -> items.transactWrite(shapes, 25);
            case "CreateTable" -> tables.create(TableShape.random(dice, "spoiled-table"));
            case "UpdateTable" -> tables.update(shape, number++);
            case "UpdateTimeToLive" -> tables.timeToLive(shape, dice.chance(60));
            case "ListTables" -> tables.listTables();
            case "ListStreams" -> streams.list(shape);
            case "DescribeStream" -> streams.describe(streaming());
            case "GetShardIterator" -> streams.iterator(streaming());
            case "GetRecords" -> streams.records(streaming(), Json.of());
            default -> Json.of("TableName", shape.name());
        };
    }

    private void spoiled(String operation) {
        // What spoils a table for good is done to tables that hold nothing.
        boolean changes = operation.equals("UpdateTable") || operation.equals("UpdateTimeToLive");
        if (changes && others.isEmpty()) {
            create();
        }
        TableShape shape = dice.of(changes ? others : shapes);
        Map<String, @Nullable Object> request = request(operation, shape);
        switch (operation) {
            case "CreateTable" -> tables.spoilCreate(request);
            case "UpdateTable" -> tables.spoilUpdate(request);
            case "UpdateTimeToLive" -> tables.spoilTimeToLive(request);
            case "ListTables" -> tables.spoilListTables(request);
            case "DescribeTable", "DeleteTable", "DescribeTimeToLive" -> itemFaults.tableName(request);
            case "ListStreams", "DescribeStream", "GetShardIterator", "GetRecords" -> streams.spoil(operation, request);
            default -> itemFaults.spoil(operation, shape, request);
        }
        // Chance may have left them valid.
        boolean pages = operation.equals("Scan") || (operation.equals("Query") && request.containsKey("IndexName"));
        pending.add(pages ? Call.wholly(operation, request) : Call.of(operation, request));
    }

    private void noTable(String operation) {
        TableShape missing = missing();
        Map<String, @Nullable Object> request = switch (operation) {
            case "BatchGetItem" -> items.batchGet(List.of(missing));
            case "BatchWriteItem" -> items.batchWrite(List.of(missing));
            case "TransactGetItems" -> items.transactGet(List.of(missing));
            case "TransactWriteItems" -> items.transactWrite(List.of(missing), 0);
            case "DescribeStream" -> streams.describe(missing);
            case "GetShardIterator" -> streams.iterator(missing);
            default -> request(operation, missing);
        };
        add(operation, request);
    }

    private TableShape missing() {
        TableShape shape = dice.of(shapes);
        return new TableShape(
                MISSING, shape.hash(), shape.range(), shape.indexes(), shape.streamView(), shape.provisioned());
    }
}
