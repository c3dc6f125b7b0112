package dev.tempest.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.local.internal.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Global tables with multi-Region strong consistency. */
class StrongTablesTest {
    private static final String GLOBAL = """
            {'TableName': 'things', 'MultiRegionConsistency': 'STRONG',
             'ReplicaUpdates': [{'Create': {'RegionName': 'us-east-2'}}, {'Create': {'RegionName': 'us-west-2'}}]}""";
    private static final String WITH_WITNESS = """
            {'TableName': 'things', 'MultiRegionConsistency': 'STRONG',
             'ReplicaUpdates': [{'Create': {'RegionName': 'us-east-2'}}],
             'GlobalTableWitnessUpdates': [{'Create': {'RegionName': 'us-west-2'}}]}""";
    private static final String CONFLICT =
            "ReplicatedWriteConflictException: One or more items in this request are being"
                    + " modified by a request in another Region";

    private final Local east = Local.withThings();
    private final Local ohio = east.in("us-east-2");
    private final Local oregon = east.in("us-west-2");
    private final LocalRegions regions = east.engine.regions("test");

    private static String putOf(String value) {
        return "{'TableName': 'things', 'Item': {'pk': {'S': 'a'}, 'v': {'S': '" + value + "'}}}";
    }

    private static String get(Local region, boolean consistent) {
        return region.ok(
                "GetItem", "{'TableName': 'things', 'ConsistentRead': " + consistent + ", 'Key': {'pk': {'S': 'a'}}}");
    }

    @Test
    void aWriteIsInAllRegionsAndAConditionHoldsInAllOfThem() {
        east.ok("UpdateTable", GLOBAL);
        east.ok("PutItem", putOf("1"));

        assertThat(get(oregon, true)).contains("'1'");
        assertThat(oregon.error(
                        "PutItem", putOf("2").replace("}}}", "}}, 'ConditionExpression': 'attribute_not_exists(pk)'}")))
                .startsWith("ConditionalCheckFailedException");
        assertThat(regions.pending()).isZero();
    }

    @Test
    void aWriteThatMeetsOneOfAnotherRegionFails() {
        east.ok("UpdateTable", GLOBAL);
        List<String> meanwhile = new ArrayList<>();
        regions.duringNextWrite("us-east-1", () -> {
            meanwhile.add(ohio.error("PutItem", putOf("lost")));
            meanwhile.add(ohio.error("BatchWriteItem", """
                    {'RequestItems': {'things': [{'PutRequest': {'Item': {'pk': {'S': 'a'}}}}]}}"""));
            meanwhile.add(ohio.ok("BatchWriteItem", """
                    {'RequestItems': {'things': [{'PutRequest': {'Item': {'pk': {'S': 'a'}}}},
                      {'PutRequest': {'Item': {'pk': {'S': 'b'}}}}]}}"""));
        });

        east.ok("PutItem", putOf("1"));

        assertThat(meanwhile.subList(0, 2)).containsExactly(CONFLICT, CONFLICT);
        assertThat(meanwhile.get(2))
                .contains("'UnprocessedItems':{'things':[{'PutRequest':{'Item':{'pk':{'S':'a'}}}}]}");
        assertThat(get(ohio, true)).contains("'1'");
        ohio.ok("PutItem", putOf("2"));
        assertThat(get(east, true)).contains("'2'");
    }

    @Test
    void aRegionThatReachesNoOtherNeitherWritesNorReadsConsistently() {
        for (String global : List.of(GLOBAL, WITH_WITNESS)) {
            east.ok("UpdateTable", global);
            east.ok("PutItem", putOf("1"));

            regions.isolate("us-east-1");

            assertThat(east.send("PutItem", putOf("2")).status()).isEqualTo(500);
            assertThat(Local.text(east.send("PutItem", putOf("2"))))
                    .contains("InternalServerError")
                    .contains("cannot reach a second Region");
            assertThat(east.send(
                                    "GetItem",
                                    "{'TableName': 'things', 'ConsistentRead': true, 'Key': {'pk': {'S': 'a'}}}")
                            .status())
                    .isEqualTo(500);
            assertThat(east.send("Scan", "{'TableName': 'things', 'ConsistentRead': true}")
                            .status())
                    .isEqualTo(500);
            ohio.ok("PutItem", putOf("3"));
            assertThat(get(east, false)).as("an eventually consistent read").contains("'1'");

            regions.heal();

            assertThat(get(east, true)).contains("'3'");
            ohio.ok("DeleteItem", "{'TableName': 'things', 'Key': {'pk': {'S': 'a'}}}");
            boolean witness = global.equals(WITH_WITNESS);
            ohio.ok("UpdateTable", deletionOfAll(witness));
            east.send("DeleteTable", "{'TableName': 'things'}");
            ohio.ok("DeleteTable", "{'TableName': 'things'}");
            east.ok("CreateTable", Local.HASH_TABLE.formatted("things"));
        }
    }

