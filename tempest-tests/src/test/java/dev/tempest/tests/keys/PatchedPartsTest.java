package dev.tempest.tests.keys;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tempest.Attribute;
import dev.tempest.Change;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.KeyTemplate;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A change of properties that are parts of an index key reads the item only if it and the item's key do not tell all parts. */
class PatchedPartsTest {
    enum State {
        CLOSED,
        OPEN
    }

    @KeyTemplate(attribute = "sk", value = "ISSUE#{number:4}")
    @KeyTemplate(attribute = "state_key", value = "STATE#{state}#{number:4}")
    @KeyTemplate(attribute = "owner_key", value = "{owner}#{priority:2}#{project}")
    record Issue(
            @Attribute(name = "pk", prefix = "PROJECT#") String project,
            int number,
            State state,
            String owner,
            Integer priority,
            @Version Long version) {
        record Key(String project, Integer number) {}

        @ForIndex("by_state")
        record ByState(String project, State state, Integer number) {}

        @ForIndex("by_owner")
        record ByOwner(String owner, Integer priority, String project, Integer number) {}
    }

    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = {
                @Index(name = "by_state", partitionKey = "pk", sortKey = "state_key"),
                @Index(name = "by_owner", partitionKey = "pk", sortKey = "owner_key")
            })
    interface Issues extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Issue.Key, Issue> issues();

        SecondaryIndex<Issue.ByState, Issue> byState();

        SecondaryIndex<Issue.ByOwner, Issue> byOwner();
    }

    interface Db extends LogicalDb {
        @TableName("issues")
        Issues issues();
    }

    private static final Issue.Key KEY = new Issue.Key("p", 7);

    @RegisterExtension
    final TestDb tables = TestDb.of(TestTable.create("issues", Issues.class));

    private final FaultyHttp network = FaultyHttp.builder().build();
    private Db db;
    private InlineView<Issue.Key, Issue> issues;
    private Issue saved;

    @BeforeEach
    void open() {
        db = tables.with(network).logicalDb(Db.class);
        issues = db.issues().issues();
        saved = issues.save(new Issue("p", 7, State.OPEN, "ada", 3, null));
    }

    private Map<String, AttributeValue> stored() {
        return tables.client().scan(scan -> scan.tableName("issues")).items().get(0);
    }

    private void patch(int requests, Change<Issue> change) {
        long before = network.requests();
        issues.patch(KEY, change);
        assertThat(network.requests() - before).isEqualTo(requests);
        assertStoredAsSaved();
    }

    private void assertStoredAsSaved() {
        Map<String, AttributeValue> patched = withoutVersion();
        issues.save(issues.load(KEY));
        assertThat(withoutVersion()).isEqualTo(patched);
    }

    private Map<String, AttributeValue> withoutVersion() {
        Map<String, AttributeValue> row = new HashMap<>(stored());
        row.remove("version");
        return row;
    }

    @Test
    void thePartsOfTheKeyAreKnown() {
        patch(1, attr(Issue::state).set(State.CLOSED));

        assertThat(stored().get("state_key").s()).isEqualTo("STATE#CLOSED#0007");
    }

    @KeyTemplate(attribute = "sk", value = "SPRINT#{number:4}")
    record Sprint(
            @Attribute(name = "pk", prefix = "PROJECT#") String project, int number, int points) {
        record Key(String project, int number) {}
    }

    @Test
    void anItemThatAPatchCreatesHasThePartsOfItsKey() {
        var sprints = db.issues().inlineView(Sprint.Key.class, Sprint.class);

        sprints.patch(new Sprint.Key("p", 3), number(Sprint::points).add(5).orCreate());

        assertThat(sprints.load(new Sprint.Key("p", 3))).isEqualTo(new Sprint("p", 3, 5));
    }

    @Test
    void thePartsThatTheChangeSetsAreKnown() {
        patch(1, changes(attr(Issue::owner).set("ben"), number(Issue::priority).set(4)));

        assertThat(stored().get("owner_key").s()).isEqualTo("ben#04#p");
    }

    @Test
    void onePartThatIsRemovedTakesTheItemOutOfTheIndex() {
        patch(1, changes(attr(Issue::owner).remove(), number(Issue::priority).set(4)));

        assertThat(stored()).doesNotContainKey("owner_key");
    }

    @Test
    void aPartThatIsNotKnownIsRead() {
        patch(2, attr(Issue::owner).set("ben"));
        patch(2, changes(attr(Issue::owner).set("cy"), number(Issue::priority).add(1)));

        assertThat(stored().get("owner_key").s()).isEqualTo("cy#04#p");
    }

    @Test
    void aPatchOfAnItemDoesTheSame() {
        long before = network.requests();

        Issue patched = issues.patchItem(saved, attr(Issue::state).set(State.CLOSED));

        assertThat(network.requests() - before).isOne();
        assertThat(patched.version()).isEqualTo(2);
        assertStoredAsSaved();
    }

    @Test
    void whatIsKnownCanBePatchedInATransaction() {
        db.transactionWrite(TransactionWriteSet.builder()
                .patch(KEY, attr(Issue::state).set(State.CLOSED))
                .build());

        assertThat(stored().get("state_key").s()).isEqualTo("STATE#CLOSED#0007");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> db.transactionWrite(TransactionWriteSet.builder()
                        .patch(KEY, attr(Issue::owner).set("ben"))
                        .build()))
                .withMessageContaining("that a patch in a transaction cannot compute");
    }

    @Test
    void aValueThatCannotBeAPartIsRefused() {
        long before = network.requests();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> issues.patch(
                        KEY,
                        changes(
                                attr(Issue::owner).set("a#b"),
                                number(Issue::priority).set(4))))
                .withMessageContaining("owner contains \"#\", or the end of it");
        assertThat(network.requests()).isEqualTo(before);
    }
}
