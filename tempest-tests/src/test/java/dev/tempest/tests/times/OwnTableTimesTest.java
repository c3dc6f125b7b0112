package dev.tempest.tests.times;

import static dev.tempest.Attributes.number;
import static dev.tempest.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.CreatedAt;
import dev.tempest.EpochUnit;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.UpdatedAt;
import dev.tempest.Version;
import dev.tempest.WriteToken;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.faces.Sdk1Client;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Times of other types, as keys of an index, and in writes whose response is lost. */
class OwnTableTimesTest {
    private static final Visit.Key KEY = new Visit.Key("1");

    record Visit(
            @Attribute(name = "pk") String id,
            String guest,
            int pages,
            @CreatedAt Instant created,
            @UpdatedAt(unit = EpochUnit.SECONDS) long updated,
            @Version String version) {
        record Key(String id) {}

        @ForIndex("by_update")
        record ByUpdate(String guest, Long updated, String id) {}

        Visit withPages(int number) {
            return new Visit(id, guest, number, created, updated, version);
        }
    }

    @WriteToken("token")
    @Table(partitionKey = "pk", indexes = @Index(name = "by_update", partitionKey = "guest", sortKey = "updated"))
    interface Visits extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Visit.Key, Visit> visits();

        SecondaryIndex<Visit.ByUpdate, Visit> byUpdate();
    }

    interface Db extends LogicalDb {
        @TableName("visits")
        Visits visits();
    }

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("visits", Visits.class));

    /** Each look at it is a second later. */
    private static final class Ticking extends Clock {
        private final AtomicLong seconds = new AtomicLong(1_000);

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(seconds.incrementAndGet());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Db over(FaultyHttp network, ConditionalWrites mode) {
        return LogicalDb.builder(Db.class)
                .enhancedClient(db.with(network).enhancedClient())
                .clock(new Ticking())
                .conditionalWrites(mode)
                .build();
    }

    private Db connect() {
        return over(FaultyHttp.builder().build(), ConditionalWrites.STANDARD);
    }

    private static Visit first() {
        return new Visit("1", "ann", 1, null, 0, null);
    }

    @Test
    void storesInstantsAndSeconds() {
        Visit stored = connect().visits().visits().create(first());

        assertThat(stored.created()).isEqualTo(Instant.ofEpochSecond(1_001));
        assertThat(stored.updated()).isEqualTo(1_001);
        assertThat(connect().visits().visits().load(KEY, true)).isEqualTo(stored);
    }

    @Test
    void movesInAnIndexThatIsSortedByTheTime() {
        Visits visits = connect().visits();
        visits.visits().create(first());

        Visit patched = visits.visits().patch(KEY, number(Visit::pages).add(1));

        assertThat(patched.updated()).isGreaterThan(1_001);
        assertThat(visits.byUpdate()
                        .query(new BeginsWith<>(new Visit.ByUpdate("ann", null, null)))
                        .contents())
                .containsExactly(patched);
    }

    private static FaultyHttp losingFirst(String operation) {
        return FaultyHttp.builder().nth(1, operation, Fault.responseLost()).build();
    }

    @Test
    void sendsTheSameTimesAgainWhenAResponseIsLost() {
        FaultyHttp network = losingFirst("PutItem");

        Visit created =
                over(network, ConditionalWrites.STANDARD).visits().visits().create(first());

        assertThat(network.faults()).isEqualTo(1);
        assertThat(network.requests("PutItem")).isEqualTo(2);
        assertThat(created.created()).isEqualTo(Instant.ofEpochSecond(1_001));
        assertThat(connect().visits().visits().load(KEY, true)).isEqualTo(created);
    }

    @Test
    void recognisesItsOwnUpdate() {
        connect().visits().visits().create(first());
        FaultyHttp network = losingFirst("UpdateItem");

        Visit updated = over(network, ConditionalWrites.STANDARD)
                .visits()
                .visits()
                .update(KEY, visit -> visit.withPages(visit.pages() + 1));

        assertThat(network.faults()).isEqualTo(1);
        assertThat(updated.pages()).isEqualTo(2);
        assertThat(connect().visits().visits().load(KEY, true)).isEqualTo(updated);
    }

    @Test
    void sendsTheSameTransactionAgain() {
        connect().visits().visits().create(first());
        Visit loaded = connect().visits().visits().load(KEY, true);
        Db again = connect();
        TransactionWriteSet set = TransactionWriteSet.builder()
                .save(loaded.withPages(5))
                .idempotencyToken("one and the same")
                .build();

        Object one = again.transactionWrite(set).stream().findFirst().orElseThrow();
        Object two = again.transactionWrite(set).stream().findFirst().orElseThrow();

        assertThat(two).isEqualTo(one);
    }

    @Test
    void allOperationsOfATransactionHaveOneTime() {
        Db connected = connect();

        connected.transactionWrite(TransactionWriteSet.builder()
                .create(new Visit("2", "ann", 1, null, 0, null))
                .create(new Visit("3", "bob", 1, null, 0, null))
                .build());

        Visits visits = connected.visits();
        assertThat(visits.visits().load(new Visit.Key("2"), true).created())
                .isEqualTo(visits.visits().load(new Visit.Key("3"), true).created());
    }

    @DynamoDBTable(tableName = "visits")
    public static class Row {
        private String pk;
        private String text;
        private Date created;

        @DynamoDBHashKey
        public String getPk() {
            return pk;
        }

        public void setPk(String pk) {
            this.pk = pk;
        }

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }

        public Date getCreated() {
            return created;
        }

        public void setCreated(Date created) {
            this.created = created;
        }
    }

    record Dated(String pk, String text, @CreatedAt Date created) {
        record Key(String pk) {}
    }

    interface Sdk1Table extends dev.tempest.sdk1.LogicalTable<Row> {
        dev.tempest.sdk1.InlineView<Dated.Key, Dated> dated();
    }

    interface Sdk1Db extends dev.tempest.sdk1.LogicalDb {
        Sdk1Table visits();
    }

    @Test
    void storesDatesAsTheMapperDoes() {
        Sdk1Table table = dev.tempest.sdk1.LogicalDb.builder(Sdk1Db.class)
                .dynamoDbMapper(new DynamoDBMapper(Sdk1Client.of(db.connection())))
                .clock(new Ticking())
                .build()
                .visits();

        Dated saved = table.dated().save(new Dated("9", "x", null));
        Dated patched =
                table.dated().patch(new Dated.Key("9"), text(Dated::text).set("y"));

        assertThat(saved.created()).isEqualTo(Date.from(Instant.ofEpochSecond(1_001)));
        assertThat(patched).isEqualTo(new Dated("9", "y", saved.created()));
    }
}