    private static String deletionOfAll(boolean witness) {
        return witness ? """
                {'TableName': 'things', 'ReplicaUpdates': [{'Delete': {'RegionName': 'us-east-1'}}],
                 'GlobalTableWitnessUpdates': [{'Delete': {'RegionName': 'us-west-2'}}]}""" : """
                {'TableName': 'things', 'ReplicaUpdates': [{'Delete': {'RegionName': 'us-east-1'}},
                 {'Delete': {'RegionName': 'us-west-2'}}]}""";
    }

    @Test
    void twoRegionsThatReachEachOtherThroughTheThirdGoOn() {
        east.ok("UpdateTable", GLOBAL);
        regions.partition("us-east-1", "us-east-2");

        east.ok("PutItem", putOf("1"));

        assertThat(get(ohio, true)).contains("'1'");
        ohio.ok("PutItem", putOf("2"));
        assertThat(get(east, true)).contains("'2'");
    }

    @Test
    void describeTableTellsReplicasAndWitness() {
        east.ok("UpdateTable", WITH_WITNESS);

        JsonObject table = ohio.json("DescribeTable", "{'TableName': 'things'}").structure("Table");

        assertThat(table.string("MultiRegionConsistency")).isEqualTo("STRONG");
        assertThat(table.structures("Replicas"))
                .extracting(replica -> replica.string("RegionName"))
                .containsExactly("us-east-1");
        assertThat(table.structures("GlobalTableWitnesses"))
                .extracting(witness -> witness.string("RegionName") + " " + witness.string("WitnessStatus"))
                .containsExactly("us-west-2 ACTIVE");
        assertThat(table.has("StreamSpecification")).isFalse();
        assertThat(oregon.error("GetItem", "{'TableName': 'things', 'Key': {'pk': {'S': 'a'}}}"))
                .startsWith("ResourceNotFoundException");
    }

    @Test
    void transactionsAndTimeToLiveAreRefused() {
        east.ok("UpdateTable", GLOBAL);

        assertThat(east.error(
                        "TransactWriteItems",
                        "{'TransactItems': [{'Put': {'TableName': 'things', 'Item': {'pk': {'S': 'a'}}}}]}"))
                .startsWith("ValidationException: Transactions are not supported");
        assertThat(east.error(
                        "TransactGetItems",
                        "{'TransactItems': [{'Get': {'TableName': 'things', 'Key': {'pk': {'S': 'a'}}}}]}"))
                .startsWith("ValidationException: Transactions are not supported");
        assertThat(east.error("UpdateTimeToLive", """
                        {'TableName': 'things', 'TimeToLiveSpecification': {'AttributeName': 't', 'Enabled': true}}"""))
                .startsWith("ValidationException: Time to Live is not supported");
    }

    @Test
    void threeRegionsOfOneSetAndAnEmptyTableAreNeeded() {
        assertThat(east.error("UpdateTable", GLOBAL.replace("us-west-2", "eu-west-1")))
                .contains("must be in one Region set: [us-east-2, eu-west-1, us-east-1]");
        assertThat(east.error("UpdateTable", """
                        {'TableName': 'things', 'MultiRegionConsistency': 'STRONG',
                         'ReplicaUpdates': [{'Create': {'RegionName': 'us-east-2'}}]}"""))
                .contains("has exactly three replicas, or two replicas and one witness");
        assertThat(east.error("UpdateTable", WITH_WITNESS.replace("STRONG", "EVENTUAL")))
                .contains("A witness needs MultiRegionConsistency STRONG");
        east.ok("CreateTable", Local.INDEXED_TABLE.formatted("events"));
        assertThat(east.error("UpdateTable", GLOBAL.replace("things", "events")))
                .contains("cannot have local secondary indexes");
        east.ok("PutItem", putOf("1"));
        assertThat(east.error("UpdateTable", GLOBAL)).contains("can only be created from an empty table");
    }

    @Test
    void itsReplicasComeAndGoTogether() {
        east.ok("UpdateTable", GLOBAL);

        assertThat(Stream.of(east.error("DeleteTable", "{'TableName': 'things'}"), east.error("UpdateTable", """
                                {'TableName': 'things', 'ReplicaUpdates': [{'Delete': {'RegionName': 'us-east-2'}}]}""")))
                .allMatch(error -> error.contains("A single replica or witness cannot be deleted"));
        assertThat(east.error("UpdateTable", """
                        {'TableName': 'things', 'ReplicaUpdates': [{'Create': {'RegionName': 'us-west-1'}}]}""")).contains("Replicas cannot be added");
        east.ok("UpdateTable", """
                {'TableName': 'things', 'ReplicaUpdates': [{'Delete': {'RegionName': 'us-east-2'}},
                  {'Delete': {'RegionName': 'us-west-2'}}]}""");
        assertThat(east.ok("DescribeTable", "{'TableName': 'things'}")).doesNotContain("Replica");
        assertThat(ohio.error("DescribeTable", "{'TableName': 'things'}")).startsWith("ResourceNotFoundException");
    }
}
