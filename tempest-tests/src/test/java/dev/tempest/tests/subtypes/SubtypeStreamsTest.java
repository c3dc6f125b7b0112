package dev.tempest.tests.subtypes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.items.ChangeKind;
import dev.tempest.items.ItemChange;
import dev.tempest.items.ReadRecord;
import dev.tempest.items.TypedItem;
import dev.tempest.items.UnreadableRecord;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.TableDefinition;
import dev.tempest.sdk2.items.ItemReader;
import dev.tempest.testing.TestDb;
import dev.tempest.tests.streams.Stream;
import dev.tempest.tests.subtypes.Event.Comment;
import dev.tempest.tests.subtypes.Event.EventDb;
import dev.tempest.tests.subtypes.Event.Events;
import dev.tempest.tests.subtypes.Event.Login;
import dev.tempest.tests.subtypes.Event.Payment;
import dev.tempest.tests.subtypes.Event.Profile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Changes of a sealed type's items have the objects of its subtypes. */
class SubtypeStreamsTest {
    @RegisterExtension
    final TestDb db = TestDb.of();

    private final ItemReader reader = ItemReader.of(Events.class);
    private Events table;
    private InlineView<Event.Key, Event> events;

    @BeforeEach
    void create() {
        TableDefinition definition = TableDefinition.of(Events.class).withStream(StreamViewType.NEW_AND_OLD_IMAGES);
        db.client().createTable(definition.createTableRequest("events"));
        table = db.logicalDb(EventDb.class).events();
        events = table.events();
    }

    private List<ReadRecord> records() {
        return reader.records(Stream.records(db.client(), db.streamsClient(), "events"));
    }

    @Test
    void changesHaveTheSubtypesAndTheTypeOfTheView() {
        Event login = events.create(new Login("ann", "1", "10.0.0.1"));
        Event payment = events.save(new Payment("ann", "2", "9.5"));
        table.profiles().save(new Profile("ann", "", "Ann"));
        events.delete(login);

        List<ReadRecord> records = records();

        assertThat(records).hasSize(4);
        ItemChange<?> created = (ItemChange<?>) records.get(0);
        assertThat(created.type()).isEqualTo(Event.class);
        assertThat(created.kind()).isEqualTo(ChangeKind.CREATED);
        assertThat(created.after().orElseThrow()).isEqualTo(login);
        assertThat(reader.key(Event.Key.class, created)).isEqualTo(new Event.Key("ann", "1"));
        assertThat(((ItemChange<?>) records.get(1)).after().orElseThrow()).isEqualTo(payment);
        assertThat(((ItemChange<?>) records.get(2)).type()).isEqualTo(Profile.class);
        ItemChange<?> deleted = (ItemChange<?>) records.get(3);
        assertThat(deleted.before().orElseThrow()).isEqualTo(login);
        assertThat(deleted.after()).isEmpty();
    }

    @Test
    void anItemThatBecameOneOfAnotherSubtypeIsBothBeforeAndAfter() {
        events.create(new Login("ann", "1", "10.0.0.1"));
        events.update(new Event.Key("ann", "1"), old -> new Comment("ann", "1", "Fine.", 4, old.version()));

        ItemChange<?> change = (ItemChange<?>) records().get(1);

        assertThat(change.before().orElseThrow()).isInstanceOf(Login.class);
        assertThat(change.after().orElseThrow()).isInstanceOf(Comment.class);
    }

    @Test
    void aSubtypeThatTheProgramDoesNotHaveIsAnUnreadableRecordAndStopsNothing() {
        db.client()
                .putItem(put -> put.tableName("events")
                        .item(Map.of(
                                "pk", AttributeValue.fromS("USER#ann"),
                                "sk", AttributeValue.fromS("EVENT#0"),
                                "kind", AttributeValue.fromS("refund"))));
        events.create(new Login("ann", "1", "10.0.0.1"));

        assertThat(records())
                .satisfiesExactly(
                        unknown -> assertThat(unknown).isInstanceOf(UnreadableRecord.class),
                        known -> assertThat(known).isInstanceOf(ItemChange.class));
    }

    @Test
    void aStoredItemIsReadAsTheSubtype() {
        Event login = events.create(new Login("ann", "1", "10.0.0.1"));
        Map<String, AttributeValue> item =
                db.client().scan(scan -> scan.tableName("events")).items().get(0);

        assertThat(reader.read(item)).isEqualTo(new TypedItem<>(Event.class, login));
    }
}
