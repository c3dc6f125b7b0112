package dev.tempest.sdk2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Finding;
import dev.tempest.Finding.Severity;
import dev.tempest.Finding.Subject;
import dev.tempest.TableReport;
import dev.tempest.TableReport.Consistency;
import dev.tempest.TableReport.Replica;
import dev.tempest.TimeToLive;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.MultiRegionConsistency;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ReplicaDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaStatus;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** What a check says about tables that an embedded DynamoDB cannot be brought to have. */
class TableReportTest {
    @DynamoDbBean
    public static class Thing {
        private String token;
        private String sort_key;
        private Long expires_at;

        @DynamoDbPartitionKey
        public String getToken() {
            return token;
        }

        public void setToken(String token) {
            this.token = token;
        }

        @DynamoDbSortKey
        public String getSort_key() {
            return sort_key;
        }

        public void setSort_key(String sort_key) {
            this.sort_key = sort_key;
        }

        public Long getExpires_at() {
            return expires_at;
        }

        public void setExpires_at(Long expires_at) {
            this.expires_at = expires_at;
        }
    }

    @DynamoDbBean
    public static class IndexedThing extends Thing {
        @Override
        @DynamoDbSortKey
        @DynamoDbSecondaryPartitionKey(indexNames = "by_sort_key")
        public String getSort_key() {
            return super.getSort_key();
        }
    }

    @DynamoDbBean
    public static class LocallyIndexedThing extends Thing {
        @Override
        @DynamoDbPartitionKey
        @DynamoDbSecondaryPartitionKey(indexNames = "by_expiry")
        public String getToken() {
            return super.getToken();
        }

        @Override
        @DynamoDbSecondarySortKey(indexNames = "by_expiry")
        public Long getExpires_at() {
            return super.getExpires_at();
        }
    }

    interface Things extends LogicalTable<Thing> {}

    @TimeToLive("expires_at")
    interface ExpiringThings extends LogicalTable<Thing> {}

    private static final String EXPIRING = "TableReportTest.ExpiringThings has @TimeToLive(\"expires_at\")";

    private final Described table = Described.ofOneRegion();

    @Test
    void saysNothingOfATableThatIsAsTheModelSays() {
        assertThat(table.check(Things.class))
                .isEqualTo(TableReport.builder("things").build());
    }

    private Described replicated(MultiRegionConsistency mode, ReplicaStatus second) {
        return table.with(description -> description
                .multiRegionConsistency(mode)
                .replicas(replica("eu-west-1", ReplicaStatus.ACTIVE), replica("us-east-1", second)));
    }

    private static ReplicaDescription replica(String region, ReplicaStatus status) {
        return ReplicaDescription.builder()
                .regionName(region)
                .replicaStatus(status)
                .build();
    }

    @Nested
    class OfAGlobalTable {
        @ParameterizedTest
        @EnumSource(
                value = MultiRegionConsistency.class,
                names = {"EVENTUAL"})
        @NullSource
        void warnsThatVersionsDoNotProtectWhereItIsEventuallyConsistent(MultiRegionConsistency mode) {
            TableReport report = replicated(mode, ReplicaStatus.ACTIVE).check(Things.class);

            assertThat(report.consistency()).isEqualTo(Consistency.EVENTUAL);
            assertThat(report.replicas())
                    .containsExactly(new Replica("eu-west-1", "ACTIVE"), new Replica("us-east-1", "ACTIVE"));
            assertThat(report.findings())
                    .containsExactly(Finding.of(
                            Severity.WARNING,
                            Subject.REPLICATION,
                            "The table is replicated to eu-west-1, us-east-1 with eventual consistency: when two"
                                    + " Regions write one item, the last writer wins. Conditions and versions protect"
                                    + " within a Region, not across Regions. Write each item in one Region only, or use a"
                                    + " global table of strong consistency; the mode of this one cannot be changed."));
            assertThat(report.isOk()).isTrue();
        }

