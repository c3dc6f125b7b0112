package dev.tempest.tests.unique;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.UniqueValuesReport;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.unique.Members.Guest;
import dev.tempest.tests.unique.Members.Member;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The call that compares items with the companion items of their unique values. */
class RepairTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("members", Members.MemberTable.class));

    private void putByAnotherProgram(String sortKey, String email) {
        db.client()
                .putItem(put -> put.tableName("members")
                        .item(Map.of(
                                "pk", AttributeValue.fromS("c"),
                                "sk", AttributeValue.fromS(sortKey),
                                "email", AttributeValue.fromS(email))));
    }

    private void deleteByAnotherProgram(String partitionKey, String sortKey) {
        db.client()
                .deleteItem(delete -> delete.tableName("members")
                        .key(Map.of("pk", AttributeValue.fromS(partitionKey), "sk", AttributeValue.fromS(sortKey))));
    }

    @Test
    void itemsFromBeforeTheAnnotationGetTheirCompanions() {
        for (int i = 0; i < 20; i++) {
            putByAnotherProgram("MEMBER#m" + i, i + "@x");
        }
        Members.Db members = db.logicalDb(Members.Db.class);

        assertThat(members.checkUniqueValues()).satisfies(report -> {
            assertThat(report.items()).isEqualTo(20);
            assertThat(report.itemsWithoutCompanion()).isEqualTo(20);
            assertThat(report.repaired()).isZero();
            assertThat(report.isOk()).isFalse();
        });
        assertThat(Members.companions(db.client())).isEmpty();
        assertThat(members.repairUniqueValues().repaired()).isEqualTo(20);
        assertThat(members.checkUniqueValues()).isEqualTo(new UniqueValuesReport(20, 0, 0, 0, java.util.List.of()));
        Members.requireUnique(db.client());
    }

    @Test
    void companionsOfItemsThatAreGoneAreDeleted() {
        Members.AsyncDb members = db.asyncLogicalDb(Members.AsyncDb.class);
        members.members()
                .members()
                .createAsync(Member.of("ann", "a@x").withSeat("red", 1))
                .join();
        members.members().guests().saveAsync(Guest.of("gus", "g@x")).join();
        deleteByAnotherProgram("c", "MEMBER#ann");

        UniqueValuesReport report = members.repairUniqueValuesAsync().join();

        assertThat(report.companionsWithoutItem()).isEqualTo(2);
        assertThat(report.repaired()).isEqualTo(2);
        assertThat(Members.companions(db.client())).containsExactly(Map.entry("unique#guests#S:g@x", "GUEST#gus"));
        assertThat(members.checkUniqueValuesAsync().join().isOk()).isTrue();
    }

    @Test
    void aValueOfTwoItemsIsReported() {
        Members.Db members = db.logicalDb(Members.Db.class);
        members.members().members().create(Member.of("ann", "a@x"));
        putByAnotherProgram("MEMBER#bob", "a@x");

        UniqueValuesReport report = members.repairUniqueValues();

        assertThat(report.isOk()).isFalse();
        assertThat(report.clashes()).singleElement().satisfies(clash -> {
            assertThat(clash.itemType()).isEqualTo(Member.class);
            assertThat(clash.properties()).containsExactly("email");
            assertThat(clash.key()).containsEntry("sk", "MEMBER#bob");
            assertThat(clash.otherKey()).containsEntry("sk", "MEMBER#ann");
        });
        members.members().members().deleteKey(Members.key("bob"));
        assertThat(Members.companions(db.client())).containsExactly(Map.entry("unique#email#S:a@x", "MEMBER#ann"));
    }

    @Test
    void aCompanionThatWasDeletedComesBack() {
        Members.Db members = db.logicalDb(Members.Db.class);
        members.members().members().create(Member.of("ann", "a@x"));
        members.members().members().create(Member.of("bob", "b@x"));
        deleteByAnotherProgram("unique#email#S:a@x", "unique#email#S:a@x");

        assertThat(members.repairUniqueValues().repaired()).isEqualTo(1);
        Members.requireUnique(db.client());
    }
}
