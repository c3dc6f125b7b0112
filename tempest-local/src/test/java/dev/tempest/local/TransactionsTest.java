package dev.tempest.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransactionsTest {
    private final Local local = Local.withThings();

    @Test
    void allPartsHappenOrNone() {
        local.put("things", "{'pk': {'S': 'a'}, 'n': {'N': '1'}}");

        assertThat(Local.text(local.send("TransactWriteItems", """
                        {'TransactItems': [
                          {'Put': {'TableName': 'things', 'Item': {'pk': {'S': 'b'}}}},
                          {'Update': {'TableName': 'things', 'Key': {'pk': {'S': 'a'}}, 'UpdateExpression': 'SET n = :n',
                            'ConditionExpression': 'n = :n', 'ExpressionAttributeValues': {':n': {'N': '2'}},
                            'ReturnValuesOnConditionCheckFailure': 'ALL_OLD'}}]}""")))
                .isEqualTo("{'__type':'com.amazonaws.dynamodb.v20120810#TransactionCanceledException','message':"
                        + "'Transaction cancelled, please refer cancellation reasons for specific reasons [None, "
                        + "ConditionalCheckFailed]','CancellationReasons':[{'Code':'None'},{'Code':'ConditionalCheckFailed',"
                        + "'Item':{'pk':{'S':'a'},'n':{'N':'1'}},'Message':'The conditional request failed'}]}");
        assertThat(local.get("things", "{'pk': {'S': 'b'}}")).isEqualTo("{}");

        assertThat(local.ok("TransactWriteItems", """
                        {'ReturnConsumedCapacity': 'TOTAL', 'TransactItems': [
                          {'Put': {'TableName': 'things', 'Item': {'pk': {'S': 'b'}}}},
                          {'Delete': {'TableName': 'things', 'Key': {'pk': {'S': 'a'}}}},
                          {'ConditionCheck': {'TableName': 'things', 'Key': {'pk': {'S': 'c'}},
                            'ConditionExpression': 'attribute_not_exists(pk)'}}]}"""))
                .isEqualTo(
                        "{'ConsumedCapacity':[{'TableName':'things','CapacityUnits':6.0,'WriteCapacityUnits':6.0}]}");
        assertThat(local.ok("TransactGetItems", """
                        {'TransactItems': [{'Get': {'TableName': 'things', 'Key': {'pk': {'S': 'a'}}}},
                          {'Get': {'TableName': 'things', 'Key': {'pk': {'S': 'b'}}}}]}""")).isEqualTo("{'Responses':[{},{'Item':{'pk':{'S':'b'}}}]}");
    }

    @Test
    void aTokenCarriesATransactionOutOnceInTenMinutes() {
        String add = """
                {'ClientRequestToken': 't', 'TransactItems': [{'Update': {'TableName': 'things', 'Key': {'pk': {'S': 'a'}},
                 'UpdateExpression': 'ADD n :n', 'ExpressionAttributeValues': {':n': {'N': '%s'}}}}]}""";
        local.ok("TransactWriteItems", add.formatted("1"));
        local.ok("TransactWriteItems", add.formatted("1"));

        assertThat(local.get("things", "{'pk': {'S': 'a'}}")).contains("'n':{'N':'1'}");
        assertThat(local.error("TransactWriteItems", add.formatted("2")))
                .startsWith("IdempotentParameterMismatchException");

        local.engine.clock().advance(Duration.ofMinutes(11));
        local.ok("TransactWriteItems", add.formatted("2"));

        assertThat(local.get("things", "{'pk': {'S': 'a'}}")).contains("'n':{'N':'3'}");
    }

    @Test
    void invalidPartsCancelATransactionOrFailItAtOnce() {
        assertThat(local.error("TransactWriteItems", """
                        {'TransactItems': [{'Put': {'TableName': 'things', 'Item': {'pk': {'N': '1'}}}}]}""")).endsWith("[ValidationError]");
        assertThat(local.error("TransactWriteItems", """
                        {'TransactItems': [{'Put': {'TableName': 'things', 'Item': {'pk': {'S': ''}}}}]}"""))
                .startsWith("ValidationException: One or more parameter values are not valid.");
        assertThat(local.error("TransactWriteItems", """
                        {'TransactItems': [{'Put': {'TableName': 'things', 'Item': {'pk': {'S': 'a'}}}},
                          {'Delete': {'TableName': 'things', 'Key': {'pk': {'S': 'a'}}}}]}"""))
                .isEqualTo("ValidationException: Transaction request cannot include multiple operations on one item");
    }

    @Test
    void aBatchWritesAndReadsItemsOfManyTables() {
        local.ok("CreateTable", Local.HASH_TABLE.formatted("others"));

        assertThat(local.ok("BatchWriteItem", """
                        {'RequestItems': {'things': [{'PutRequest': {'Item': {'pk': {'S': 'a'}}}},
                          {'DeleteRequest': {'Key': {'pk': {'S': 'b'}}}}],
                          'others': [{'PutRequest': {'Item': {'pk': {'S': 'a'}}}}]}}""")).isEqualTo("{'UnprocessedItems':{}}");
        assertThat(local.ok("BatchGetItem", """
                        {'ReturnConsumedCapacity': 'TOTAL',
                         'RequestItems': {'things': {'Keys': [{'pk': {'S': 'a'}}, {'pk': {'S': 'b'}}]},
                          'others': {'Keys': [{'pk': {'S': 'a'}}], 'ConsistentRead': true}}}"""))
                .isEqualTo(
                        "{'Responses':{'things':[{'pk':{'S':'a'}}],'others':[{'pk':{'S':'a'}}]},'UnprocessedKeys':{},"
                                + "'ConsumedCapacity':[{'TableName':'things','CapacityUnits':1.0},"
                                + "{'TableName':'others','CapacityUnits':1.0}]}");
        assertThat(local.error("BatchWriteItem", """
                        {'RequestItems': {'things': [{'PutRequest': {'Item': {'pk': {'S': 'a'}}}},
                          {'DeleteRequest': {'Key': {'pk': {'S': 'a'}}}}]}}"""))
                .isEqualTo("ValidationException: Provided list of item keys contains duplicates");
    }
}
