package dev.tempest.local.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table with its indexes, as the generator means it to be. */
record TableShape(
        String name,
        Field hash,
        @Nullable Field range,
        List<IndexShape> indexes,
        @Nullable String streamView,
        boolean provisioned) {
    /** An attribute with its type. */
    record Field(String name, String type) {}

    record IndexShape(
            String name,
            boolean global,
            Field hash,
            @Nullable Field range,
            String projection,
            List<String> others) {
        Map<String, @Nullable Object> definition(boolean provisioned) {
            Map<String, @Nullable Object> projected = Json.of("ProjectionType", projection);
            if (projection.equals("INCLUDE")) {
                projected.put("NonKeyAttributes", others);
            }
            Map<String, @Nullable Object> definition =
                    Json.of("IndexName", name, "KeySchema", keySchema(hash, range), "Projection", projected);
            if (provisioned && global) {
                definition.put("ProvisionedThroughput", throughput(5, 6));
            }
            return definition;
        }

        List<Field> fields() {
            return both(hash, range);
        }
    }

    private static final List<Field> GLOBAL_HASHES = List.of(new Field("g", "S"), new Field("h", "N"));
    private static final List<Field> RANGES =
            List.of(new Field("l", "S"), new Field("n", "N"), new Field("q", "B"), new Field("g", "S"));
    /** All attributes that an index may have in its key, with the type that they then have. */
    static final List<Field> INDEXED = List.of(
            new Field("g", "S"), new Field("h", "N"), new Field("l", "S"), new Field("n", "N"), new Field("q", "B"));

    static TableShape random(Dice dice, String name) {
        Field hash = new Field("pk", dice.of("S", "S", "S", "N", "B"));
        Field range = dice.chance(70) ? new Field("sk", dice.of("S", "N", "N", "B")) : null;
        List<IndexShape> indexes = new ArrayList<>();
        for (int i = dice.below(3); i > 0; i--) {
            Field indexHash = dice.chance(85) ? dice.of(GLOBAL_HASHES) : hash;
            Field indexRange = dice.chance(70) ? dice.of(RANGES) : null;
            if (indexRange != null && indexRange.name().equals(indexHash.name())) {
                indexRange = null;
            }
            indexes.add(index(dice, "global" + i, true, indexHash, indexRange));
        }
        if (range != null) {
            for (int i = dice.below(3); i > 0; i--) {
                indexes.add(index(dice, "local" + i, false, hash, dice.of(RANGES)));
            }
        }
        String view = dice.chance(50) ? dice.of("NEW_AND_OLD_IMAGES", "NEW_IMAGE", "OLD_IMAGE", "KEYS_ONLY") : null;
        return new TableShape(name, hash, range, indexes, view, dice.chance(30));
    }

    private static IndexShape index(Dice dice, String name, boolean global, Field hash, @Nullable Field range) {
        String projection = dice.of("ALL", "ALL", "KEYS_ONLY", "INCLUDE");
        List<String> others = dice.some(List.of("a", "b", "s", "doc", "els"), 1 + dice.below(3));
        return new IndexShape(name, global, hash, range, projection, others);
    }

    Map<String, @Nullable Object> createRequest() {
        Map<String, Field> fields = new LinkedHashMap<>();
        Stream.concat(both(hash, range).stream(), indexes.stream().flatMap(index -> index.fields().stream()))
                .forEach(field -> fields.put(field.name(), field));
        List<@Nullable Object> definitions = new ArrayList<>();
        fields.values().forEach(field -> definitions.add(definition(field)));
        Map<String, @Nullable Object> request =
                Json.of("TableName", name, "AttributeDefinitions", definitions, "KeySchema", keySchema(hash, range));
        if (provisioned) {
            request.put("ProvisionedThroughput", throughput(5, 6));
        } else {
            request.put("BillingMode", "PAY_PER_REQUEST");
        }
        addIndexes(request, "GlobalSecondaryIndexes", true);
        addIndexes(request, "LocalSecondaryIndexes", false);
        if (streamView != null) {
            request.put("StreamSpecification", Json.of("StreamEnabled", true, "StreamViewType", streamView));
        }
        return request;
    }

    private void addIndexes(Map<String, @Nullable Object> request, String parameter, boolean global) {
        List<@Nullable Object> list = new ArrayList<>();
        for (IndexShape index : indexes) {
            if (index.global() == global) {
                list.add(index.definition(provisioned));
            }
        }
        if (!list.isEmpty()) {
            request.put(parameter, list);
        }
    }

    List<Field> keys() {
        return both(hash, range);
    }

    private static List<Field> both(Field hash, @Nullable Field range) {
        return range == null ? List.of(hash) : List.of(hash, range);
    }

    static Map<String, @Nullable Object> definition(Field field) {
        return Json.of("AttributeName", field.name(), "AttributeType", field.type());
    }

    static List<@Nullable Object> keySchema(Field hash, @Nullable Field range) {
        List<@Nullable Object> schema = new ArrayList<>();
        schema.add(Json.of("AttributeName", hash.name(), "KeyType", "HASH"));
        if (range != null) {
            schema.add(Json.of("AttributeName", range.name(), "KeyType", "RANGE"));
        }
        return schema;
    }

    static Map<String, @Nullable Object> throughput(int read, int write) {
        return Json.of("ReadCapacityUnits", read, "WriteCapacityUnits", write);
    }
}
