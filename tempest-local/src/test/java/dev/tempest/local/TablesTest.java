package dev.tempest.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TablesTest {
    private final Local local = new Local();

    @Test
    void aTableIsDescribedAsItWasCreated() {
        assertThat(local.ok("CreateTable", Local.INDEXED_TABLE.formatted("events")))
                .contains("'TableStatus':'CREATING'");

        assertThat(local.ok("DescribeTable", "{'TableName': 'events'}"))
                .contains(
                        "'TableStatus':'ACTIVE'",
                        "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},{'AttributeName':'sk','KeyType':'RANGE'}]",
                        "'BillingMode':'PAY_PER_REQUEST'",
                        "'TableArn':'arn:aws:dynamodb:us-east-1:000000000000:table/events'",
                        "'IndexName':'global'",
                        "'NonKeyAttributes':['p']",
                        "'IndexName':'local'",
                        "'CreationDateTime':1767225600.000");
        assertThat(local.ok("ListTables", "{}")).isEqualTo("{'TableNames':['events']}");
    }

    @Test
    void aTableOfThatNameIsAnError() {
        local.ok("CreateTable", Local.HASH_TABLE.formatted("things"));

        assertThat(local.error("CreateTable", Local.HASH_TABLE.formatted("things")))
                .isEqualTo("ResourceInUseException: Table already exists: things");
    }

    @Test
    void aDeletedTableIsGone() {
        local.ok("CreateTable", Local.HASH_TABLE.formatted("things"));

        assertThat(local.ok("DeleteTable", "{'TableName': 'things'}")).contains("'TableStatus':'DELETING'");

        assertThat(local.error("DescribeTable", "{'TableName': 'things'}"))
                .isEqualTo("ResourceNotFoundException: Requested resource not found: Table: things not found");
        assertThat(local.error("GetItem", "{'TableName': 'things', 'Key': {'pk': {'S': 'a'}}}"))
                .isEqualTo("ResourceNotFoundException: Requested resource not found");
    }

    @Test
    void aTableThatIsDeletedIsDescribedWithItsStream() {
        local.ok("CreateTable", Local.HASH_TABLE.formatted("things").replaceFirst("\\}$", """
                , 'StreamSpecification': {'StreamEnabled': true, 'StreamViewType': 'KEYS_ONLY'}}"""));

        assertThat(local.ok("DeleteTable", "{'TableName': 'things'}"))
                .contains(
                        "'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'KEYS_ONLY'}", "LatestStreamArn");
    }

    @Test
    void anUpdateShowsTheThroughputFromBeforeIt() {
        local.ok("CreateTable", Local.HASH_TABLE.formatted("things").replace("'BillingMode': 'PAY_PER_REQUEST'", """
                'ProvisionedThroughput': {'ReadCapacityUnits': 5, 'WriteCapacityUnits': 6}"""));

        assertThat(local.ok("UpdateTable", """
                        {'TableName': 'things',
                         'ProvisionedThroughput': {'ReadCapacityUnits': 7, 'WriteCapacityUnits': 8}}"""))
                .contains("'TableStatus':'UPDATING'", "'ReadCapacityUnits':5,'WriteCapacityUnits':6");
        assertThat(local.ok("DescribeTable", "{'TableName': 'things'}"))
                .contains("'TableStatus':'ACTIVE'", "'ReadCapacityUnits':7,'WriteCapacityUnits':8");

        assertThat(local.ok("UpdateTable", "{'TableName': 'things', 'BillingMode': 'PAY_PER_REQUEST'}"))
                .contains("'BillingMode':'PAY_PER_REQUEST'");
    }

    @Test
    void anEmptyTableNameIsTooShortAndOfNoPattern() {
        assertThat(local.error("ListTables", "{'ExclusiveStartTableName': ''}"))
                .startsWith("ValidationException: 2 validation errors detected: ");
        assertThat(local.error("CreateTable", Local.HASH_TABLE.formatted("")))
                .startsWith("ValidationException: 2 validation errors detected: ");
    }

    @Test
    void valuesOfTheWrongTypeAreFoundBeforeTheTableIsLookedUp() {
        assertThat(local.error("UpdateTable", "{'TableName': 'missing', 'DeletionProtectionEnabled': ['a']}"))
                .startsWith("SerializationException");
    }

    @Test
    void aProtectedTableIsNotDeleted() {
        local.ok("CreateTable", Local.HASH_TABLE.formatted("things"));
        local.ok("UpdateTable", "{'TableName': 'things', 'DeletionProtectionEnabled': true}");

        assertThat(local.error("DeleteTable", "{'TableName': 'things'}"))
                .startsWith("ValidationException: Resource cannot be deleted");
    }

    @Test
    void allConstraintsThatAreNotMetAreReportedAtOnce() {
        assertThat(local.error("CreateTable", """
                        {'TableName': 'things', 'BillingMode': 'X', 'AttributeDefinitions': [],
                         'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'Y'}]}"""))
                .isEqualTo(
                        "ValidationException: 2 validation errors detected: Value 'Y' at 'keySchema.1.member.keyType' "
                                + "failed to satisfy constraint: Member must satisfy enum value set: [HASH, RANGE]; Value 'X' at "
                                + "'billingMode' failed to satisfy constraint: Member must satisfy enum value set: "
                                + "[PROVISIONED, PAY_PER_REQUEST]");
    }

    @Test
    void anIndexThatIsAddedHoldsTheItemsThatAreThere() {
        local.ok("CreateTable", Local.HASH_TABLE.formatted("things"));
        local.put("things", "{'pk': {'S': 'a'}, 'h': {'S': 'x'}}");
        local.put("things", "{'pk': {'S': 'b'}, 'h': {'N': '1'}}");

        local.ok("UpdateTable", """
                {'TableName': 'things', 'AttributeDefinitions': [{'AttributeName': 'h', 'AttributeType': 'S'}],
                 'GlobalSecondaryIndexUpdates': [{'Create': {'IndexName': 'added',
                   'KeySchema': [{'AttributeName': 'h', 'KeyType': 'HASH'}],
                   'Projection': {'ProjectionType': 'ALL'}}}]}""");

        assertThat(local.ok("Scan", "{'TableName': 'things', 'IndexName': 'added'}"))
                .isEqualTo("{'Items':[{'pk':{'S':'a'},'h':{'S':'x'}}],'Count':1,'ScannedCount':1}");
        local.ok("UpdateTable", """
                {'TableName': 'things', 'GlobalSecondaryIndexUpdates': [{'Delete': {'IndexName': 'added'}}]}""");
        assertThat(local.ok("DescribeTable", "{'TableName': 'things'}"))
                .contains("'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}]");
        assertThat(local.error("Scan", "{'TableName': 'things', 'IndexName': 'added'}"))
                .isEqualTo("ValidationException: The table does not have the specified index: added");
    }

    @Test
    void namespacesAreApartByAccessKeyIdAndRegion() {
        local.ok("CreateTable", Local.HASH_TABLE.formatted("things"));

        assertThat(Local.text(local.engine.handle("ListTables", "other", Local.bytes("{}"))))
                .isEqualTo("{'TableNames':[]}");
        assertThat(Local.text(local.engine.handle("ListTables", "test", "eu-west-1", Local.bytes("{}"))))
                .isEqualTo("{'TableNames':[]}");

        local.engine.drop("test");

        assertThat(local.error("ListTables", "{}")).startsWith("ResourceNotFoundException: The tables are gone");
        assertThat(Local.text(local.engine.handle("ListTables", "other", Local.bytes("{}"))))
                .isEqualTo("{'TableNames':[]}");
    }

    @Test
    void whatIsNoOperationIsAnUnknownOne() {
        for (String operation : new String[] {"ExecuteStatement", "CreateBackup", "Nothing", ""}) {
            assertThat(Local.text(local.send(operation, "{}")))
                    .isEqualTo("{'__type':'com.amazon.coral.service#UnknownOperationException'}");
        }
    }
}
