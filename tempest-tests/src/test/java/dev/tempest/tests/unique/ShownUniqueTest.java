package dev.tempest.tests.unique;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Finding;
import dev.tempest.sdk2.DatabasePicture;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestRegions;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.unique.Members.Guest;
import dev.tempest.tests.unique.Members.Member;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Where a model's unique values are shown: in its picture, and in the check of its tables. */
class ShownUniqueTest {
    @Test
    void thePictureNamesThem() {
        assertThat(DatabasePicture.of(Members.Db.class)
                        .withSamples(Member.of("ann", "a@x"))
                        .html())
                .contains("<span class=\"role\">unique</span>")
                .contains("<span class=\"role\">unique seat</span>");
    }

    @Nested
    class OnAGlobalTableOfStrongConsistency {
        @RegisterExtension
        final TestDb db = TestDb.builder()
                .tables(TestTable.create("members", Members.MemberTable.class))
                .regions(TestRegions.strong("us-east-1", "us-east-2", "us-west-2"))
                .build();

        @Test
        void theCheckReportsAnErrorAndAClaimIsRejected() {
            Members.Db members = db.logicalDb(Members.Db.class);

            assertThat(members.checkTables().problems())
                    .filteredOn(finding -> finding.severity() == Finding.Severity.ERROR)
                    .extracting(Finding::message)
                    .contains(
                            "Members.Guest.email is @Unique, which takes transactions, and DynamoDB has none on a global"
                                    + " table of strong consistency. Remove the annotation, or keep the type in another"
                                    + " table.",
                            "Members.Member.email is @Unique, which takes transactions, and DynamoDB has none on a global"
                                    + " table of strong consistency. Remove the annotation, or keep the type in another"
                                    + " table.");
            assertThatThrownBy(() -> members.members().members().create(Member.of("ann", "a@x")))
                    .isInstanceOf(DynamoDbException.class);
            // Nothing is claimed, so nothing needs a transaction.
            members.members().guests().save(Guest.of("gus", null));
        }
    }

    @Nested
    class OnAGlobalTableOfEventualConsistency {
        @RegisterExtension
        final TestDb db = TestDb.builder()
                .tables(TestTable.create("members", Members.MemberTable.class))
                .regions(TestRegions.eventual("us-east-1", "eu-west-1"))
                .build();

        @Test
        void theCheckWarns() {
            assertThat(db.logicalDb(Members.Db.class).checkTables().problems())
                    .extracting(Finding::message)
                    .contains(
                            "Members.Member.email is @Unique within a Region only, because the table is replicated with"
                                    + " eventual consistency. Write the items of the type in one Region.");
        }
    }
}
