package dev.tempest.tests.reloading;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import dev.tempest.Attribute;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/** Programs that are loaded with all of their parts. */
public final class Reloaded {
    private Reloaded() {}

    public record Note(
            String pk,
            @Attribute(name = "sk", prefix = "NOTE_") String id,
            String text,
            List<String> tags,
            int count) {
        public record Key(String pk, String id) {}
    }

    public interface Notes extends LogicalTable<NoteRow> {
        InlineView<Note.Key, Note> notes();
    }

    public interface Folders extends LogicalTable<FolderRow> {}

    /** What the program does with everything that has a schema; its parts are loaded with it. */
    public static final class Program implements Function<DynamoDbEnhancedClient, Map<String, Object>> {
        @Override
        public Map<String, Object> apply(DynamoDbEnhancedClient client) {
            LogicalDb db = LogicalDb.create(LogicalDb.class, client);
            Notes table = db.logicalTable("notes", Notes.class);
            Map<String, Object> seen = new HashMap<>();
            table.notes().save(new Note("p", "1", "x", List.of("a", "b"), 7));
            seen.put("item", table.notes().load(new Note.Key("p", "1")).toString());

            NoteRow raw = table.codec(Note.class).toDb(new Note("p", "2", null, null, 0));
            seen.put("codec", raw.getSk() + table.codec(Note.class).toApp(raw).id());
            raw.setText("y");
            table.save(raw);
            seen.put("raw", table.load(raw).getText() + table.load(raw).getTags());
            return seen;
        }
    }

    /** The same for a raw item type that the SDK reads by itself. */
    public static final class NestedProgram implements Function<DynamoDbEnhancedClient, Map<String, Object>> {
        @Override
        public Map<String, Object> apply(DynamoDbEnhancedClient client) {
            Folders folders = LogicalDb.create(LogicalDb.class, client).logicalTable("folders", Folders.class);
            FolderRow folder = new FolderRow();
            folder.setPk("p");
            folder.setSk("1");
            folder.setLabel(new FolderRow.Label());
            folder.getLabel().setColor("red");
            folders.save(folder);
            return Map.of("color", folders.load(folder).getLabel().getColor());
        }
    }

    /** The same with SDK 1.x. */
    public static final class Sdk1Program implements Function<DynamoDBMapper, Map<String, Object>> {
        @Override
        public Map<String, Object> apply(DynamoDBMapper mapper) {
            Sdk1Notes table = dev.tempest.sdk1.LogicalDb.create(dev.tempest.sdk1.LogicalDb.class, mapper)
                    .logicalTable("notes", Sdk1Notes.class);
            table.notes().save(new Note("p", "1", "x", List.of("a"), 7));
            NoteRow raw = table.codec(Note.class).toDb(new Note("p", "2", "y", null, 0));
            return Map.of("item", table.notes().load(new Note.Key("p", "1")).toString(), "codec", raw.getSk());
        }
    }

    public interface Sdk1Notes extends dev.tempest.sdk1.LogicalTable<NoteRow> {
        dev.tempest.sdk1.InlineView<Note.Key, Note> notes();
    }
}
