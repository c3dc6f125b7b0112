package dev.tempest.tests.subtypes;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.number;
import static dev.tempest.Attributes.ofSubtype;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import dev.tempest.BeginsWith;
import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.UnreadableItemException;
import dev.tempest.sdk1.BatchWriteSet;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.LogicalTable;
import dev.tempest.sdk1.QueryConfig;
import dev.tempest.sdk1.SecondaryIndex;
import dev.tempest.sdk1.TransactionWriteSet;
import dev.tempest.testing.sdk1.TestDb;
import dev.tempest.testing.sdk1.TestTable;
import dev.tempest.tests.subtypes.Event.Comment;
import dev.tempest.tests.subtypes.Event.Login;
import dev.tempest.tests.subtypes.Event.Payment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same item types over SDK 1.x. */
class Sdk1SubtypesTest {
    private static final BeginsWith<Event.Key> OF_ANN = new BeginsWith<>(new Event.Key("ann", ""));

    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = @Index(name = "by_place", partitionKey = "place", sortKey = "sk"))
    interface Events extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Event.Key, Event> events();

        SecondaryIndex<Event.ByPlace, Event> byPlace();
    }

    interface EventDb extends LogicalDb {
        @TableName("events")
        Events events();
    }

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("events", Events.class));

    private EventDb eventDb;
    private InlineView<Event.Key, Event> events;

    @BeforeEach
    void connect() {
        eventDb = db.logicalDb(EventDb.class);
        events = eventDb.events().events();
        List.of(
                        new Login("ann", "1", "10.0.0.1", 1, "Oslo", null),
                        new Payment("ann", "2", "9.5"),
                        new Comment("ann", "3", "Fine.", 4, null))
                .forEach(events::save);
    }

    @Test
    void readsAllSubtypes() {
        assertThat(events.load(new Event.Key("ann", "1"))).isEqualTo(new Login("ann", "1", "10.0.0.1", 1, "Oslo", 1L));
        assertThat(events.query(OF_ANN).contents())
                .extracting(Object::getClass)
                .containsExactly(Login.class, Payment.class, Comment.class);
        assertThat(events.scanAllContents()).hasSize(3);
        assertThat(events.query(
                                OF_ANN,
                                QueryConfig.builder()
                                        .filter(attr(Login::ip).ne("x"))
                                        .build())
                        .contents())
                .hasSize(1);
        assertThat(eventDb.events()
                        .byPlace()
                        .query(new BeginsWith<>(new Event.ByPlace("Oslo", null, "")))
                        .contents())
                .hasSize(1);
    }

    @Test
    void changesOneSubtype() {
        assertThat(events.patch(
                        new Event.Key("ann", "1"),
                        ofSubtype(Event.class, number(Login::tries).add(2))))
                .isEqualTo(new Login("ann", "1", "10.0.0.1", 3, "Oslo", 2L));
        assertThatThrownBy(() -> events.patch(
                        new Event.Key("ann", "2"),
                        ofSubtype(Event.class, attr(Login::ip).set("x"))))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() ->
                        events.increment(new Event.Key("ann", "2"), ofSubtype(Event.class, number(Login::tries)), 1))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(events.increment(new Event.Key("ann", "1"), ofSubtype(Event.class, number(Login::tries)), 1))
                .isEqualTo(4);
    }

    @Test
    void replacesAnItemByOneOfAnotherSubtype() {
        Event login = events.load(new Event.Key("ann", "1"));

        events.save(new Payment("ann", "1", BigDecimal.ONE, "EUR", null, login.version()));

        assertThat(events.load(new Event.Key("ann", "1")))
                .isEqualTo(new Payment("ann", "1", BigDecimal.ONE, "EUR", null, 2L));
        ConditionalCheckFailedException e =
                catchThrowableOfType(ConditionalCheckFailedException.class, () -> events.save(login));
        assertThat(e).hasMessageContaining("Event {pk=USER#ann, sk=EVENT#1}");
    }

    @Test
    void batchesAndTransactionsTakeAllSubtypes() {
        eventDb.batchWrite(BatchWriteSet.builder()
                .clobber(new Login("ann", "5", "10.0.0.1"))
                .ignoreVersions()
                .build());
        eventDb.transactionWrite(
                TransactionWriteSet.builder().save(new Payment("ann", "6", "1")).build());

        assertThat(eventDb.batchLoad(new Event.Key("ann", "5"), new Event.Key("ann", "6"))
                        .getItems(Event.class))
                .hasSize(2);
    }

    @Test
    void anUnknownSubtypeIsUnreadable() {
        eventDb.events()
                .save(Map.of(
                        "pk", new AttributeValue("USER#ann"),
                        "sk", new AttributeValue("EVENT#7"),
                        "kind", new AttributeValue("logout")));

        assertThatThrownBy(() -> events.load(new Event.Key("ann", "7")))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessage("The item {pk=USER#ann, sk=EVENT#7} cannot be read as Event: kind holds the name of a type"
                        + " that is not a known subtype.");
    }
}
