package dev.tempest.tests.subtypes;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.ofSubtype;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Table;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.subtypes.Event.Note;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The times of creation and of the last write, which the sealed type declares. */
class SubtypeTimesTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-03-06T09:00:00Z");

    @Table(partitionKey = "id")
    interface Notes extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Note.Key, Note> notes();
    }

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("notes", Notes.class));

    private InlineView<Note.Key, Note> at(Instant now) {
        return LogicalDb.builder(LogicalDb.class)
                .enhancedClient(db.enhancedClient())
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .build()
                .logicalTable("notes", Notes.class)
                .notes();
    }

    @Test
    void areSetInEachSubtype() {
        Note link = at(MONDAY).create(new Note.Link("1", "/", null, null));
        Note text = at(MONDAY).create(new Note.Text("2", "Hello", null, null));

        Note changed = at(FRIDAY)
                .patch(
                        new Note.Key("1"),
                        ofSubtype(Note.class, attr(Note.Link::target).set("/new")));

        assertThat(link).isEqualTo(new Note.Link("1", "/", MONDAY, MONDAY));
        assertThat(text).isEqualTo(new Note.Text("2", "Hello", MONDAY, MONDAY));
        assertThat(changed).isEqualTo(new Note.Link("1", "/new", MONDAY, FRIDAY));
    }
}
