package dev.tempest.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadsTest {
    private final Local local = Local.withEvents();

    private void fill() {
        for (int i = 1; i <= 4; i++) {
            local.put("events", """
                    {'pk': {'S': 'p'}, 'sk': {'N': '%d'}, 'g': {'S': 'g'}, 'l': {'S': 'l%d'}, 'p': {'S': 'x'}, 'o': {'N': '%d'}}""".formatted(i, 5 - i, i));
        }
    }

    private String query(String more) {
        return "{'TableName': 'events', 'KeyConditionExpression': 'pk = :p" + more;
    }

    @Test
    void aQueryReadsTheRangeThatItsConditionNames() {
        fill();

        assertThat(count(query(" AND sk > :a', 'ExpressionAttributeValues': {':p': {'S': 'p'}, ':a': {'N': '2'}}")))
                .isEqualTo("{'Count':2,'ScannedCount':2}");
        assertThat(count(query(" AND sk BETWEEN :a AND :b', 'ExpressionAttributeValues': "
                        + "{':p': {'S': 'p'}, ':a': {'N': '2'}, ':b': {'N': '3.5'}}")))
                .isEqualTo("{'Count':2,'ScannedCount':2}");
        assertThat(count(query("', 'FilterExpression': 'o > :a', "
                        + "'ExpressionAttributeValues': {':p': {'S': 'p'}, ':a': {'N': '3'}}")))
                .isEqualTo("{'Count':1,'ScannedCount':4}");
        assertThat(
                        count(
                                query(
                                        " AND begins_with(l, :a)', 'IndexName': 'local', "
                                                + "'ExpressionAttributeValues': {':p': {'S': 'p'}, ':a': {'S': 'l'}}, 'ScanIndexForward': false")))
                .isEqualTo("{'Count':4,'ScannedCount':4}");
    }

    private String count(String request) {
        return local.ok("Query", request + ", 'Select': 'COUNT'}");
    }

    @Test
    void anIndexReturnsWhatItHoldsAndALocalOneFetchesTheRest() {
        fill();
        String values =
                "', 'ExpressionAttributeValues': {':p': {'S': 'p'}}, 'Limit': 1, 'ReturnConsumedCapacity': 'INDEXES'";

        assertThat(local.ok("Query", query(values + ", 'IndexName': 'local'}")))
                .isEqualTo("{'Items':[{'pk':{'S':'p'},'sk':{'N':'4'},'l':{'S':'l1'}}],'Count':1,'ScannedCount':1,"
                        + "'LastEvaluatedKey':{'pk':{'S':'p'},'l':{'S':'l1'},'sk':{'N':'4'}},"
                        + "'ConsumedCapacity':{'TableName':'events','CapacityUnits':0.5,'Table':{'CapacityUnits':0.0},"
                        + "'LocalSecondaryIndexes':{'local':{'CapacityUnits':0.5}}}}");
        assertThat(local.ok("Query", query(values + ", 'IndexName': 'local', 'Select': 'ALL_ATTRIBUTES'}")))
                .contains("'o':{'N':'4'}", "'CapacityUnits':1.0,'Table':{'CapacityUnits':0.5}");
        assertThat(local.error("Query", """
                        {'TableName': 'events', 'IndexName': 'global', 'KeyConditionExpression': 'g = :g',
                         'ExpressionAttributeValues': {':g': {'S': 'g'}}, 'ProjectionExpression': 'o'}""")).endsWith("Global secondary index global does not project [o]");
        assertThat(local.error("Scan", "{'TableName': 'events', 'IndexName': 'global', 'ConsistentRead': true}"))
                .endsWith("Consistent reads are not supported on global secondary indexes");
    }

    @Test
    void aWriteCostsEachIndexWhoseEntryItChanges() {
        String put = """
                {'TableName': 'events', 'ReturnConsumedCapacity': 'INDEXES',
                 'Item': {'pk': {'S': 'p'}, 'sk': {'N': '1'}, 'g': {'S': '%s'}, 'l': {'S': '%s'}, 'p': {'S': '%s'}, 'o': {'S': '%s'}}}""";

        assertThat(local.ok("PutItem", put.formatted("g", "l", "p", "o")))
                .isEqualTo(
                        "{'ConsumedCapacity':{'TableName':'events','CapacityUnits':3.0,'Table':{'CapacityUnits':1.0},"
                                + "'LocalSecondaryIndexes':{'local':{'CapacityUnits':1.0}},"
                                + "'GlobalSecondaryIndexes':{'global':{'CapacityUnits':1.0}}}}");
        assertThat(local.ok("PutItem", put.formatted("g", "l", "p", "o")))
                .contains("'CapacityUnits':1.0,'Table'")
                .doesNotContain("Indexes");
        assertThat(local.ok("PutItem", put.formatted("g", "l", "p", "other"))).doesNotContain("Indexes");
        assertThat(local.ok("PutItem", put.formatted("g", "l", "q", "o")))
                .contains("'GlobalSecondaryIndexes':{'global':{'CapacityUnits':1.0}}")
                .doesNotContain("Local");
        assertThat(local.ok("PutItem", put.formatted("h", "m", "q", "o")))
                .contains("'CapacityUnits':5.0,'Table':{'CapacityUnits':1.0}", "{'local':{'CapacityUnits':2.0}}");
    }

    @Test
    void anIndexOfManyKeyAttributesIsQueriedByALeadingPartOfThem() {
        local.ok("CreateTable", """
                {'TableName': 'matches', 'BillingMode': 'PAY_PER_REQUEST',
                 'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'},
                   {'AttributeName': 'cup', 'AttributeType': 'S'}, {'AttributeName': 'region', 'AttributeType': 'S'},
                   {'AttributeName': 'round', 'AttributeType': 'N'}, {'AttributeName': 'bracket', 'AttributeType': 'S'}],
                 'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}],
                 'GlobalSecondaryIndexes': [{'IndexName': 'byCup', 'Projection': {'ProjectionType': 'ALL'},
                   'KeySchema': [{'AttributeName': 'cup', 'KeyType': 'HASH'}, {'AttributeName': 'region', 'KeyType': 'HASH'},
                     {'AttributeName': 'round', 'KeyType': 'RANGE'}, {'AttributeName': 'bracket', 'KeyType': 'RANGE'}]}]}""");
        for (int i = 0; i < 6; i++) {
            local.put("matches", """
                    {'id': {'S': '%d'}, 'cup': {'S': 'c'}, 'region': {'S': 'r'}, 'round': {'N': '%d'}, 'bracket': {'S': 'b%d'}}""".formatted(i, i / 3, i));
        }
        String query = "{'TableName': 'matches', 'IndexName': 'byCup', 'Select': 'COUNT', "
                + "'ExpressionAttributeNames': {'#r': 'region'}, "
                + "'KeyConditionExpression': 'cup = :c AND #r = :r%s', "
                + "'ExpressionAttributeValues': {':c': {'S': 'c'}, ':r': {'S': 'r'}%s}}";

        assertThat(local.ok("Query", query.formatted("", ""))).contains("'Count':6");
        assertThat(local.ok("Query", query.formatted(" AND round = :n", ", ':n': {'N': '1'}")))
                .contains("'Count':3");
        assertThat(local.ok(
                        "Query",
                        query.formatted(" AND round = :n AND bracket > :b", ", ':n': {'N': '1'}, ':b': {'S': 'b4'}")))
                .contains("'Count':1");
        assertThat(local.error("Query", query.formatted(" AND bracket = :b", ", ':b': {'S': 'b4'}")))
                .endsWith("RANGE key attributes round must have equality conditions specified in the query because a "
                        + "condition is present on key attribute bracket");
        assertThat(local.error(
                        "Query",
                        query.replace(" AND #r = :r", "")
                                .replace("'ExpressionAttributeNames': {'#r': 'region'}, ", "")
                                .replace(", ':r': {'S': 'r'}", "")
                                .formatted("", "")))
                .endsWith("Query condition missed key schema element: region");
    }

    @Test
    void aKeyAttributeHasOneCondition() {
        assertThat(local.error("Query", """
                        {'TableName': 'events', 'KeyConditionExpression': 'pk = :p AND sk > :s AND sk < :s',
                         'ExpressionAttributeValues': {':p': {'S': 'p'}, ':s': {'N': '1'}}}"""))
                .isEqualTo("ValidationException: Invalid KeyConditionExpression: KeyConditionExpressions must only "
                        + "contain one condition per key");
    }

    @Test
    void aPageHoldsAtMostOneMegabyte() {
        for (int i = 0; i < 20; i++) {
            local.put(
                    "events",
                    "{'pk': {'S': 'p'}, 'sk': {'N': '%d'}, 'x': {'S': '%s'}}".formatted(i, "x".repeat(60_000)));
        }

        assertThat(count(query("', 'ExpressionAttributeValues': {':p': {'S': 'p'}}")))
                .isEqualTo("{'Count':17,'ScannedCount':17,'LastEvaluatedKey':{'pk':{'S':'p'},'sk':{'N':'16'}}}");
    }
}
