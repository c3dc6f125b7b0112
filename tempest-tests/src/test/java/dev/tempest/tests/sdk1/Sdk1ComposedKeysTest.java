package dev.tempest.tests.sdk1;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.AmazonWebServiceRequest;
import com.amazonaws.handlers.RequestHandler2;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConvertedEnum;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.Change;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.KeyTemplate;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.LogicalTable;
import dev.tempest.sdk1.SecondaryIndex;
import dev.tempest.sdk1.TransactionWriteSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of SDK 1.x that are made of several properties, in tables with and without a raw item type. */
class Sdk1ComposedKeysTest {
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

    interface Views {
        InlineView<Issue.Key, Issue> issues();

        SecondaryIndex<Issue.ByState, Issue> byState();

        SecondaryIndex<Issue.ByOwner, Issue> byOwner();
    }

    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = {
                @Index(name = "by_state", partitionKey = "pk", sortKey = "state_key"),
                @Index(name = "by_owner", partitionKey = "pk", sortKey = "owner_key")
            })
    interface Declared extends LogicalTable<Map<String, AttributeValue>>, Views {}

    interface DeclaredDb extends LogicalDb {
        @TableName("issues")
        Declared issues();
    }

    interface OfRows extends LogicalTable<Row>, Views {}

    interface RowDb extends LogicalDb {
        OfRows issues();
    }

    private static final Issue.Key KEY = new Issue.Key("p", 7);

    @RegisterExtension
    final Sdk1Db tables = new Sdk1Db().table("issues", Row.class);

    private final List<String> requests = new CopyOnWriteArrayList<>();

    private LogicalDb db;
    private Views views;
    private InlineView<Issue.Key, Issue> issues;
    private Issue saved;

    private void open(boolean declared) {
        DynamoDBMapper mapper = new DynamoDBMapper(tables.client(new RequestHandler2() {
            @Override
            public AmazonWebServiceRequest beforeExecution(AmazonWebServiceRequest request) {
                requests.add(request.getClass().getSimpleName());
                return request;
            }
        }));
        if (declared) {
            DeclaredDb opened = LogicalDb.create(DeclaredDb.class, mapper);
            db = opened;
            views = opened.issues();
        } else {
            RowDb opened = LogicalDb.create(RowDb.class, mapper);
            db = opened;
            views = opened.issues();
        }
        issues = views.issues();
        saved = issues.save(new Issue("p", 7, State.OPEN, "ada", 3, null));
        requests.clear();
    }

    private Map<String, AttributeValue> stored() {
        return tables.rows("issues").get(0);
    }

    private void patch(List<String> expected, Change<Issue> change) {
        requests.clear();
        issues.patch(KEY, change);
        assertThat(requests).isEqualTo(expected);
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theKeysAreMadeOfTheProperties(boolean declared) {
        open(declared);

        assertThat(stored())
                .containsEntry("sk", new AttributeValue("ISSUE#0007"))
                .containsEntry("state_key", new AttributeValue("STATE#OPEN#0007"))
                .containsEntry("owner_key", new AttributeValue("ada#03#p"));
        assertThat(issues.load(KEY)).isEqualTo(saved);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leadingPartsFindTheirItemsOnly(boolean declared) {
        open(declared);
        Issue neighbour = issues.save(new Issue("p", 8, State.CLOSED, "adam", 3, null));

        assertThat(issues.queryAllContents(new BeginsWith<>(new Issue.Key("p", null))))
                .containsExactly(saved, neighbour);
        assertThat(issues.queryAllContents(new Between<>(new Issue.Key("p", 8), new Issue.Key("p", 9))))
                .containsExactly(neighbour);
        assertThat(views.byOwner().queryAllContents(new BeginsWith<>(new Issue.ByOwner("ada", 3, "p", null))))
                .containsExactly(saved);
        assertThat(views.byState().queryAllContents(new BeginsWith<>(new Issue.ByState("p", State.CLOSED, null))))
                .containsExactly(neighbour);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPatchOfPartsThatAreKnownIsOneRequest(boolean declared) {
        open(declared);

        patch(List.of("UpdateItemRequest"), attr(Issue::state).set(State.CLOSED));
        patch(
                List.of("UpdateItemRequest"),
                changes(attr(Issue::owner).set("ben"), number(Issue::priority).set(4)));

        assertThat(stored())
                .containsEntry("state_key", new AttributeValue("STATE#CLOSED#0007"))
                .containsEntry("owner_key", new AttributeValue("ben#04#p"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onePartThatIsRemovedTakesTheItemOutOfTheIndex(boolean declared) {
        open(declared);

        patch(
                List.of("UpdateItemRequest"),
                changes(attr(Issue::owner).remove(), number(Issue::priority).set(4)));

        assertThat(stored()).doesNotContainKey("owner_key");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPartThatIsNotKnownIsRead(boolean declared) {
        open(declared);

        patch(List.of("GetItemRequest", "UpdateItemRequest"), attr(Issue::owner).set("ben"));

        assertThat(stored()).containsEntry("owner_key", new AttributeValue("ben#03#p"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPatchOfAnItemDoesTheSame(boolean declared) {
        open(declared);

        Issue patched = issues.patchItem(saved, attr(Issue::state).set(State.CLOSED));

        assertThat(requests).containsExactly("UpdateItemRequest");
        assertThat(patched.version()).isEqualTo(2);
        assertStoredAsSaved();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsKnownCanBePatchedInATransaction(boolean declared) {
        open(declared);

        db.transactionWrite(TransactionWriteSet.builder()
                .patch(KEY, attr(Issue::state).set(State.CLOSED))
                .build());

        assertThat(stored()).containsEntry("state_key", new AttributeValue("STATE#CLOSED#0007"));
        assertThatThrownBy(() -> db.transactionWrite(TransactionWriteSet.builder()
                        .patch(KEY, attr(Issue::owner).set("ben"))
                        .build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("that a patch in a transaction cannot compute");
        db.transactionWrite(TransactionWriteSet.builder()
                .patch(issues.load(KEY), attr(Issue::state).set(State.OPEN))
                .build());
        assertThat(stored()).containsEntry("state_key", new AttributeValue("STATE#OPEN#0007"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aValueThatCannotBeAPartIsRefused(boolean declared) {
        open(declared);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> issues.patch(
                        KEY,
                        changes(
                                attr(Issue::owner).set("a#b"),
                                number(Issue::priority).set(4))))
                .withMessageContaining("owner contains \"#\", or the end of it");
        assertThat(requests).isEmpty();
    }

    @DynamoDBTable(tableName = "issues")
    public static class Row {
        private String pk;
        private String sk;
        private String state_key;
        private String owner_key;
        private Integer number;
        private State state;
        private String owner;
        private Integer priority;
        private Long version;

        @DynamoDBHashKey
        @DynamoDBIndexHashKey(globalSecondaryIndexNames = {"by_state", "by_owner"})
        public String getPk() {
            return pk;
        }

        public void setPk(String pk) {
            this.pk = pk;
        }

        @DynamoDBRangeKey
        public String getSk() {
            return sk;
        }

        public void setSk(String sk) {
            this.sk = sk;
        }

        @DynamoDBIndexRangeKey(globalSecondaryIndexName = "by_state")
        public String getState_key() {
            return state_key;
        }

        public void setState_key(String state_key) {
            this.state_key = state_key;
        }

        @DynamoDBIndexRangeKey(globalSecondaryIndexName = "by_owner")
        public String getOwner_key() {
            return owner_key;
        }

        public void setOwner_key(String owner_key) {
            this.owner_key = owner_key;
        }

        public Integer getNumber() {
            return number;
        }

        public void setNumber(Integer number) {
            this.number = number;
        }

        @DynamoDBTypeConvertedEnum
        public State getState() {
            return state;
        }

        public void setState(State state) {
            this.state = state;
        }

        public String getOwner() {
            return owner;
        }

        public void setOwner(String owner) {
            this.owner = owner;
        }

        public Integer getPriority() {
            return priority;
        }

        public void setPriority(Integer priority) {
            this.priority = priority;
        }

        public Long getVersion() {
            return version;
        }

        public void setVersion(Long version) {
            this.version = version;
        }
    }
}
