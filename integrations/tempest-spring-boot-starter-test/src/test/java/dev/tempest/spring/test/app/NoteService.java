package dev.tempest.spring.test.app;

import org.springframework.stereotype.Service;

/** A component that is no part of a test of the databases, and stores a note when it is made. */
@Service
public class NoteService {
    private final NotesDb.NoteTable notes;

    public NoteService(NotesDb.NoteTable notes) {
        this.notes = notes;
        notes.notes().save(new NotesDb.Note("first", "stored at the start"));
    }

    public NotesDb.Note first() {
        return notes.notes().load(new NotesDb.Note.Key("first"));
    }
}
