package dev.tempest.spring.test.app;

import dev.tempest.Attribute;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

public interface NotesDb extends LogicalDb {
    @TableName("notes")
    NoteTable notes();

    @Table(partitionKey = "id")
    interface NoteTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Note.Key, Note> notes();
    }

    record Note(@Attribute(name = "id") String id, String text) {
        record Key(String id) {}
    }
}
