package dev.tempest.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that are nearly right, from a seed: each has a documented response, and none that fails changes anything. */
@Timeout(300)
class FuzzTest {
    private static final long SEED = Long.getLong("fuzz.seed", 42);
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 20_000);
    private static final List<String> VALUES = List.of(
            "{'S': 'a'}",
            "{'N': '1'}",
            "{'N': '1E+2000000000'}",
            "{'N': '-1E-2000000000'}",
            "{'N': 'x'}",
            "{'S': ''}",
            "{'B': 'AQ=='}",
            "{'B': '!'}",
            "{'BOOL': true}",
            "{'NULL': true}",
            "{'L': [{'N': '1'}]}",
            "{'M': {}}",
            "{'SS': ['a', 'b']}",
            "{'NS': ['1', '1.0']}",
            "{'SS': []}",
            "{}",
            "null",
            "1",
            "[]",
            "{'S': 1}",
            "{'S': 'a', 'N': '1'}",
            "{'X': 'a'}",
            "{'N': 1e999999999}",
            "{'L': [{'L': [{'L': []}]}]}");
    private static final List<String> WORDS = List.of(
            "a",
            "pk",
            "n",
            "#a",
            ":a",
            ":b",
            "(",
            ")",
            "[",
            "]",
            "0",
            "99999999999",
            ".",
            ",",
            "=",
            "<>",
            "<",
            "<=",
            ">",
            "+",
            "-",
            "AND",
            "OR",
            "NOT",
            "BETWEEN",
            "IN",
            "SET",
            "REMOVE",
            "ADD",
            "DELETE",
            "size(a)",
            "size(",
            "attribute_exists(a)",
            "attribute_type(a, :a)",
            "begins_with(a, :a)",
            "contains(a, :a)",
            "if_not_exists(n, :a)",
            "list_append(a, :a)",
            "foo(a)",
            "name",
            "$",
            "é",
            " ",
            "a = :a",
            "pk = :a",
            "n = n + :a");

    private final Random random = new Random(SEED);
    private final Local local = Local.withThings();

    @Test
    void everyRequestHasADocumentedResponseAndFailedOnesChangeNothing() {
        local.ok("CreateTable", Local.INDEXED_TABLE.formatted("events"));
        String state = state();
        int failed = 0;
        for (int i = 0; i < REQUESTS; i++) {
            String operation = pick(List.of(
                    "PutItem",
                    "GetItem",
                    "UpdateItem",
                    "DeleteItem",
                    "Query",
                    "Scan",
                    "BatchGetItem",
                    "BatchWriteItem",
                    "TransactWriteItems",
                    "TransactGetItems",
                    "CreateTable",
                    "UpdateTable",
                    "DescribeTable",
                    "UpdateTimeToLive",
                    "GetRecords",
                    "GetShardIterator",
                    "ListStreams",
                    "Other"));
            String request = damaged(request(operation));
            LocalResponse response = local.send(operation, request);
            if (response.status() == 200) {
                state = operation.matches("Get.*|Query|Scan|BatchGet.*|TransactGet.*|Describe.*|List.*")
                        ? state
                        : state();
                continue;
            }
            failed++;
            String error = new String(response.json(), StandardCharsets.UTF_8);
            String type = error.replaceFirst("^\\{\"__type\":\"[^#]*#([A-Za-z]+)\".*", "$1");
            assertThat(DocumentedErrors.TYPES)
                    .as("%s %s: %s, seed %s", operation, request, error, SEED)
                    .contains(type);
            // The whole state is compared now and then, as there are many requests.
            if (i % 50 == 0) {
                assertThat(state())
                        .as("%s %s, seed %s", operation, request, SEED)
                        .isEqualTo(state);
            }
        }
        assertThat(state()).isEqualTo(state);
        assertThat(failed).isBetween(REQUESTS / 10, REQUESTS - REQUESTS / 50);
    }

    private String state() {
        return local.ok("Scan", "{'TableName': 'things'}")
                + local.ok("Scan", "{'TableName': 'events'}")
                + local.ok("Scan", "{'TableName': 'events', 'IndexName': 'global'}")
                + local.ok("Scan", "{'TableName': 'events', 'IndexName': 'local'}")
                + local.ok("DescribeTable", "{'TableName': 'things'}")
                + local.ok("ListTables", "{}").length();
    }

    private <T> T pick(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String value() {
        return chance(75) ? pick(VALUES.subList(0, 2)) : pick(VALUES);
    }

    private String key(String table) {
        return chance(90)
                ? table.equals("things")
                        ? "{'pk': {'S': '%d'}}".formatted(random.nextInt(5))
                        : "{'pk': {'S': '%d'}, 'sk': {'N': '%d'}}".formatted(random.nextInt(3), random.nextInt(4))
                : "{'pk': " + value() + "}";
    }

    private String item(String table) {
        String key = key(table);
        return key.substring(0, key.length() - 1) + ", 'a': " + value() + ", 'n': {'N': '1'}"
                + (chance(40) ? ", 'g': " + value() + ", 'l': " + value() : "") + "}";
    }

    private String expression(String usual) {
        if (chance(50)) {
            return usual;
        }
        StringBuilder text = new StringBuilder();
        int words = 1 + random.nextInt(chance(2) ? 400 : 8);
        for (int i = 0; i < words; i++) {
            text.append(pick(WORDS)).append(chance(80) ? " " : "");
        }
        return chance(2) ? pick(List.of("(", "NOT ", "NOT(")).repeat(900) + text : text.toString();
    }

    private String placeholders(String text) {
        return (text.contains("#a") || chance(5) ? ", 'ExpressionAttributeNames': {'#a': 'a'}" : "")
                + (text.contains(":a") || chance(5)
                        ? ", 'ExpressionAttributeValues': {':a': " + value()
                                + (text.contains(":b") ? ", ':b': " + value() : "") + "}"
                        : "");
    }

    private String request(String operation) {
        String table = pick(List.of("things", "events"));
        String name = "'TableName': '" + (chance(97) ? table : pick(List.of("nope", "x", "", "a b"))) + "'";
        String condition = chance(40) ? expression("a = :a") : "";
        String conditional = (condition.isEmpty() ? "" : ", 'ConditionExpression': '" + condition + "'");
        String update = expression("SET a = :a");
        return switch (operation) {
            case "PutItem" -> "{" + name + ", 'Item': " + item(table) + conditional + placeholders(condition) + "}";
            case "DeleteItem" -> "{" + name + ", 'Key': " + key(table) + conditional + placeholders(condition) + "}";
            case "UpdateItem" ->
                "{" + name + ", 'Key': " + key(table) + ", 'UpdateExpression': '" + update + "'" + conditional
                        + placeholders(update + condition) + ", 'ReturnValues': '"
                        + pick(List.of("NONE", "ALL_NEW", "UPDATED_OLD", "X")) + "'}";
            case "GetItem" -> {
                String projection = expression("a, n");
                yield "{" + name + ", 'Key': " + key(table) + ", 'ProjectionExpression': '" + projection + "'"
                        + placeholders(projection) + "}";
            }
            case "Query" -> {
                String keys = expression("pk = :a");
                yield "{" + name + ", 'KeyConditionExpression': '" + keys + "'" + placeholders(keys) + ", 'Limit': "
                        + pick(List.of("1", "0", "-1", "1e999", "null", "'x'")) + "}";
            }
            case "Scan" -> {
                String filter = expression("a = :a");
                yield "{" + name + ", 'FilterExpression': '" + filter + "'" + placeholders(filter)
                        + ", 'ExclusiveStartKey': " + pick(List.of("null", "{}", key(table), value())) + "}";
            }
            case "BatchGetItem" ->
                "{'RequestItems': {'" + table + "': {'Keys': [" + key(table) + ", " + key(table) + "]}}}";
            case "BatchWriteItem" ->
                "{'RequestItems': {'" + table + "': [{'PutRequest': {'Item': " + item(table)
                        + "}}, {'DeleteRequest': {'Key': " + key(table) + "}}]}}";
            case "TransactGetItems" -> "{'TransactItems': [{'Get': {" + name + ", 'Key': " + key(table) + "}}]}";
            case "TransactWriteItems" ->
                "{'TransactItems': [{'Put': {" + name + ", 'Item': " + item(table) + "}}, {'Update': {" + name
                        + ", 'Key': " + key(table) + ", 'UpdateExpression': '" + update + "'" + placeholders(update)
                        + "}}]}";
            case "CreateTable" ->
                pick(List.of(Local.HASH_TABLE, Local.INDEXED_TABLE)).formatted(pick(List.of("things", "x")));
            case "UpdateTimeToLive" ->
                "{'TableName': 'events', 'TimeToLiveSpecification': {'AttributeName': 'ttl', 'Enabled': " + chance(50)
                        + "}}";
            case "GetRecords" -> "{'ShardIterator': '" + pick(List.of("", "x", "YXxifGM=", "fHw=")) + "'}";
            default -> "{" + name + "}";
        };
    }

    /** The request with some of its characters missing, doubled or exchanged; most often as it was. */
    private String damaged(String request) {
        if (chance(85)) {
            return request;
        }
        StringBuilder text = new StringBuilder(request);
        for (int i = random.nextInt(3); i >= 0 && text.length() > 1; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, text.charAt(at));
                case 2 -> text.setCharAt(at, pick(List.of('{', '}', '[', ']', '\'', ':', ',', '1', '\\', '\u0000')));
                case 3 -> text.insert(at, "{'L':[".repeat(random.nextInt(1500)));
                default -> text.setLength(Math.max(1, at));
            }
        }
        return text.toString();
    }
}
