package dev.tempest.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** An engine as tests use it: with requests in JSON whose quotes are single ones, and a clock that stands still. */
final class Local {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final String HASH_TABLE = """
            {'TableName': '%s', 'BillingMode': 'PAY_PER_REQUEST',
             'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'S'}],
             'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}]}""";
    static final String INDEXED_TABLE = """
            {'TableName': '%s', 'BillingMode': 'PAY_PER_REQUEST',
             'AttributeDefinitions': [
               {'AttributeName': 'pk', 'AttributeType': 'S'}, {'AttributeName': 'sk', 'AttributeType': 'N'},
               {'AttributeName': 'g', 'AttributeType': 'S'}, {'AttributeName': 'l', 'AttributeType': 'S'}],
             'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}, {'AttributeName': 'sk', 'KeyType': 'RANGE'}],
             'GlobalSecondaryIndexes': [{'IndexName': 'global',
               'KeySchema': [{'AttributeName': 'g', 'KeyType': 'HASH'}],
               'Projection': {'ProjectionType': 'INCLUDE', 'NonKeyAttributes': ['p']}}],
             'LocalSecondaryIndexes': [{'IndexName': 'local',
               'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}, {'AttributeName': 'l', 'KeyType': 'RANGE'}],
               'Projection': {'ProjectionType': 'KEYS_ONLY'}}]}""";

    final LocalEngine engine;
    private final String region;

    Local() {
        this(LocalEngine.builder().clock(Clock.fixed(START, ZoneOffset.UTC)).build(), "us-east-1");
    }

    private Local(LocalEngine engine, String region) {
        this.engine = engine;
        this.region = region;
    }

    /** The same engine in another Region. */
    Local in(String other) {
        return new Local(engine, other);
    }

    /** An engine with a table of hash keys, "things". */
    static Local withThings() {
        Local local = new Local();
        local.ok("CreateTable", HASH_TABLE.formatted("things"));
        return local;
    }

    /** An engine with a table that has a sort key and indexes, "events". */
    static Local withEvents() {
        Local local = new Local();
        local.ok("CreateTable", INDEXED_TABLE.formatted("events"));
        return local;
    }

    static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    static String text(LocalResponse response) {
        return new String(response.json(), StandardCharsets.UTF_8).replace('"', '\'');
    }

    LocalResponse send(String operation, String json) {
        return engine.handle(operation, "test", region, bytes(json));
    }

    /** The response, which must be one of success. */
    String ok(String operation, String json) {
        LocalResponse response = send(operation, json);
        assertThat(response.status()).as(text(response)).isEqualTo(200);
        return text(response);
    }

    JsonObject json(String operation, String json) {
        return JsonReader.read(ok(operation, json).replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** The error, as its type and message. */
    String error(String operation, String json) {
        LocalResponse response = send(operation, json);
        assertThat(response.status()).as(text(response)).isEqualTo(400);
        JsonObject error = JsonReader.read(response.json());
        String type = error.string("__type");
        String message = error.string("message");
        return type.substring(type.indexOf('#') + 1) + ": " + (message == null ? error.string("Message") : message);
    }

    void put(String table, String item) {
        ok("PutItem", "{'TableName': '" + table + "', 'Item': " + item + "}");
    }

    String get(String table, String key) {
        return ok("GetItem", "{'TableName': '" + table + "', 'ConsistentRead': true, 'Key': " + key + "}");
    }
}