        @Test
        void tellsThatVersionsProtectWhereItIsStronglyConsistent() {
            TableReport report = replicated(MultiRegionConsistency.STRONG, ReplicaStatus.ACTIVE)
                    .check(Things.class);

            assertThat(report.consistency()).isEqualTo(Consistency.STRONG);
            assertThat(report.problems()).isEmpty();
            assertThat(report).hasToString("""
                Table things: no errors, no warnings
                  replicas: eu-west-1 (ACTIVE), us-east-1 (ACTIVE)
                  consistency between Regions: STRONG
                  INFO: The table is replicated to eu-west-1, us-east-1 with strong consistency: conditions \
                and versions hold across Regions. DynamoDB rejects transactions on such a table, and a write \
                that meets one of another Region fails with ReplicatedWriteConflictException.\
                """);
        }

        @Test
        void warnsOfAModeThatTheSdkDoesNotKnow() {
            TableReport report = table.with(description -> description
                            .multiRegionConsistency("PSYCHIC")
                            .replicas(replica("eu-west-1", ReplicaStatus.ACTIVE)))
                    .check(Things.class);

            assertThat(report.consistency()).isNull();
            assertThat(report.problems())
                    .extracting(Finding::message)
                    .containsExactly("The table is replicated to eu-west-1 with a consistency that this version of the"
                            + " SDK does not know, PSYCHIC. Do not rely on versions across Regions.");
            assertThat(report.toString()).contains("replicas: eu-west-1 (ACTIVE)");
        }

        @Test
        void warnsOfTheOldKindWhoseReplicasAreNotTold() {
            TableReport report = table.with(description -> description.globalTableVersion("2017.11.29"))
                    .check(Things.class);

            assertThat(report.consistency()).isEqualTo(Consistency.EVENTUAL);
            assertThat(report.problems().get(0).message())
                    .startsWith("The table is replicated to Regions that only DescribeGlobalTable returns with eventual"
                            + " consistency");
        }

        @Test
        void warnsOfAReplicaThatIsNotActive() {
            TableReport report = replicated(MultiRegionConsistency.STRONG, ReplicaStatus.CREATION_FAILED)
                    .check(Things.class);

            assertThat(report.problems())
                    .containsExactly(Finding.of(
                            Severity.WARNING,
                            Subject.REPLICATION,
                            "The replica in us-east-1 has the status CREATION_FAILED, not ACTIVE."));
        }

        @Test
        void isNoneOnceItsReplicasAreGone() {
            TableReport report = table.with(description -> description.globalTableVersion("2019.11.21"))
                    .check(Things.class);

            assertThat(report.consistency()).isNull();
            assertThat(report.findings()).isEmpty();
        }
    }

    @Nested
    class OfATablesStatus {
        @ParameterizedTest
        @EnumSource(
                value = TableStatus.class,
                names = {"CREATING", "DELETING", "INACCESSIBLE_ENCRYPTION_CREDENTIALS", "ARCHIVED"})
        void isAnErrorWhereItCannotBeUsed(TableStatus status) {
            TableReport report =
                    table.with(description -> description.tableStatus(status)).check(Things.class);

            assertThat(report.findings())
                    .containsExactly(Finding.of(
                            Severity.ERROR, Subject.TABLE, "The table has the status " + status + ", not ACTIVE."));
        }

        @Test
        void isNoProblemWhileItIsUpdated() {
            TableReport report = table.with(description -> description.tableStatus(TableStatus.UPDATING))
                    .check(Things.class);

            assertThat(report.findings())
                    .containsExactly(Finding.of(
                            Severity.INFO, Subject.TABLE, "The table is being updated. It can be used meanwhile."));
        }
    }

    @Nested
    class OfAnIndexsStatus {
        interface IndexedThings extends LogicalTable<IndexedThing> {}

