package dev.tempest.testing.internal.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A batch request of which a part is withheld, and given back as unprocessed in the response to the rest.
 *
 * <p>Works on DynamoDB's JSON. In a {@code BatchWriteItem} request each table has a list of entries; in a
 * {@code BatchGetItem} request it has an object with a list of keys, and settings that belong to either part.
 */
final class PartialBatch {
    private static final String TABLES = "RequestItems";
    private static final String KEYS = "Keys";

    private final ObjectNode request;
    private final ObjectNode withheld = Json.object();
    private final String unprocessed;

    private PartialBatch(ObjectNode request, String unprocessed) {
        this.request = request;
        this.unprocessed = unprocessed;
    }

    static boolean isBatch(String operation) {
        return operation.equals("BatchWriteItem") || operation.equals("BatchGetItem");
    }

    /** How many items or keys a batch request has. */
    static int size(byte[] body) {
        return size(tables(Json.read(body)));
    }

    /** Withholds about a share of a request of two items or more, but neither none nor all. */
    static PartialBatch of(String operation, byte[] body, double share, SplittableRandom random) {
        ObjectNode request = Json.read(body);
        String unprocessed = operation.equals("BatchWriteItem") ? "UnprocessedItems" : "UnprocessedKeys";
        PartialBatch batch = new PartialBatch(request, unprocessed);
        batch.withhold(share, random);
        return batch;
    }

    /** The part of the request that is to be executed. */
    byte[] request() {
        return Json.write(request);
    }

    /** The response to the whole request, from the response to the part that was executed. */
    Response complete(Response response) {
        if (!response.isSuccess()) {
            return response;
        }
        ObjectNode whole = Json.read(response.body());
        ObjectNode left = whole.withObjectProperty(unprocessed);
        for (Map.Entry<String, JsonNode> table : withheld.properties()) {
            JsonNode sameTable = left.get(table.getKey());
            if (sameTable == null) {
                left.set(table.getKey(), table.getValue());
            } else {
                entries(sameTable).addAll(entries(table.getValue()));
            }
        }
        return response.with(Json.write(whole));
    }

    private void withhold(double share, SplittableRandom random) {
        ObjectNode tables = tables(request);
        int size = size(tables);
        int toWithhold = 0;
        for (int i = 0; i < size; i++) {
            toWithhold += random.nextDouble() < share ? 1 : 0;
        }
        toWithhold = Math.max(1, Math.min(size - 1, toWithhold));

        ObjectNode kept = Json.object();
        int notYetSeen = size;
        for (Map.Entry<String, JsonNode> table : tables.properties()) {
            for (JsonNode entry : entries(table.getValue())) {
                boolean withholdThis = random.nextInt(notYetSeen) < toWithhold;
                notYetSeen--;
                toWithhold -= withholdThis ? 1 : 0;
                entriesIn(withholdThis ? withheld : kept, table).add(entry);
            }
        }
        request.set(TABLES, kept);
    }

    /** The list that a table has in {@code part}, which is made if it has none. */
    private static ArrayNode entriesIn(ObjectNode part, Map.Entry<String, JsonNode> table) {
        JsonNode there = part.get(table.getKey());
        if (there == null) {
            there = table.getValue().deepCopy();
            entries(there).removeAll();
            part.set(table.getKey(), there);
        }
        return entries(there);
    }

    private static int size(ObjectNode tables) {
        int size = 0;
        for (JsonNode table : tables) {
            size += entries(table).size();
        }
        return size;
    }

    private static ObjectNode tables(ObjectNode request) {
        return (ObjectNode) request.required(TABLES);
    }

    private static ArrayNode entries(JsonNode table) {
        return (ArrayNode) (table.isArray() ? table : table.required(KEYS));
    }
}
