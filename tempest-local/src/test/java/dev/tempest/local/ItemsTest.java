package dev.tempest.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemsTest {
    private final Local local = Local.withThings();

    @Test
    void anItemIsPutReadAndDeleted() {
        local.put("things", "{'pk': {'S': 'a'}, 'n': {'N': '1.50'}}");

        assertThat(local.get("things", "{'pk': {'S': 'a'}}")).isEqualTo("{'Item':{'pk':{'S':'a'},'n':{'N':'1.5'}}}");
        assertThat(local.ok(
                        "DeleteItem", "{'TableName': 'things', 'Key': {'pk': {'S': 'a'}}, 'ReturnValues': 'ALL_OLD'}"))
                .isEqualTo("{'Attributes':{'pk':{'S':'a'},'n':{'N':'1.5'}}}");
        assertThat(local.get("things", "{'pk': {'S': 'a'}}")).isEqualTo("{}");
    }

    @Test
    void aFailedConditionReturnsTheItemAndChangesNothing() {
        local.put("things", "{'pk': {'S': 'a'}, 'n': {'N': '1'}}");

        assertThat(Local.text(local.send("PutItem", """
                        {'TableName': 'things', 'Item': {'pk': {'S': 'a'}}, 'ConditionExpression': 'n > :n',
                         'ExpressionAttributeValues': {':n': {'N': '1'}},
                         'ReturnValuesOnConditionCheckFailure': 'ALL_OLD'}""")))
                .isEqualTo("{'__type':'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',"
                        + "'message':'The conditional request failed','Item':{'pk':{'S':'a'},'n':{'N':'1'}}}");
        assertThat(local.get("things", "{'pk': {'S': 'a'}}")).contains("'n':{'N':'1'}");
    }

    @Test
    void anUpdateSeesTheItemAsItWasBefore() {
        local.put("things", """
                {'pk': {'S': 'a'}, 'n': {'N': '1'}, 'l': {'L': [{'N': '0'}, {'N': '1'}, {'N': '2'}]},
                 'm': {'M': {'x': {'S': 'y'}}}, 's': {'SS': ['b']}, 'old': {'S': 'o'}}""");

        assertThat(local.ok("UpdateItem", """
                        {'TableName': 'things', 'Key': {'pk': {'S': 'a'}}, 'ReturnValues': 'ALL_NEW',
                         'UpdateExpression': 'SET n = n + :one, twice = n, l[7] = :one, m.z = if_not_exists(m.q, :one)
                           REMOVE #o, l[0], l[1] ADD s :s DELETE t :s',
                         'ExpressionAttributeNames': {'#o': 'old'},
                         'ExpressionAttributeValues': {':one': {'N': '1'}, ':s': {'SS': ['c']}}}""".replace("\n", " ")))
                .isEqualTo("{'Attributes':{'pk':{'S':'a'},'n':{'N':'2'},'l':{'L':[{'N':'2'},{'N':'1'}]},"
                        + "'m':{'M':{'x':{'S':'y'},'z':{'N':'1'}}},'s':{'SS':['b','c']},'twice':{'N':'1'}}}");
    }

    @Test
    void setsHoldNumbersByTheirValue() {
        local.put("things", "{'pk': {'S': 'a'}, 'ns': {'NS': ['-1', '1e2', '3.50']}}");
        String update = """
                {'TableName': 'things', 'Key': {'pk': {'S': 'a'}}, 'ReturnValues': 'ALL_NEW',
                 'UpdateExpression': '%s ns :ns', 'ExpressionAttributeValues': {':ns': {'NS': [%s]}}}""";

        assertThat(local.ok("UpdateItem", update.formatted("DELETE", "'100', '35e-1'")))
                .isEqualTo("{'Attributes':{'pk':{'S':'a'},'ns':{'NS':['-1']}}}");
        assertThat(local.ok("UpdateItem", update.formatted("ADD", "'-1.0'")))
                .isEqualTo("{'Attributes':{'pk':{'S':'a'},'ns':{'NS':['-1']}}}");
    }

    @Test
    void updatedPartsAreReturnedAsTheyWereAndAsTheyAre() {
        local.put("things", "{'pk': {'S': 'a'}, 'm': {'M': {'x': {'N': '1'}, 'y': {'N': '2'}}}}");
        String update = """
                {'TableName': 'things', 'Key': {'pk': {'S': 'a'}}, 'ReturnValues': '%s',
                 'UpdateExpression': 'SET m.x = m.x + :n', 'ExpressionAttributeValues': {':n': {'N': '1'}}}""";

        assertThat(local.ok("UpdateItem", update.formatted("UPDATED_OLD")))
                .isEqualTo("{'Attributes':{'m':{'M':{'x':{'N':'1'}}}}}");
        assertThat(local.ok("UpdateItem", update.formatted("UPDATED_NEW")))
                .isEqualTo("{'Attributes':{'m':{'M':{'x':{'N':'3'}}}}}");
    }

    @Test
    void keysThatCannotBeAreErrors() {
        assertThat(local.error("PutItem", "{'TableName': 'things', 'Item': {'x': {'S': 'a'}}}"))
                .endsWith("One or more parameter values were invalid: Missing the key pk in the item");
        assertThat(local.error("PutItem", "{'TableName': 'things', 'Item': {'pk': {'N': '1'}}}"))
                .endsWith("Type mismatch for key pk expected: S actual: N");
        assertThat(local.error("PutItem", "{'TableName': 'things', 'Item': {'pk': {'S': ''}}}"))
                .endsWith("cannot contain an empty string value. Key: pk");
        assertThat(local.error("PutItem", "{'TableName': 'things', 'Item': {'pk': {'S': '" + "x".repeat(2049) + "'}}}"))
                .endsWith("Size of hashkey has exceeded the maximum size limit of2048 bytes");
        assertThat(local.error("GetItem", "{'TableName': 'things', 'Key': {'pk': {'S': 'a'}, 'x': {'S': 'a'}}}"))
                .endsWith("The provided key element does not match the schema");
    }

    @Test
    void anItemHasAtMost400KilobytesAnd32Levels() {
        String filled =
                "{'TableName': 'things', 'Item': {'pk': {'S': 'a'}, 'x': {'S': '" + "x".repeat(409_600 - 4) + "%s'}}}";
        local.ok("PutItem", filled.formatted(""));
        assertThat(local.error("PutItem", filled.formatted("x")))
                .isEqualTo("ValidationException: Item size has exceeded the maximum allowed size");
        assertThat(local.error("UpdateItem", """
                        {'TableName': 'things', 'Key': {'pk': {'S': 'a'}}, 'UpdateExpression': 'SET y = :y',
                         'ExpressionAttributeValues': {':y': {'BOOL': true}}}"""))
                .isEqualTo("ValidationException: Item size to update has exceeded the maximum allowed size");

        String nested = "{'TableName': 'things', 'Item': {'pk': {'S': 'a'}, 'x': %s{'L': []}%s}}";
        local.ok("PutItem", nested.formatted("{'L': [".repeat(30), "]}".repeat(30)));
        assertThat(local.error("PutItem", nested.formatted("{'L': [".repeat(32), "]}".repeat(32))))
                .startsWith("ValidationException: Nesting Levels have exceeded supported limits");
    }

    @Test
    void placeholdersAreAllDefinedAndAllUsed() {
        String get = "{'TableName': 'things', 'Key': {'pk': {'S': 'a'}}, 'ProjectionExpression': '%s', "
                + "'ExpressionAttributeNames': {'#a': 'x', '#b': 'y'}}";

        assertThat(local.error("GetItem", get.formatted("#a")))
                .endsWith("Value provided in ExpressionAttributeNames unused in expressions: keys: {#b}");
        assertThat(local.error("GetItem", get.formatted("#a, #c")))
                .endsWith("Invalid ProjectionExpression: An expression attribute name used in the document path is not "
                        + "defined; attribute name: #c");
        assertThat(local.error("GetItem", get.formatted("#a, name")))
                .endsWith("Invalid ProjectionExpression: Attribute name is a reserved keyword; reserved keyword: name");
    }

    @Test
    void legacyParametersDoWhatExpressionsDo() {
        local.ok("PutItem", """
                {'TableName': 'things', 'Item': {'pk': {'S': 'a'}, 'v': {'N': '1'}}, 'Expected': {'pk': {'Exists': false}}}""");
        assertThat(local.ok("UpdateItem", """
                        {'TableName': 'things', 'Key': {'pk': {'S': 'a'}}, 'ReturnValues': 'ALL_NEW',
                         'AttributeUpdates': {'v': {'Action': 'ADD', 'Value': {'N': '1'}}, 'x': {'Value': {'S': 'y'}}},
                         'Expected': {'v': {'Value': {'N': '1'}}}}"""))
                .isEqualTo("{'Attributes':{'pk':{'S':'a'},'v':{'N':'2'},'x':{'S':'y'}}}");
        assertThat(local.error("DeleteItem", """
                        {'TableName': 'things', 'Key': {'pk': {'S': 'a'}},
                         'Expected': {'v': {'ComparisonOperator': 'LT', 'AttributeValueList': [{'N': '2'}]}}}"""))
                .isEqualTo("ConditionalCheckFailedException: The conditional request failed");
        assertThat(local.error("PutItem", """
                        {'TableName': 'things', 'Item': {'pk': {'S': 'a'}}, 'Expected': {'pk': {'Exists': false}},
                         'ConditionExpression': 'attribute_not_exists(pk)'}"""))
                .endsWith("Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}");
    }

    @Test
    void anAbsentAttributeContainsNothing() {
        local.put("things", "{'pk': {'S': 'a'}}");
        String delete = """
                {'TableName': 'things', 'Key': {'pk': {'S': 'a'}}, 'Expected': {
                 'absent': {'ComparisonOperator': '%s', 'AttributeValueList': [{'S': 'x'}]}}}""";

        assertThat(local.error("DeleteItem", delete.formatted("CONTAINS")))
                .startsWith("ConditionalCheckFailedException");
        assertThat(local.ok("DeleteItem", delete.formatted("NOT_CONTAINS"))).isEqualTo("{}");
    }

    @Test
    void aBatchNamesEachItemCollectionOnce() {
        Local events = Local.withEvents();
        String put = "{'PutRequest': {'Item': {'pk': {'S': '%s'}, 'sk': {'N': '%d'}}}}";

        assertThat(events.ok(
                        "BatchWriteItem",
                        "{'ReturnItemCollectionMetrics': 'SIZE', 'RequestItems': {'events': ["
                                + String.join(", ", put.formatted("a", 1), put.formatted("b", 1), put.formatted("a", 2))
                                + "]}}"))
                .isEqualTo("{'UnprocessedItems':{},'ItemCollectionMetrics':{'events':["
                        + "{'ItemCollectionKey':{'pk':{'S':'a'}},'SizeEstimateRangeGB':[0.0,1.0]},"
                        + "{'ItemCollectionKey':{'pk':{'S':'b'}},'SizeEstimateRangeGB':[0.0,1.0]}]}}");
        assertThat(local.ok("BatchWriteItem", """
                        {'ReturnItemCollectionMetrics': 'SIZE',
                         'RequestItems': {'things': [{'PutRequest': {'Item': {'pk': {'S': 'a'}}}}]}}""")).isEqualTo("{'UnprocessedItems':{}}");
    }

    @Test
    void aBatchPutsNoItemWithoutItsKey() {
        assertThat(local.error("BatchWriteItem", """
                        {'RequestItems': {'things': [{'PutRequest': {'Item': {'other': {'S': 'a'}}}}]}}"""))
                .isEqualTo("ValidationException: The provided key element does not match the schema");
    }

    @Test
    void aRequestThatIsNoJsonIsASerializationError() {
        for (String json : new String[] {"", "{", "[]", "{'TableName': 'things',}", "{} {}", "nul"}) {
            assertThat(Local.text(local.send("PutItem", json)))
                    .as(json)
                    .isEqualTo("{'__type':'com.amazon.coral.service#SerializationException'}");
        }
        assertThat(local.error("PutItem", "{'TableName': 1}"))
                .isEqualTo("SerializationException: NUMBER_VALUE cannot be converted to String");
    }
}
