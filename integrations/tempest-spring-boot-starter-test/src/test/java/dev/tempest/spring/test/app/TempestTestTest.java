package dev.tempest.spring.test.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.spring.test.TempestTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@TempestTest(properties = {"tempest.table-prefix=test-", "tempest.check-tables=fail"})
class TempestTestTest {
    @Autowired
    NotesDb db;

    @Autowired
    AsyncNotesDb asyncDb;

    @Autowired
    ApplicationContext context;

    @RepeatedTest(2)
    void eachTestStartsWithEmptyTables() {
        NotesDb.NoteTable notes = db.notes();
        assertThat(notes.notes().load(new NotesDb.Note.Key("n1"))).isNull();

        notes.notes().save(new NotesDb.Note("n1", "text"));

        assertThat(asyncDb.notes().notes().loadAsync(new NotesDb.Note.Key("n1")).join())
                .isEqualTo(new NotesDb.Note("n1", "text"));
        assertThat(notes.tableName()).isEqualTo("test-notes");
    }

    @Test
    void otherComponentsAreLeftOut() {
        assertThat(context.getBeanNamesForType(NoteService.class)).isEmpty();
        assertThat(context.getBeanNamesForType(NamingCustomizer.class)).hasSize(1);
    }
}
