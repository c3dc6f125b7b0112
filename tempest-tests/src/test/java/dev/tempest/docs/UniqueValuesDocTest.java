package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Attribute;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.Unique;
import dev.tempest.UniqueValueTakenException;
import dev.tempest.UniqueValuesReport;
import dev.tempest.Version;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class UniqueValuesDocTest {
    @RegisterExtension
    final TestDb testDb = TestDb.of(TestTable.create("members", MemberTable.class));

    public record Member(
            @Attribute(name = "pk") String club,
            @Attribute(name = "sk", prefix = "MEMBER#") String id,
            String name,
            @Unique String email,
            @Unique("seat") String room,
            @Unique("seat") Integer chair,
            @Version Long version) {
        public record Key(String club, String id) {}
    }

    @Table(partitionKey = "pk", sortKey = "sk")
    public interface MemberTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Member.Key, Member> members();
    }

    public interface MemberDb extends LogicalDb {
        @TableName("members")
        MemberTable members();
    }

    private final List<String> logged = new ArrayList<>();

    private void log(String line) {
        logged.add(line);
    }

    private static String register(InlineView<Member.Key, Member> members) {
        try {
            members.create(new Member("chess", "bob", "Bob", "ann@example.com", null, null, null));
        } catch (UniqueValueTakenException taken) {
            return taken.properties() + " is in use by " + taken.key();
        }
        return "welcome";
    }

    @Test
    void refusesAValueThatIsTaken() {
        MemberDb db = testDb.logicalDb(MemberDb.class);
        InlineView<Member.Key, Member> members = db.members().members();
        members.create(new Member("chess", "ann", "Ann", "ann@example.com", null, null, null));

        assertThat(register(members)).isEqualTo("[email] is in use by {pk=chess, sk=MEMBER#ann}");

        members.deleteKey(new Member.Key("chess", "ann"));
        assertThat(register(members)).isEqualTo("welcome");
    }

    @Test
    void repairs() {
        for (String id : List.of("ann", "bob")) {
            testDb.client()
                    .putItem(put -> put.tableName("members")
                            .item(Map.of(
                                    "pk", AttributeValue.fromS("chess"),
                                    "sk", AttributeValue.fromS("MEMBER#" + id),
                                    "email", AttributeValue.fromS("ann@example.com"))));
        }
        MemberDb db = testDb.logicalDb(MemberDb.class);

        UniqueValuesReport report = db.repairUniqueValues();
        for (UniqueValuesReport.Clash clash : report.clashes()) {
            log(clash.properties() + " of " + clash.key() + " is that of " + clash.otherKey());
        }

        assertThat(report.repaired()).isEqualTo(1);
        assertThat(logged).containsExactly("[email] of {pk=chess, sk=MEMBER#bob} is that of {pk=chess, sk=MEMBER#ann}");
    }
}
