package dev.tempest.tests.times;

import static dev.tempest.Attributes.number;

import dev.tempest.Change;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.tests.times.Notes.Draft;
import dev.tempest.tests.times.Notes.Note;
import dev.tempest.tests.times.Notes.Timed;
import java.util.function.UnaryOperator;

/** The writes of notes and drafts, through one of the ways to call them. Each returns the item if the call does, or null. */
abstract class Face {
    static final Note.Key NOTE = new Note.Key("1", "a");
    static final Draft.Key DRAFT = new Draft.Key("1", "a");

    abstract Note load();

    abstract Draft loadDraft();

    abstract Timed save(Note note);

    abstract Timed save(Draft draft);

    abstract Timed merge(Note note);

    abstract Timed merge(Draft draft);

    abstract Timed patch(Change<Note> change);

    abstract Timed patchDraft(Change<Draft> change);

    abstract Timed patchItem(Draft draft, Change<Draft> change);

    abstract Timed increment();

    abstract Timed delete();

    abstract Timed batch(Note note);

    abstract Timed transaction(TransactionWriteSet set);

    Timed create(Note note) {
        throw new UnsupportedOperationException();
    }

    Timed update(UnaryOperator<Draft> change) {
        throw new UnsupportedOperationException();
    }

    Timed updateOrCreate(UnaryOperator<Draft> change) {
        throw new UnsupportedOperationException();
    }

    Timed incrementOrCreate() {
        throw new UnsupportedOperationException();
    }

    Timed incrementDraft() {
        throw new UnsupportedOperationException();
    }

    private static Timed first(dev.tempest.ItemSet items) {
        return items.stream().map(Timed.class::cast).findFirst().orElse(null);
    }

    static final class Sync extends Face {
        private final Notes.Db db;

        Sync(Notes.Db db) {
            this.db = db;
        }

        @Override
        Note load() {
            return db.notes().notes().load(NOTE);
        }

        @Override
        Draft loadDraft() {
            return db.notes().drafts().load(DRAFT);
        }

        @Override
        Timed create(Note note) {
            return db.notes().notes().create(note);
        }

        @Override
        Timed save(Note note) {
            return db.notes().notes().save(note);
        }

        @Override
        Timed save(Draft draft) {
            return db.notes().drafts().save(draft);
        }

        @Override
        Timed merge(Note note) {
            return db.notes().notes().merge(note);
        }

        @Override
        Timed merge(Draft draft) {
            return db.notes().drafts().merge(draft);
        }

        @Override
        Timed update(UnaryOperator<Draft> change) {
            return db.notes().drafts().update(DRAFT, change);
        }

        @Override
        Timed updateOrCreate(UnaryOperator<Draft> change) {
            return db.notes().drafts().updateOrCreate(DRAFT, change);
        }

        @Override
        Timed patch(Change<Note> change) {
            return db.notes().notes().patch(NOTE, change);
        }

        @Override
        Timed patchDraft(Change<Draft> change) {
            return db.notes().drafts().patch(DRAFT, change);
        }

        @Override
        Timed patchItem(Draft draft, Change<Draft> change) {
            return db.notes().drafts().patchItem(draft, change);
        }

        @Override
        Timed increment() {
            db.notes().notes().increment(NOTE, number(Note::views), 1);
            return null;
        }

        @Override
        Timed incrementOrCreate() {
            db.notes()
                    .notes()
                    .increment(NOTE, Increment.of(number(Note::views), 1).orCreate());
            return null;
        }

        @Override
        Timed incrementDraft() {
            db.notes().drafts().increment(DRAFT, number(Draft::views), 1);
            return null;
        }

        @Override
        Timed delete() {
            db.notes().notes().deleteKey(NOTE);
            return null;
        }

        @Override
        Timed batch(Note note) {
            db.batchWrite(BatchWriteSet.builder().clobber(note).build());
            return null;
        }

        @Override
        Timed transaction(TransactionWriteSet set) {
            return first(db.transactionWrite(set));
        }
    }

    static final class Async extends Face {
        private final Notes.AsyncDb db;

        Async(Notes.AsyncDb db) {
            this.db = db;
        }

        @Override
        Note load() {
            return db.notes().notes().loadAsync(NOTE).join();
        }

        @Override
        Draft loadDraft() {
            return db.notes().drafts().loadAsync(DRAFT).join();
        }

        @Override
        Timed create(Note note) {
            return db.notes().notes().createAsync(note).join();
        }

        @Override
        Timed save(Note note) {
            return db.notes().notes().saveAsync(note).join();
        }

