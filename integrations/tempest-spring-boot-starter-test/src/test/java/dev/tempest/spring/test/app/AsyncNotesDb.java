package dev.tempest.spring.test.app;

import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

public interface AsyncNotesDb extends AsyncLogicalDb {
    @TableName("notes")
    AsyncNoteTable notes();

    @Table(partitionKey = "id")
    interface AsyncNoteTable extends AsyncLogicalTable<Map<String, AttributeValue>> {
        AsyncInlineView<NotesDb.Note.Key, NotesDb.Note> notes();
    }
}
