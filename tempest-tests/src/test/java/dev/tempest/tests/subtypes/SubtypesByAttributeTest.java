package dev.tempest.tests.subtypes;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.number;
import static dev.tempest.Attributes.ofSubtype;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tempest.BeginsWith;
import dev.tempest.Codec;
import dev.tempest.UnreadableItemException;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.DatabasePicture;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.subtypes.Event.Comment;
import dev.tempest.tests.subtypes.Event.EventDb;
import dev.tempest.tests.subtypes.Event.Events;
import dev.tempest.tests.subtypes.Event.Login;
import dev.tempest.tests.subtypes.Event.Payment;
import dev.tempest.tests.subtypes.Event.Profile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Items of several types in one view, told apart by an attribute. */
class SubtypesByAttributeTest {
    private static final BeginsWith<Event.Key> OF_ANN = new BeginsWith<>(new Event.Key("ann", ""));

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("events", Events.class));

    private EventDb eventDb;
    private Events table;
    private InlineView<Event.Key, Event> events;

    private final Login login = new Login("ann", "1", "10.0.0.1");
    private final Payment payment = new Payment("ann", "2", "9.5");
    private final Comment comment = new Comment("ann", "3", "Fine.", 4, null);

    @BeforeEach
    void connect() {
        eventDb = db.logicalDb(EventDb.class);
        table = eventDb.events();
        events = table.events();
    }

    private Map<String, AttributeValue> stored(String at) {
        return db.client()
                .getItem(get -> get.tableName("events")
                        .key(Map.of("pk", AttributeValue.fromS("USER#ann"), "sk", AttributeValue.fromS("EVENT#" + at))))
                .item();
    }

    private void store(String at, String kind) {
        db.client()
                .putItem(put -> put.tableName("events")
                        .item(Map.of(
                                "pk", AttributeValue.fromS("USER#ann"),
                                "sk", AttributeValue.fromS("EVENT#" + at),
                                "kind", AttributeValue.fromS(kind))));
    }

    @Test
    void anItemIsStoredWithTheNameOfItsSubtypeAndReadAsIt() {
        Event saved = events.save(login);
        events.create(payment);

        assertThat(stored("1"))
                .containsEntry("kind", AttributeValue.fromS("login"))
                .containsEntry("ip", AttributeValue.fromS("10.0.0.1"))
                .containsEntry("version", AttributeValue.fromN("1"))
                .doesNotContainKey("amount");
        assertThat(saved).isEqualTo(new Login("ann", "1", "10.0.0.1", 1, null, 1L));
        assertThat(events.load(new Event.Key("ann", "1"))).isEqualTo(saved);
        assertThat(events.load(new Event.Key("ann", "2")))
                .isEqualTo(new Payment("ann", "2", new BigDecimal("9.5"), "EUR", null, 1L));
        assertThat(events.load(new Event.Key("ann", "4"))).isNull();
        assertThat(stored("2")).containsEntry("receipt", AttributeValue.fromS("EUR-ann"));
    }

    @Test
    void queriesScansAndCountsReadAllSubtypes() {
        List.of(login, payment, comment).forEach(events::save);
        table.profiles().save(new Profile("ann", "", "Ann"));

        assertThat(events.query(OF_ANN).contents()).extracting(Event::at).containsExactly("1", "2", "3");
        assertThat(events.query(OF_ANN).contents().get(2)).isInstanceOf(Comment.class);
        assertThat(events.count(OF_ANN)).isEqualTo(3);
        assertThat(events.scanAllContents()).hasSize(3);
        assertThat(events.scanCount()).isEqualTo(3);
        assertThat(events.parallelScan(4)).hasSize(3);
        assertThat(events.query(OF_ANN, QueryConfig.builder().pageSize(2).build())
                        .offset()
                        .key())
                .isEqualTo(new Event.Key("ann", "2"));
    }

    @Test
    void filtersNameWhatIsSharedAndWhatASubtypeHas() {
        List.of(login, payment, comment).forEach(events::save);

        assertThat(filtered(QueryConfig.builder()
                        .filter(attr(Event::version).eq(1L))
                        .build()))
                .hasSize(3);
        assertThat(filtered(QueryConfig.builder()
                        .filter(attr(Login::ip).eq("10.0.0.1"))
                        .build()))
                .containsExactly("1");
        assertThat(filtered(QueryConfig.builder()
                        .filter(attr(Login::ip).ne("10.0.0.2"))
                        .build()))
                .containsExactly("1");
        assertThat(filtered(QueryConfig.builder()
                        .filter(attr(Payment::place).absent())
                        .build()))
                .containsExactly("2");
        assertThat(filtered(QueryConfig.builder()
                        .filter(ofSubtype(Event.class, attr(Comment::likes).gt(3))
                                .or(ofSubtype(
                                        Event.class, number(Payment::amount).lt(BigDecimal.TEN))))
                        .build()))
                .containsExactly("2", "3");
        assertThatThrownBy(() -> filtered(QueryConfig.builder()
                        .filter(attr(Profile::name).eq("x"))
                        .build()))
                .hasMessage("Event.Profile.name is not an attribute of Event.");
    }

    private List<String> filtered(QueryConfig config) {
        return events.query(OF_ANN, config).contents().stream().map(Event::at).toList();
    }

    @Test
    void patchesNameWhatIsSharedAndWhatASubtypeHas() {
        List.of(login, payment, comment).forEach(events::save);

        Event patched = events.patch(
                new Event.Key("ann", "1"),
                ofSubtype(Event.class, attr(Login::ip).set("10.0.0.9")));

        assertThat(patched).isEqualTo(new Login("ann", "1", "10.0.0.9", 1, null, 2L));
        assertThatThrownBy(() -> events.patch(
                        new Event.Key("ann", "2"),
                        ofSubtype(Event.class, attr(Login::ip).set("x"))))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("patch of Event {pk=USER#ann, sk=EVENT#2}");
        assertThat(stored("2")).doesNotContainKey("ip");
        assertThatThrownBy(() -> events.patch(
                        new Event.Key("ann", "9"),
                        ofSubtype(Event.class, attr(Login::ip).set("x")).orCreate()))
                .hasMessage(
                        "A patch cannot make a Event, because nothing says of which subtype. Create the item first.");
        Event read = events.patchItem(
                patched, ofSubtype(Event.class, number(Login::tries).add(2)));
        assertThat(read).isEqualTo(new Login("ann", "1", "10.0.0.9", 3, null, 3L));
        assertThat(events.patch(
                        new Event.Key("ann", "2"),
                        ofSubtype(Event.class, attr(Payment::currency).set("USD"))))
                .isInstanceOf(Payment.class);
        assertThat(stored("2")).containsEntry("receipt", AttributeValue.fromS("USD-ann"));
    }

    @Test
    void incrementsCountInOneSubtype() {
        List.of(login, payment).forEach(events::save);

        assertThat(events.increment(new Event.Key("ann", "1"), ofSubtype(Event.class, number(Login::tries)), 2))
                .isEqualTo(3);
        assertThatThrownBy(() ->
                        events.increment(new Event.Key("ann", "2"), ofSubtype(Event.class, number(Login::tries)), 2))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> events.increment(new Event.Key("ann", "2"), Increment.of("tries", 2)))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(stored("2")).doesNotContainKey("tries");
    }

    @Test
    void anUpdateMayChangeTheSubtype() {
        events.save(login);

        Event updated = events.update(new Event.Key("ann", "1"), event -> new Payment("ann", "1", "3"));

        assertThat(updated).isEqualTo(new Payment("ann", "1", new BigDecimal("3"), "EUR", null, 2L));
        assertThat(stored("1"))
                .containsEntry("kind", AttributeValue.fromS("payment"))
                .doesNotContainKeys("ip", "tries");
        events.merge(new Payment("ann", "1", new BigDecimal("4"), "EUR", null, 2L));
        assertThat(events.load(new Event.Key("ann", "1")))
                .isEqualTo(new Payment("ann", "1", new BigDecimal("4"), "EUR", null, 3L));
    }

    @Test
    void aConflictShowsTheStoredItemAsItsSubtype() {
        Event saved = events.save(login);
        events.save(saved);

        ConditionalCheckFailedException e =
                catchThrowableOfType(ConditionalCheckFailedException.class, () -> events.save(saved));

        assertThat(events.itemIn(e)).contains(new Login("ann", "1", "10.0.0.1", 1, null, 2L));
        assertThatThrownBy(() -> events.delete(saved)).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(events.delete(new Login("ann", "1", "10.0.0.1", 1, null, 2L)))
                .isInstanceOf(Login.class);
        assertThat(events.load(new Event.Key("ann", "1"))).isNull();
    }

    @Test
    void anUnknownSubtypeIsUnreadable() {
        events.save(login);
        store("5", "logout");

        String problem =
                "The item {pk=USER#ann, sk=EVENT#5} cannot be read as Event: kind holds the name of a type that is"
                        + " not a known subtype.";
        assertThatThrownBy(() -> events.load(new Event.Key("ann", "5")))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessage(problem);
        assertThatThrownBy(() -> events.query(OF_ANN)).hasMessage(problem);
        List<UnreadableItemException> unreadable = new ArrayList<>();
        assertThat(events.query(
                                OF_ANN,
                                QueryConfig.builder()
                                        .onUnreadableItem(unreadable::add)
                                        .build())
                        .contents())
                .hasSize(1);
        assertThat(unreadable)
                .singleElement()
                .satisfies(e -> assertThat(e.key()).containsEntry("sk", "EVENT#5"));
        assertThatThrownBy(() -> table.feeds().load(new Event.Key("ann", ""))).hasMessage(problem);
        table.save(Map.of("pk", AttributeValue.fromS("USER#ann"), "sk", AttributeValue.fromS("EVENT#6")));
        assertThatThrownBy(() -> events.load(new Event.Key("ann", "6")))
                .hasMessage(
                        "The item {pk=USER#ann, sk=EVENT#6} cannot be read as Event: it has no string in kind, which holds"
                                + " the name of the subtype.");
    }

    @Test
    void batchesAndTransactionsTakeAllSubtypes() {
        eventDb.batchWrite(new BatchWriteSet.Builder()
                .clobber(new Login("ann", "1", "10.0.0.1", 1, null, 1L), new Comment("ann", "3", "Fine.", 4, 1L))
                .ignoreVersions()
                .build());
        eventDb.transactionWrite(TransactionWriteSet.builder().create(payment).build());

        Set<Object> loaded = eventDb.batchLoad(
                        new Event.Key("ann", "1"), new Event.Key("ann", "2"), new Event.Key("ann", "3"))
                .getAllItems();

        assertThat(loaded.stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Login.class, Payment.class, Comment.class));
        assertThat(eventDb.transactionLoad(new Event.Key("ann", "1"), new Event.Key("ann", "2"))
                        .getItems(Event.class))
                .hasSize(2);
        eventDb.transactionWrite(TransactionWriteSet.builder()
                .patch(new Event.Key("ann", "1"), attr(Login::ip).set("10.0.0.7"))
                .delete(new Event.Key("ann", "3"))
                .build());
        assertThat(events.load(new Event.Key("ann", "1"))).isEqualTo(new Login("ann", "1", "10.0.0.7", 1, null, 2L));
        assertThat(events.load(new Event.Key("ann", "3"))).isNull();
    }

    @Test
    void aCollectionGathersAllSubtypes() {
        List.of(login, payment, comment).forEach(events::save);
        table.profiles().save(new Profile("ann", "", "Ann"));

        Event.Feed feed = table.feeds().load(new Event.Key("ann", ""));

        assertThat(feed.profile()).isEqualTo(new Profile("ann", "", "Ann"));
        assertThat(feed.events())
                .extracting(Object::getClass)
                .containsExactly(Login.class, Payment.class, Comment.class);
        assertThat(table.loadPartition(OF_ANN, Event.class, Profile.class).getItems(Payment.class))
                .hasSize(1);
    }

    @Test
    void anIndexShowsTheSubtypesThatAreInIt() {
        events.save(new Login("ann", "1", "10.0.0.1", 1, "Oslo", null));
        events.save(new Payment("ann", "2", BigDecimal.ONE, "NOK", "Oslo", null));
        events.save(comment);

        assertThat(table.byPlace()
                        .query(new BeginsWith<>(new Event.ByPlace("Oslo", null, "")))
                        .contents())
                .extracting(Object::getClass)
                .containsExactly(Login.class, Payment.class);
    }

    @Test
    void aCodecTurnsAnySubtypeIntoARawItem() {
        Codec<Event, Map<String, AttributeValue>> codec = table.codec(Event.class);
        Codec<Login, Map<String, AttributeValue>> ofLogin = table.codec(Login.class);

        assertThat(codec.toDb(login)).containsEntry("kind", AttributeValue.fromS("login"));
        assertThat(codec.toApp(codec.toDb(payment))).isEqualTo(payment);
        assertThat(ofLogin.toApp(ofLogin.toDb(login))).isEqualTo(login);
    }

    @Test
    void asynchronousViewsReadAllSubtypes() {
        Event.AsyncEventDb async = db.asyncLogicalDb(Event.AsyncEventDb.class);
        async.events().events().saveAsync(login).join();

        assertThat(async.events().events().loadAsync(new Event.Key("ann", "1")).join())
                .isInstanceOf(Login.class);
    }

    @Test
    void thePictureAndTheCheckShowTheSubtypes() {
        assertThat(DatabasePicture.of(EventDb.class).html()).contains("Event", "login", "payment");
        assertThat(DatabasePicture.of(Activity.ActivityDb.class).html()).contains("VISIT#", "ORDER#");
        assertThat(eventDb.checkTables().isOk()).isTrue();
    }
}