        @Override
        Timed save(Draft draft) {
            return db.notes().drafts().saveAsync(draft).join();
        }

        @Override
        Timed merge(Note note) {
            return db.notes().notes().mergeAsync(note).join();
        }

        @Override
        Timed merge(Draft draft) {
            return db.notes().drafts().mergeAsync(draft).join();
        }

        @Override
        Timed update(UnaryOperator<Draft> change) {
            return db.notes().drafts().updateAsync(DRAFT, change).join();
        }

        @Override
        Timed updateOrCreate(UnaryOperator<Draft> change) {
            return db.notes().drafts().updateOrCreateAsync(DRAFT, change).join();
        }

        @Override
        Timed patch(Change<Note> change) {
            return db.notes().notes().patchAsync(NOTE, change).join();
        }

        @Override
        Timed patchDraft(Change<Draft> change) {
            return db.notes().drafts().patchAsync(DRAFT, change).join();
        }

        @Override
        Timed patchItem(Draft draft, Change<Draft> change) {
            return db.notes().drafts().patchItemAsync(draft, change).join();
        }

        @Override
        Timed increment() {
            db.notes().notes().incrementAsync(NOTE, number(Note::views), 1).join();
            return null;
        }

        @Override
        Timed incrementOrCreate() {
            db.notes()
                    .notes()
                    .incrementAsync(NOTE, Increment.of(number(Note::views), 1).orCreate())
                    .join();
            return null;
        }

        @Override
        Timed incrementDraft() {
            db.notes().drafts().incrementAsync(DRAFT, number(Draft::views), 1).join();
            return null;
        }

        @Override
        Timed delete() {
            db.notes().notes().deleteKeyAsync(NOTE).join();
            return null;
        }

        @Override
        Timed batch(Note note) {
            db.batchWriteAsync(BatchWriteSet.builder().clobber(note).build()).join();
            return null;
        }

        @Override
        Timed transaction(TransactionWriteSet set) {
            return first(db.transactionWriteAsync(set).join());
        }
    }

    static final class Sdk1 extends Face {
        private final Notes.Sdk1Db db;

        Sdk1(Notes.Sdk1Db db) {
            this.db = db;
        }

        @Override
        Note load() {
            return db.notes().notes().load(NOTE);
        }

        @Override
        Draft loadDraft() {
            return db.notes().drafts().load(DRAFT);
        }

        @Override
        Timed save(Note note) {
            return db.notes().notes().save(note);
        }

        @Override
        Timed save(Draft draft) {
            return db.notes().drafts().save(draft);
        }

        @Override
        Timed merge(Note note) {
            return db.notes().notes().merge(note);
        }

        @Override
        Timed merge(Draft draft) {
            return db.notes().drafts().merge(draft);
        }

        @Override
        Timed patch(Change<Note> change) {
            return db.notes().notes().patch(NOTE, change);
        }

        @Override
        Timed patchDraft(Change<Draft> change) {
            return db.notes().drafts().patch(DRAFT, change);
        }

        @Override
        Timed patchItem(Draft draft, Change<Draft> change) {
            return db.notes().drafts().patchItem(draft, change);
        }

        @Override
        Timed increment() {
            db.notes().notes().increment(NOTE, number(Note::views), 1);
            return null;
        }

        @Override
        Timed incrementDraft() {
            db.notes().drafts().increment(DRAFT, number(Draft::views), 1);
            return null;
        }

        @Override
        Timed delete() {
            db.notes().notes().deleteKey(NOTE);
            return null;
        }

        @Override
        Timed batch(Note note) {
            db.batchWrite(dev.tempest.sdk1.BatchWriteSet.builder().clobber(note).build());
            return null;
        }

        @Override
        Timed transaction(TransactionWriteSet set) {
            dev.tempest.sdk1.TransactionWriteSet.Builder same = dev.tempest.sdk1.TransactionWriteSet.builder();
            for (TransactionWriteSet.Operation operation : set.operations()) {
                if (operation instanceof TransactionWriteSet.Save save) {
                    same.save(save.target());
                } else if (operation instanceof TransactionWriteSet.Merge merge) {
                    same.merge(merge.target());
                } else if (operation instanceof TransactionWriteSet.Patch patch) {
                    same.patch(patch.target(), patch.change());
                } else if (operation instanceof TransactionWriteSet.Delete delete) {
                    same.delete(delete.target());
                } else {
                    throw new UnsupportedOperationException();
                }
            }
            return first(db.transactionWrite(same.build()));
        }
    }
}