        private TableReport check(IndexStatus status) {
            return table.with(
                            description -> description.globalSecondaryIndexes(GlobalSecondaryIndexDescription.builder()
                                    .indexName("by_sort_key")
                                    .indexStatus(status)
                                    .keySchema(Described.key("sort_key", KeyType.HASH))
                                    .projection(Projection.builder()
                                            .projectionType(ProjectionType.ALL)
                                            .build())
                                    .build()))
                    .check(IndexedThings.class);
        }

        @Test
        void isAnErrorUntilItIsActive() {
            assertThat(check(IndexStatus.CREATING).findings())
                    .containsExactly(Finding.of(
                            Severity.ERROR,
                            Subject.INDEX,
                            "Index by_sort_key has the status CREATING, not ACTIVE: queries and scans through"
                                    + " it fail."));
            assertThat(check(IndexStatus.ACTIVE).findings()).isEmpty();
        }

        @Test
        void isNoProblemWhileItIsUpdated() {
            assertThat(check(IndexStatus.UPDATING).findings())
                    .containsExactly(Finding.of(
                            Severity.INFO,
                            Subject.INDEX,
                            "Index by_sort_key is being updated. It can be used meanwhile."));
        }
    }

    interface LocallyIndexedThings extends LogicalTable<LocallyIndexedThing> {}

    @Test
    void tellsHowToReadALocalIndexConsistently() {
        TableReport report = table.with(description -> description
                        .attributeDefinitions(
                                Described.text("token"),
                                Described.text("sort_key"),
                                AttributeDefinition.builder()
                                        .attributeName("expires_at")
                                        .attributeType(ScalarAttributeType.N)
                                        .build())
                        .localSecondaryIndexes(LocalSecondaryIndexDescription.builder()
                                .indexName("by_expiry")
                                .keySchema(
                                        Described.key("token", KeyType.HASH),
                                        Described.key("expires_at", KeyType.RANGE))
                                .build()))
                .check(LocallyIndexedThings.class);

        assertThat(report.findings())
                .containsExactly(Finding.of(
                        Severity.INFO,
                        Subject.INDEX,
                        "Index by_expiry is a local one, but TableReportTest.LocallyIndexedThing declares it like a"
                                + " global one, so that Tempest rejects consistent reads. To have them, remove"
                                + " @DynamoDbSecondaryPartitionKey from the getter of token."));
    }

    @Nested
    class OfTimeToLive {
        @Test
        void tellsThatItIsBeingSwitchedOn() {
            TableReport report = table.withTimeToLive(TimeToLiveStatus.ENABLING, "expires_at")
                    .check(ExpiringThings.class);

            assertThat(report.findings())
                    .containsExactly(Finding.of(
                            Severity.INFO,
                            Subject.TIME_TO_LIVE,
                            "Time to live is being switched on, which takes up to an hour."));
        }

        @Test
        void isAnErrorWhileItIsBeingSwitchedOff() {
            TableReport report = table.withTimeToLive(TimeToLiveStatus.DISABLING, "expires_at")
                    .check(ExpiringThings.class);

            assertThat(report.isOk()).isFalse();
            assertThat(report.findings().get(0).message()).startsWith("Time to live is off, but " + EXPIRING);
        }

        @ParameterizedTest
        @ValueSource(strings = {"AccessDeniedException", "ResourceNotFoundException", "UnknownOperationException"})
        void saysWhyItWasNotChecked(String errorCode) {
            assertThat(table.checkRefused(ExpiringThings.class, errorCode).findings())
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                        assertThat(finding.message())
                                .startsWith("Time to live was not checked, though " + EXPIRING
                                        + ": check of time to live of table things: No.");
                    });
            assertThat(table.checkRefused(Things.class, errorCode).problems()).isEmpty();
        }

        @Test
        void failsAsAWholeWhereAnotherTryMayHelp() {
            assertThatThrownBy(() -> table.checkRefused(Things.class, "ThrottlingException"))
                    .isInstanceOf(DynamoDbException.class)
                    .hasMessageStartingWith("check of time to live of table things: No.");
        }
    }
}
